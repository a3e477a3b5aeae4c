namespace Segmentation;

/// <summary>Silhouette widths of a clustering (Rousseeuw 1987).</summary>
public static class Silhouette
{
    /// <summary>
    /// The width of each row with Euclidean distances; a row of weight w counts as w equal rows, and a row alone in
    /// its cluster (a cluster whose weights sum to 1 or less) has width 0. Past <see cref="SilhouetteOptions.ExactLimit"/> rows, the widths of a sample stratified by cluster,
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
        int[][] members = ClusterSizes.Members(labels, sizes);
        int[][] chosen = exact ? members : StratifiedSample.Draw(members, options.SampleSize, options.Seed);
        double[][] widths = matrix.RowWeights.IsEmpty
            ? new SilhouetteKernel(matrix, chosen).Widths(options.Threads, cancellationToken)
            : new WeightedSilhouette(matrix, chosen).Widths(options.Threads, cancellationToken);
        double[] clusterMeans = [.. widths.Select((cluster, label) => Mean(matrix, chosen[label], cluster))];
        double[] clusterWeights = ClusterSizes.Weights(matrix, labels, sizes);
        double total = FixedChunks.InOrder(clusterWeights);
        double mean = 0;
        for (int cluster = 0; cluster < sizes.Length; cluster++)
        {
            mean += clusterMeans[cluster] * clusterWeights[cluster] / total;
        }

        SilhouetteEstimate estimate = exact
            ? new(mean)
            : new(mean, chosen.Sum(rows => rows.Length), StandardError(matrix, chosen, widths, clusterMeans, sizes, [.. clusterWeights.Select(weight => weight / total)]));
        return InRowOrder(estimate, chosen, widths, clusterMeans);
    }

    /// <summary>The mean width of a cluster's rows, by their weights.</summary>
    private static double Mean(FeatureMatrix matrix, int[] rows, double[] widths)
    {
        if (matrix.RowWeights.IsEmpty)
        {
            return FixedChunks.InOrder(widths) / widths.Length;
        }

        double sum = 0;
        double weights = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            sum += matrix.WeightOf(rows[i]) * widths[i];
            weights += matrix.WeightOf(rows[i]);
        }

        return sum / weights;
    }

    /// <summary>
    /// Of a stratified mean, with the finite-population correction (Cochran 1977, section 5.4); where rows carry weights,
    /// the mean of a cluster is a ratio of two sums, with the variance of such a one (section 6.4).
    /// </summary>
    private static double StandardError(
        FeatureMatrix matrix, int[][] rows, double[][] widths, double[] means, int[] sizes, double[] shares)
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
            double sampleVariance = matrix.RowWeights.IsEmpty
                ? sample.Sum(width => (width - mean) * (width - mean)) / (sample.Length - 1)
                : WeightedVariance(matrix, rows[cluster], sample, mean);
            double share = shares[cluster];
            variance += share * share * sampleVariance / sample.Length * (1 - ((double)sample.Length / sizes[cluster]));
        }

        return Math.Sqrt(variance);
    }

    /// <summary>The sample variance of w (width - mean) over the mean weight; of equal weights that of the widths.</summary>
    private static double WeightedVariance(FeatureMatrix matrix, int[] rows, double[] widths, double mean)
    {
        double squares = 0;
        double weights = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            double weight = matrix.WeightOf(rows[i]);
            squares += weight * weight * (widths[i] - mean) * (widths[i] - mean);
            weights += weight;
        }

        double meanWeight = weights / rows.Length;
        return squares / (meanWeight * meanWeight) / (rows.Length - 1);
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
