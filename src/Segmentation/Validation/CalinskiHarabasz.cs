namespace Segmentation;

/// <summary>
/// The variance ratio of Caliński and Harabasz (1974): dispersion between clusters over dispersion within, each
/// divided by its degrees of freedom. Higher is better; it favours round clusters of similar size and often keeps
/// rising with k.
/// </summary>
public static class CalinskiHarabasz
{
    /// <summary>(B / (k - 1)) / (W / (n - k)) with Euclidean distances; a row of weight w counts as w rows, n as their sum.</summary>
    /// <param name="matrix">The rows, in the space that was clustered.</param>
    /// <param name="labels">The cluster of each row, from 0 without a gap.</param>
    /// <returns>The index; null when k = n (k at least n with weights) or when every row equals its cluster's mean up to rounding, for then W / (n - k) is 0 or unknown.</returns>
    /// <exception cref="ArgumentException">The labels do not fit the rows, or there are fewer than two clusters.</exception>
    public static double? Of(FeatureMatrix matrix, ReadOnlySpan<int> labels)
    {
        int[] sizes = ClusterSizes.Of(matrix, labels);
        double[] weights = ClusterSizes.Weights(matrix, labels, sizes);
        double total = FixedChunks.InOrder(weights);
        double[] means = ClusterDispersion.Means(matrix, labels, weights);
        double within = FixedChunks.InOrder(ClusterDispersion.Sum(matrix, labels, means, squared => squared));
        double[] overall = ClusterDispersion.Means(matrix, new int[matrix.RowCount], [total]);
        double between = 0;
        for (int cluster = 0; cluster < sizes.Length; cluster++)
        {
            ReadOnlySpan<double> mean = means.AsSpan(cluster * matrix.FeatureCount, matrix.FeatureCount);
            between += weights[cluster] * SquaredDistance.Between(mean, overall);
        }

        double freedom = total - sizes.Length;
        return freedom <= 0 || NoInertia.Is(within, within + between) ? null : between / (sizes.Length - 1) / (within / freedom);
    }
}
