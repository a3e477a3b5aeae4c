namespace Segmentation;

/// <summary>
/// The simplified silhouette of a clustering (Hruschka, de Castro and Campello 2004): distances to the clusters' means
/// stand for the mean distances to their rows. It takes n k distances instead of n (n - 1) / 2, and its values are not
/// those of <see cref="Silhouette"/>: mostly higher, and to be compared with each other only.
/// </summary>
public static class SimplifiedSilhouette
{
    /// <summary>Between two looks at whether the work is to stop.</summary>
    private const int RowsPerLook = 1024;

    /// <summary>
    /// The mean over all rows of (b - a) / max(a, b), where a is a row's Euclidean distance to the mean of its own
    /// cluster and b that to the nearest mean of another; from -1 to 1, higher is better. A row of weight w
    /// counts as w rows. A row alone in its cluster (a cluster of weight 1 or less) counts as 0, as in the silhouette (Vendramin, Campello and Hruschka 2010), and so does one
    /// for which a and b are 0.
    /// </summary>
    /// <param name="matrix">The rows, in the space that was clustered.</param>
    /// <param name="labels">The cluster of each row, from 0 without a gap.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">
    /// The labels do not fit the rows, there are fewer than two clusters, or squared distances do not fit a double.
    /// </exception>
    public static double Of(
        FeatureMatrix matrix, ReadOnlySpan<int> labels, CancellationToken cancellationToken = default)
    {
        int[] sizes = ClusterSizes.Of(matrix, labels);
        DistanceOverflow.Check(matrix);
        double[] weights = ClusterSizes.Weights(matrix, labels, sizes);
        double[] means = ClusterDispersion.Means(matrix, labels, weights);
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            if (row % RowsPerLook == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            sum += weights[labels[row]] <= 1 ? 0 : matrix.WeightOf(row) * Width(matrix.Row(row), labels[row], means);
        }

        return sum / FixedChunks.InOrder(weights);
    }

    private static double Width(ReadOnlySpan<double> row, int own, double[] means)
    {
        double within = 0;
        double between = double.PositiveInfinity;
        for (int cluster = 0, offset = 0; offset < means.Length; cluster++, offset += row.Length)
        {
            double squared = SquaredDistance.Between(row, means.AsSpan(offset, row.Length));
            if (cluster == own)
            {
                within = squared;
            }
            else
            {
                between = Math.Min(between, squared);
            }
        }

        (within, between) = (Math.Sqrt(within), Math.Sqrt(between));
        double larger = Math.Max(within, between);
        return larger == 0 ? 0 : (between - within) / larger;
    }
}
