namespace Segmentation;

/// <summary>
/// A clustering algorithm with its options. It holds no data: fitting returns a model of its own, and one clusterer
/// can be fitted many times.
/// </summary>
/// <typeparam name="TModel">What fitting returns.</typeparam>
public interface IClusterer<out TModel>
    where TModel : ClusterModel
{
    /// <summary>Groups the rows of a matrix.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="progress">Is told how far the work is; may be null.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    TModel Fit(
        FeatureMatrix matrix,
        IProgress<ClusteringProgress>? progress = null,
        CancellationToken cancellationToken = default);
}

/// <summary>How far a clustering is.</summary>
/// <param name="Restart">The restart under way, from 1.</param>
/// <param name="Restarts">The number of restarts.</param>
/// <param name="Iteration">The iteration of this restart that just ended, from 1.</param>
/// <param name="Inertia">The inertia before that iteration moved the centroids.</param>
public sealed record ClusteringProgress(int Restart, int Restarts, int Iteration, double Inertia)
{
    /// <summary>Tells of the iterations and inertias of one restart; null where nobody listens.</summary>
    internal static Action<int, double>? Reporter(IProgress<ClusteringProgress>? progress, int restart, int restarts) =>
        progress is null
            ? null
            : (iteration, inertia) => progress.Report(new ClusteringProgress(restart, restarts, iteration, inertia));
}
