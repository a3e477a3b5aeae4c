namespace Segmentation;

/// <summary>Cluster means and the distances to them, from which the centroid-based indices are made.</summary>
internal static class ClusterDispersion
{
    /// <summary>The mean of each cluster's rows, k x d, by their weights.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="labels">The cluster of each.</param>
    /// <param name="weights">The weight of each cluster, see <see cref="ClusterSizes.Weights"/>.</param>
    public static double[] Means(FeatureMatrix matrix, ReadOnlySpan<int> labels, double[] weights)
    {
        int featureCount = matrix.FeatureCount;
        double[] means = new double[weights.Length * featureCount];
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<double> values = matrix.Row(row);
            Span<double> sum = means.AsSpan(labels[row] * featureCount, featureCount);
            double weight = matrix.WeightOf(row);   // 1 changes no bit
            for (int feature = 0; feature < featureCount; feature++)
            {
                sum[feature] += weight * values[feature];
            }
        }

        for (int i = 0; i < means.Length; i++)
        {
            means[i] /= weights[i / featureCount];
        }

        return means;
    }

    /// <summary>Adds up, for each cluster, a function of its rows' squared distances to its mean, times their weights.</summary>
    public static double[] Sum(
        FeatureMatrix matrix, ReadOnlySpan<int> labels, double[] means, Func<double, double> ofSquaredDistance)
    {
        int featureCount = matrix.FeatureCount;
        double[] sums = new double[means.Length / featureCount];
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<double> mean = means.AsSpan(labels[row] * featureCount, featureCount);
            sums[labels[row]] += matrix.WeightOf(row) * ofSquaredDistance(SquaredDistance.Between(matrix.Row(row), mean));
        }

        return sums;
    }
}
