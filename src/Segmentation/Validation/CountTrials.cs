namespace Segmentation;

/// <summary>The models of the numbers of clusters that were tried, and their scores by inner indices, by rising number.</summary>
/// <param name="scan">The options.</param>
/// <param name="matrix">The rows.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class CountTrials(ClusterCountScan scan, FeatureMatrix matrix, CancellationToken cancellationToken)
{
    private readonly SortedList<int, CountTrial> trials = [];

    /// <summary>The rows.</summary>
    public FeatureMatrix Matrix => matrix;

    /// <summary>What was tried, by rising number of clusters.</summary>
    public IReadOnlyList<CountTrial> All => [.. trials.Values];

    /// <summary>The largest number of clusters.</summary>
    public CountTrial Last => trials.Values[^1];

    /// <summary>Tries a number of clusters, beginning from the model of one less where there is one.</summary>
    /// <param name="clusterCount">k, at most the number of different rows, not tried yet.</param>
    /// <param name="most">The largest number that will be tried soon.</param>
    public void Try(int clusterCount, int most)
    {
        ClusterModel? smaller = trials.GetValueOrDefault(clusterCount - 1)?.Model;
        IClusterer<ClusterModel> clusterer = scan.Clusterer(clusterCount);
        ClusterModel model = clusterer is IGrowingClusterer growing
            ? growing.FitBeyond(smaller, most, matrix, null, cancellationToken)
            : clusterer.Fit(matrix, null, cancellationToken);
        SilhouetteResult? silhouette = clusterCount == 1 ? null : Silhouette.Of(matrix, model.Labels, scan.Silhouette, cancellationToken);
        trials.Add(clusterCount, new CountTrial(model, Score(model, silhouette), silhouette));
    }

    /// <summary>Whether no further cluster can change anything: the inertia is 0 up to rounding.</summary>
    public bool IsExhausted => HasNoInertia(Last.Model);

    private bool HasNoInertia(ClusterModel model) => NoInertia.Is(model.Inertia, trials.Count == 0 ? model.Inertia : trials[1].Model.Inertia);

    private ClusterCountScore Score(ClusterModel model, SilhouetteResult? silhouette)
    {
        // Of an inertia that is nothing but rounding no index is made.
        bool hasIndices = silhouette is not null && !HasNoInertia(model);
        return new(
            model.ClusterCount,
            model.Inertia,
            silhouette?.Mean,
            hasIndices ? CalinskiHarabasz.Of(matrix, model.Labels) : null,
            hasIndices ? DaviesBouldin.Of(matrix, model.Labels) : null,
            SmallestSize(model));
    }

    private int SmallestSize(ClusterModel model)
    {
        const double Rounding = 1e-9;   // of a sum of weights: three of 0.1 are no more than 0.3
        double least = ClusterSizes.Weights(matrix, model.Labels, [.. model.Sizes]).Min();
        return (int)Math.Min(int.MaxValue, Math.Ceiling(least * (1 - Rounding)));
    }
}

/// <summary>A number of clusters that was tried.</summary>
/// <param name="Model">The clusters.</param>
/// <param name="Score">What inner indices say.</param>
/// <param name="Silhouette">The widths; null for one cluster.</param>
internal sealed record CountTrial(ClusterModel Model, ClusterCountScore Score, SilhouetteResult? Silhouette)
{
    public int ClusterCount => Model.ClusterCount;
}
