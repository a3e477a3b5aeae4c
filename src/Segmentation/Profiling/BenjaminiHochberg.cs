namespace Segmentation;

/// <summary>
/// The adjustment of Benjamini and Hochberg (1995): of the comparisons whose adjusted p-value is below q, at most the
/// share q is expected to be chance.
/// </summary>
internal static class BenjaminiHochberg
{
    /// <summary>
    /// The adjusted p-values, in arrays of the same shape: p m / rank, never above that of a larger p, at most 1.
    /// </summary>
    /// <param name="pValues">All comparisons, in any arrangement; null where none was made.</param>
    public static double?[][] Adjust(double?[][] pValues)
    {
        double?[][] adjusted = [.. pValues.Select(row => new double?[row.Length])];
        var byFallingPValue = pValues
            .SelectMany((row, i) => row.Select((p, j) => (P: p, Row: i, Column: j)))
            .Where(test => test.P is not null)
            .OrderByDescending(test => test.P)
            .ToArray();
        double smallest = 1;
        for (int i = 0; i < byFallingPValue.Length; i++)
        {
            (double? p, int row, int column) = byFallingPValue[i];
            int rank = byFallingPValue.Length - i;
            smallest = Math.Min(smallest, p!.Value * byFallingPValue.Length / rank);
            adjusted[row][column] = smallest;
        }

        return adjusted;
    }
}
