namespace Segmentation;

/// <summary>Finds features of which exactly one is high in each row, as those that a category's levels become.</summary>
internal static class ExclusiveColumns
{
    /// <summary>The features in parts: one, or neighbours with two values each of which exactly one is high in each row.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="sorted">The values of each feature, rising.</param>
    public static int[][] Parts(FeatureMatrix matrix, double[][] sorted)
    {
        List<int[]> parts = [];
        for (int feature = 0; feature < matrix.FeatureCount;)
        {
            int count = Exclusive(matrix, sorted, feature);
            parts.Add([.. Enumerable.Range(feature, count)]);
            feature += count;
        }

        return [.. parts];
    }

    /// <summary>How many features from one on are exclusive together; 1 where none are.</summary>
    private static int Exclusive(FeatureMatrix matrix, double[][] sorted, int first)
    {
        bool[] covered = new bool[matrix.RowCount];
        int rows = 0;
        for (int feature = first; feature < matrix.FeatureCount && HasTwoValues(sorted[feature]); feature++)
        {
            double high = sorted[feature][^1];
            for (int row = 0; row < covered.Length; row++)
            {
                if (matrix.Row(row)[feature] == high)
                {
                    if (covered[row])
                    {
                        return 1;
                    }

                    covered[row] = true;
                    rows++;
                }
            }

            if (rows == covered.Length)
            {
                return feature - first + 1;
            }
        }

        return 1;
    }

    private static bool HasTwoValues(double[] sorted) =>
        sorted[0] < sorted[^1] && sorted[Array.FindIndex(sorted, value => value > sorted[0])] == sorted[^1];
}
