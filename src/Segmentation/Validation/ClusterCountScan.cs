namespace Segmentation;

/// <summary>Clusters the same rows with 1, 2, … K clusters, scores each and says which number the data support.</summary>
public sealed record ClusterCountScan
{
    /// <summary>Makes a scan.</summary>
    /// <param name="clusterer">The algorithm for each number of clusters, such as <c>k => new KMeans(k)</c>.</param>
    public ClusterCountScan(Func<int, IClusterer<ClusterModel>> clusterer)
    {
        ArgumentNullException.ThrowIfNull(clusterer);
        Clusterer = clusterer;
    }

    /// <summary>The algorithm for each number of clusters.</summary>
    public Func<int, IClusterer<ClusterModel>> Clusterer { get; init; }

    /// <summary>The largest number of clusters to try, at least 2; default 10. Fewer where there are fewer different rows.</summary>
    public int MaxClusters
    {
        get;
        init => field = value >= 2
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxClusters), value, "MaxClusters must be at least 2.");
    } = 10;

    /// <summary>How silhouettes are computed.</summary>
    public SilhouetteOptions Silhouette
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Silhouette));
    } = new();

    /// <summary>Runs the scan.</summary>
    /// <param name="matrix">The rows to cluster.</param>
    /// <param name="progress">Is told each number of clusters when its score is known; may be null.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public ClusterCountVerdict Run(
        FeatureMatrix matrix, IProgress<ClusterCountScore>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        List<ClusterCountScore> scores = [];
        List<ClusterModel> models = [];
        int most = DistinctRows.CountUpTo(MaxClusters, matrix);
        if (most == 0)
        {
            throw new ArgumentException("There is no row to cluster.", nameof(matrix));
        }

        for (int clusterCount = 1; clusterCount <= most; clusterCount++)
        {
            ClusterModel model = Clusterer(clusterCount).Fit(matrix, null, cancellationToken);
            ClusterCountScore score = Score(matrix, model, cancellationToken);
            models.Add(model);
            scores.Add(score);
            progress?.Report(score);
        }

        return ClusterCountDecision.From(scores, models, clusterCount => UniformReference.Silhouettes(
            matrix, Clusterer(clusterCount), Silhouette.Seed, Silhouette.Threads, cancellationToken));
    }

    private ClusterCountScore Score(FeatureMatrix matrix, ClusterModel model, CancellationToken cancellationToken)
    {
        bool comparable = model.ClusterCount > 1;
        return new ClusterCountScore(
            model.ClusterCount,
            model.Inertia,
            comparable ? Segmentation.Silhouette.Of(matrix, model.Labels, Silhouette, cancellationToken).Mean : null,
            comparable ? CalinskiHarabasz.Of(matrix, model.Labels) : null,
            comparable ? DaviesBouldin.Of(matrix, model.Labels) : null,
            model.Sizes.Min());
    }
}
