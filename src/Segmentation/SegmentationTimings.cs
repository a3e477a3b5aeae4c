namespace Segmentation;

/// <summary>Where the time went, in seconds.</summary>
/// <param name="Load">Reading the file; 0 where the table came from elsewhere.</param>
/// <param name="Prepare">Ordering, exploring and scaling.</param>
/// <param name="Cluster">All clusterings, those of the choice of k included.</param>
/// <param name="Validate">Silhouettes and the other indices.</param>
/// <param name="Total">Everything, loading included.</param>
public sealed record SegmentationTimings(double Load, double Prepare, double Cluster, double Validate, double Total);
