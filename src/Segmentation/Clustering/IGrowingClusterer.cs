namespace Segmentation;

/// <summary>A clusterer that can make use of a good clustering with one cluster less, as a scan over k has it.</summary>
internal interface IGrowingClusterer
{
    /// <summary>Groups the rows as <see cref="IClusterer{TModel}.Fit"/> does, and also from the smaller model's centroids and one more.</summary>
    /// <param name="smaller">A model of the same rows with one cluster less; null for none.</param>
    /// <param name="mostClusters">The largest number of clusters that the scan will ask for: what is solved for all at once is kept.</param>
    /// <param name="matrix">The rows.</param>
    /// <param name="progress">Is told how far the work is; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ClusterModel FitBeyond(
        ClusterModel? smaller,
        int mostClusters,
        FeatureMatrix matrix,
        IProgress<ClusteringProgress>? progress,
        CancellationToken cancellationToken);
}
