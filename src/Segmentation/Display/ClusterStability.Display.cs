namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class ClusterStability : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayTable Shown => new(
        $"Stability of the clusters over {NumberText.Counted(Samples, "bootstrap sample")}",
        ["Cluster", "Size", "Mean Jaccard", "Recovered in", "Dissolved in", "Reading"],
        Clusters.Select(cluster => new DisplayCell[]
        {
            cluster.Cluster + 1, cluster.Size, DisplayCell.Beside(cluster.MeanJaccard, 2, ClusterRecovery.Bounds),
            DisplayCell.Share((double)cluster.Recovered / Samples), DisplayCell.Share((double)cluster.Dissolved / Samples), VerdictText.Word(cluster.Grade),
        }),
        "Jaccard 1: found again with the very same rows. Below 0.6: do not build on it. Stable is not yet real: noise can be cut the same way each time.");
}
