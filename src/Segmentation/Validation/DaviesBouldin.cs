namespace Segmentation;

/// <summary>
/// The index of Davies and Bouldin (1979): for each cluster the worst ratio of spread to separation against another
/// cluster, averaged. Lower is better; 0 is the lowest.
/// </summary>
public static class DaviesBouldin
{
    /// <summary>
    /// The mean over clusters of max over others of (s_i + s_j) / d_ij, where s is the mean distance of a cluster's
    /// rows to its mean and d the distance between the means; a row of weight w counts as w rows.
    /// </summary>
    /// <param name="matrix">The rows, in the space that was clustered.</param>
    /// <param name="labels">The cluster of each row, from 0 without a gap.</param>
    /// <returns>
    /// The index; null when k = n (k at least n with weights), for then it is 0 whatever the rows, and when two clusters have the same mean, for then
    /// nothing separates them.
    /// </returns>
    /// <exception cref="ArgumentException">The labels do not fit the rows, or there are fewer than two clusters.</exception>
    public static double? Of(FeatureMatrix matrix, ReadOnlySpan<int> labels)
    {
        int[] sizes = ClusterSizes.Of(matrix, labels);
        double[] weights = ClusterSizes.Weights(matrix, labels, sizes);
        if (sizes.Length >= FixedChunks.InOrder(weights))
        {
            return null;
        }

        double[] means = ClusterDispersion.Means(matrix, labels, weights);
        double[] spreads = ClusterDispersion.Sum(matrix, labels, means, Math.Sqrt);
        double total = 0;
        for (int cluster = 0; cluster < sizes.Length; cluster++)
        {
            double worst = 0;
            for (int other = 0; other < sizes.Length; other++)
            {
                if (other == cluster)
                {
                    continue;
                }

                double separation = Math.Sqrt(SquaredDistance.Between(Mean(cluster), Mean(other)));
                if (separation == 0)
                {
                    return null;
                }

                worst = Math.Max(worst, ((spreads[cluster] / weights[cluster]) + (spreads[other] / weights[other])) / separation);
            }

            total += worst;
        }

        return total / sizes.Length;

        ReadOnlySpan<double> Mean(int cluster) => means.AsSpan(cluster * matrix.FeatureCount, matrix.FeatureCount);
    }
}
