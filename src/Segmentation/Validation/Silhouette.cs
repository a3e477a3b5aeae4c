namespace Segmentation;

/// <summary>Silhouette widths of a clustering (Rousseeuw 1987).</summary>
public static class Silhouette
{
    /// <summary>
    /// The width of each row with Euclidean distances; every row counts once, and a row alone in its cluster has
    /// width 0. Past <see cref="SilhouetteOptions.ExactLimit"/> rows, the widths of a sample stratified by cluster,
    /// with distances within the sample; then the mean is weighted by the clusters' true sizes and carries its standard
    /// error. <see cref="SimplifiedSilhouette"/> is the cheaper form with distances to centroids.
    /// </summary>
    /// <param name="matrix">The rows, in the space that was clustered.</param>
    /// <param name="labels">The cluster of each row, from 0 without a gap.</param>
    /// <param name="options">Limits, seed and threads; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">
    /// The labels do not fit the rows, there are fewer than two clusters, or squared distances do not fit a double.
    /// </exception>
    public static SilhouetteResult Of(
        FeatureMatrix matrix,
        ReadOnlySpan<int> labels,
        SilhouetteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new SilhouetteOptions();
        int[] sizes = ClusterSizes.Of(matrix, labels);
        DistanceOverflow.Check(matrix);
        bool exact = matrix.RowCount <= options.ExactLimit;
        int[][] members = Members(labels, sizes);
        int[][] chosen = exact ? members : StratifiedSample.Draw(members, options.SampleSize, options.Seed);
        double[][] widths = new SilhouetteKernel(matrix, chosen).Widths(options.Threads, cancellationToken);
        double[] clusterMeans = [.. widths.Select(cluster => FixedChunks.InOrder(cluster) / cluster.Length)];
        double mean = 0;
        for (int cluster = 0; cluster < sizes.Length; cluster++)
        {
            mean += clusterMeans[cluster] * sizes[cluster] / matrix.RowCount;
        }

        SilhouetteEstimate estimate = exact
            ? new(mean)
            : new(mean, chosen.Sum(rows => rows.Length), StandardError(widths, clusterMeans, sizes, matrix.RowCount));
        return InRowOrder(estimate, chosen, widths, clusterMeans);
    }

    private static int[][] Members(ReadOnlySpan<int> labels, int[] sizes)
    {
        int[][] members = [.. sizes.Select(size => new int[size])];
        int[] filled = new int[sizes.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            int cluster = labels[row];
            members[cluster][filled[cluster]++] = row;
        }

        return members;
    }

    /// <summary>Of a stratified mean, with the finite-population correction (Cochran 1977, section 5.4).</summary>
    private static double StandardError(double[][] widths, double[] means, int[] sizes, int rowCount)
    {
        double variance = 0;
        for (int cluster = 0; cluster < sizes.Length; cluster++)
        {
            double[] sample = widths[cluster];
            if (sample.Length < 2)
            {
                continue;
            }

            double mean = means[cluster];
            double sampleVariance = sample.Sum(width => (width - mean) * (width - mean)) / (sample.Length - 1);
            double share = (double)sizes[cluster] / rowCount;
            variance += share * share * sampleVariance / sample.Length * (1 - ((double)sample.Length / sizes[cluster]));
        }

        return Math.Sqrt(variance);
    }

    private static SilhouetteResult InRowOrder(
        SilhouetteEstimate estimate, int[][] rowsOfCluster, double[][] widthsOfCluster, double[] clusterMeans)
    {
        int[] rows = [.. rowsOfCluster.SelectMany(cluster => cluster)];
        int[] labels = [.. rowsOfCluster.SelectMany((cluster, label) => Enumerable.Repeat(label, cluster.Length))];
        double[] widths = [.. widthsOfCluster.SelectMany(cluster => cluster)];
        int[] order = [.. Enumerable.Range(0, rows.Length)];
        Array.Sort((int[])rows.Clone(), order);
        return new SilhouetteResult(
            estimate,
            [.. order.Select(i => rows[i])],
            [.. order.Select(i => labels[i])],
            [.. order.Select(i => widths[i])],
            clusterMeans);
    }
}
