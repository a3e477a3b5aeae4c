namespace Segmentation.Tests.Clustering;

/// <summary>Rows of every awkward kind: ties, duplicates, constants, outliers, huge offsets, huge and tiny numbers.</summary>
internal static class RandomRows
{
    public const int Kinds = 9;

    public static FeatureMatrix Make(Random random, int rows, int features, int kind)
    {
        double[] values = new double[rows * features];
        for (int i = 0; i < values.Length; i++)
        {
            double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            values[i] = kind switch
            {
                0 => normal,
                1 => random.Next(4),
                2 => random.Next(6) * 0.1,
                3 => 1e9 + normal,
                4 => normal * 1e150,
                5 => normal * 1e-150,
                6 => Math.Exp(4 * normal),
                7 => i % features == 0 ? normal : 7,
                _ => ((i / features % 5) * 10) + (normal * 1e-7),
            };
        }

        // Some rows twice.
        for (int row = 1; row < rows; row += 7)
        {
            values.AsSpan((row - 1) * features, features).CopyTo(values.AsSpan(row * features));
        }

        return new FeatureMatrix([.. Enumerable.Range(1, features).Select(i => $"x{i}")], values);
    }

    /// <summary>Different rows to start from; null where there are too few.</summary>
    public static FeatureMatrix? Start(Random random, FeatureMatrix matrix, int clusterCount)
    {
        double[][] rows = [.. Enumerable.Range(0, matrix.RowCount)
            .OrderBy(_ => random.Next())
            .Select(row => matrix.Row(row).ToArray())
            .DistinctBy(row => string.Join(' ', row.Select(BitConverter.DoubleToInt64Bits)))
            .Take(clusterCount)];
        return rows.Length < clusterCount ? null : new FeatureMatrix(matrix.FeatureNames, rows.SelectMany(row => row).ToArray());
    }
}
