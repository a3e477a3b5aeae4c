namespace Segmentation;

/// <summary>
/// The variance ratio of Caliński and Harabasz (1974): dispersion between clusters over dispersion within, each
/// divided by its degrees of freedom. Higher is better; it favours round clusters of similar size and often keeps
/// rising with k.
/// </summary>
public static class CalinskiHarabasz
{
    /// <summary>(B / (k - 1)) / (W / (n - k)) with Euclidean distances; every row counts once.</summary>
    /// <param name="matrix">The rows, in the space that was clustered.</param>
    /// <param name="labels">The cluster of each row, from 0 without a gap.</param>
    /// <returns>The index; null when k = n or when every row equals its cluster's mean, for then W / (n - k) is 0 or unknown.</returns>
    /// <exception cref="ArgumentException">The labels do not fit the rows, or there are fewer than two clusters.</exception>
    public static double? Of(FeatureMatrix matrix, ReadOnlySpan<int> labels)
    {
        int[] sizes = ClusterSizes.Of(matrix, labels);
        double[] means = ClusterDispersion.Means(matrix, labels, sizes);
        double within = FixedChunks.InOrder(ClusterDispersion.Sum(matrix, labels, means, squared => squared));
        double[] overall = ClusterDispersion.Means(matrix, new int[matrix.RowCount], [matrix.RowCount]);
        double between = 0;
        for (int cluster = 0; cluster < sizes.Length; cluster++)
        {
            ReadOnlySpan<double> mean = means.AsSpan(cluster * matrix.FeatureCount, matrix.FeatureCount);
            between += sizes[cluster] * SquaredDistance.Between(mean, overall);
        }

        int freedom = matrix.RowCount - sizes.Length;
        return freedom == 0 || within == 0 ? null : between / (sizes.Length - 1) / (within / freedom);
    }
}
