namespace Segmentation;

/// <summary>
/// What it would cost to do without a cluster: how much farther its rows are from their second nearest centroid. Only the
/// order is asked for, so of many rows some evenly spread ones speak for all.
/// </summary>
internal static class RemovalCosts
{
    /// <summary>About so many rows are looked at.</summary>
    private const int FewRows = 20_000;

    /// <summary>The clusters by rising cost.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="outcome">The clusters; at least two.</param>
    /// <param name="crew">Works on the chunks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static int[] Order(FeatureMatrix matrix, LloydIterations.Outcome outcome, Crew crew, CancellationToken cancellationToken)
    {
        int clusterCount = outcome.Sizes.Length;
        FixedChunks chunks = new(matrix.RowCount);
        int step = Math.Max(1, matrix.RowCount / FewRows);
        double[][] parts = new double[chunks.Count][];
        crew.Run(
            chunks.Count,
            chunk => parts[chunk] = CostsOf(FixedChunks.StartOf(chunk), chunks.EndOf(chunk), step, matrix, outcome),
            cancellationToken);
        double[] costs = new double[clusterCount];
        foreach (double[] part in parts)
        {
            for (int cluster = 0; cluster < clusterCount; cluster++)
            {
                costs[cluster] += part[cluster];
            }
        }

        int[] order = [.. Enumerable.Range(0, clusterCount)];
        return [.. order.OrderBy(cluster => costs[cluster])];
    }

    private static double[] CostsOf(int start, int end, int step, FeatureMatrix matrix, LloydIterations.Outcome outcome)
    {
        int featureCount = matrix.FeatureCount;
        double[] centroids = outcome.Centroids;
        double[] costs = new double[outcome.Sizes.Length];
        for (int row = start; row < end; row += step)
        {
            ReadOnlySpan<double> values = matrix.Row(row);
            int own = outcome.Labels[row];
            double ownDistance = 0;
            double second = double.PositiveInfinity;
            int offset = 0;
            for (int cluster = 0; cluster < costs.Length; cluster++)
            {
                double distance = 0;
                for (int feature = 0; feature < featureCount; feature++)
                {
                    double difference = values[feature] - centroids[offset++];
                    distance += difference * difference;
                }

                if (cluster == own)
                {
                    ownDistance = distance;
                }
                else if (distance < second)
                {
                    second = distance;
                }
            }

            double weight = matrix.WeightOf(row);
            costs[own] += weight * (second - ownDistance);
        }

        return costs;
    }
}
