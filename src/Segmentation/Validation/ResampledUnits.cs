namespace Segmentation;

/// <summary>
/// What is drawn when rows are resampled: single rows, or, where at least every other row repeats another (flags, ratings,
/// counts), the different rows, each with all that repeat it. For equal rows are found again by any sample that has one
/// of them, which says nothing of a group.
/// </summary>
internal static class ResampledUnits
{
    /// <summary>The rows of each unit, rising; units by their first row.</summary>
    public static int[][] Of(FeatureMatrix matrix)
    {
        int most = matrix.RowCount / 2;
        int different = DistinctRows.CountUpTo(most + 1, matrix);
        return different > most || different == 1
            ? [.. Enumerable.Range(0, matrix.RowCount).Select(row => new[] { row })]
            : DistinctRows.Repeated(matrix);
    }
}
