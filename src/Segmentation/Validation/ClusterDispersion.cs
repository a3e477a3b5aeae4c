namespace Segmentation;

/// <summary>Cluster means and the distances to them, from which the centroid-based indices are made.</summary>
internal static class ClusterDispersion
{
    /// <summary>The mean of each cluster's rows, k x d.</summary>
    public static double[] Means(FeatureMatrix matrix, ReadOnlySpan<int> labels, int[] sizes)
    {
        int featureCount = matrix.FeatureCount;
        double[] means = new double[sizes.Length * featureCount];
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<double> values = matrix.Row(row);
            Span<double> sum = means.AsSpan(labels[row] * featureCount, featureCount);
            for (int feature = 0; feature < featureCount; feature++)
            {
                sum[feature] += values[feature];
            }
        }

        for (int i = 0; i < means.Length; i++)
        {
            means[i] /= sizes[i / featureCount];
        }

        return means;
    }

    /// <summary>Adds up, for each cluster, a function of its rows' squared distances to its mean.</summary>
    public static double[] Sum(
        FeatureMatrix matrix, ReadOnlySpan<int> labels, double[] means, Func<double, double> ofSquaredDistance)
    {
        int featureCount = matrix.FeatureCount;
        double[] sums = new double[means.Length / featureCount];
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<double> mean = means.AsSpan(labels[row] * featureCount, featureCount);
            sums[labels[row]] += ofSquaredDistance(SquaredDistance.Between(matrix.Row(row), mean));
        }

        return sums;
    }
}
