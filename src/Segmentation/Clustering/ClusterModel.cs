namespace Segmentation;

/// <summary>
/// What a clustering algorithm found: a label for each row and a centroid for each cluster. Clusters are numbered from
/// 0 by falling size (by falling total weight where rows are weighted), ties by centroid, feature by feature.
/// </summary>
public abstract class ClusterModel
{
    private readonly int[] labels;

    private protected ClusterModel(int[] labels, int[] sizes, FeatureMatrix centroids, double inertia)
    {
        this.labels = labels;
        Sizes = sizes;
        Centroids = centroids;
        Inertia = inertia;
    }

    /// <summary>The number of clusters, k.</summary>
    public int ClusterCount => Centroids.RowCount;

    /// <summary>The cluster of each row, 0 to k - 1, in row order.</summary>
    public ReadOnlySpan<int> Labels => labels;

    /// <summary>The mean of each cluster, k x d, in the space that was clustered.</summary>
    public FeatureMatrix Centroids { get; }

    /// <summary>
    /// The sum over all rows of the squared Euclidean distance to the cluster's centroid (times the row's weight), in
    /// the space that was clustered. A sum, not a mean.
    /// </summary>
    public double Inertia { get; }

    /// <summary>The number of rows in each cluster, k of them.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>The labels themselves, for loops that run on several threads; never written to.</summary>
    internal int[] LabelArray => labels;
}
