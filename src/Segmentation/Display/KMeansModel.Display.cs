namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class KMeansModel : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown => new DisplayContent()
        .Say(FormattableString.Invariant(
            $"K-Means with {NumberText.Counted(ClusterCount, "cluster")}: inertia {NumberText.Of(Inertia)}, {NumberText.Counted(Iterations, "iteration")}, {(Converged ? "converged" : "not converged")}."))
        .Add(new DisplayTable(
            "Clusters and their centroids, in the space that was clustered",
            ["Cluster", "Size", .. Centroids.FeatureNames],
            Sizes.Select<int, DisplayCell[]>((size, cluster) => [cluster + 1, size, .. Centroids.CellsOf(cluster)]),
            "The label of cluster 1 is 0, of cluster 2 is 1, and so on."));
}
