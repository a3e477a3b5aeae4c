namespace Segmentation;

/// <summary>
/// How stable the clusters of a K-Means model are (<see cref="ClusterBootstrap"/>), by the lighter K-Means that the choice
/// of k uses. Past 20,000 rows a random sample stands for them: each cluster gives its share of it, but at least 30 rows or
/// all it has, so that a cluster of less than 0.15% of the rows weighs more there than it does.
/// </summary>
internal static class ModelStability
{
    public const int MostRows = 20_000;

    /// <param name="matrix">The rows.</param>
    /// <param name="model">The clusters that all rows were cut into.</param>
    /// <param name="algorithm">The algorithm that made the model, with its seed and threads.</param>
    /// <param name="samples">The bootstrap samples.</param>
    /// <param name="progress">Is told how many samples are done; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ClusterStability Of(
        FeatureMatrix matrix,
        KMeansModel model,
        KMeans algorithm,
        int samples,
        IProgress<ResamplingProgress>? progress,
        CancellationToken cancellationToken)
    {
        ClusterBootstrap bootstrap = new(ClusterCountScan.Lighter(algorithm with { ClusterCount = model.ClusterCount }))
        {
            Samples = samples,
            Seed = algorithm.Seed,
            Threads = algorithm.Threads,
        };
        if (matrix.RowCount <= MostRows)
        {
            return bootstrap.Run(matrix, model.Labels, progress, cancellationToken);
        }

        int[] rows = [.. StratifiedSample.Draw(ClusterSizes.Members(model.LabelArray, model.Sizes), MostRows, algorithm.Seed).SelectMany(cluster => cluster).Order()];
        int[] labels = [.. rows.Select(row => model.LabelArray[row])];
        return bootstrap.Run(RowSample.Take(matrix, rows), labels, progress, cancellationToken).OutOf(matrix.RowCount);
    }
}
