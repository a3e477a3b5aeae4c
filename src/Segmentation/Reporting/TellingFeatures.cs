namespace Segmentation;

/// <summary>Which features tell the segments apart most, for where not all can be shown.</summary>
internal static class TellingFeatures
{
    /// <summary>
    /// The positions of all features, the most telling first: by the share of a feature's own variance that lies between the
    /// segments (eta squared), of equal ones the first.
    /// </summary>
    public static int[] Of(FeatureMatrix matrix, ClusterModel model)
    {
        int features = matrix.FeatureCount;
        double[] means = new double[features];
        double[] squares = new double[features];
        double[] between = new double[features];
        for (int row = 0; row < matrix.RowCount; row++)
        {
            Add(means, matrix.Row(row), 1.0 / matrix.RowCount);
        }

        for (int row = 0; row < matrix.RowCount; row++)
        {
            AddSquares(squares, matrix.Row(row), means, 1);
        }

        for (int cluster = 0; cluster < model.ClusterCount; cluster++)
        {
            AddSquares(between, model.Centroids.Row(cluster), means, model.Sizes[cluster]);
        }

        return [.. Enumerable.Range(0, features).OrderByDescending(j => squares[j] == 0 ? 0 : between[j] / squares[j])];
    }

    private static void Add(double[] sums, ReadOnlySpan<double> row, double weight)
    {
        for (int j = 0; j < sums.Length; j++)
        {
            sums[j] += weight * row[j];
        }
    }

    private static void AddSquares(double[] sums, ReadOnlySpan<double> row, double[] means, double weight)
    {
        for (int j = 0; j < sums.Length; j++)
        {
            sums[j] += weight * (row[j] - means[j]) * (row[j] - means[j]);
        }
    }
}
