namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class SilhouetteResult : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown => new DisplayContent()
        .Say($"Mean silhouette width {ResultText.Silhouette(Mean)}.")
        .Add(new DisplayTable(
            "Mean width of each cluster",
            ["Cluster", "Rows", "Mean width"],
            ClusterMeans.Select((mean, cluster) => new DisplayCell[] { cluster + 1, Labels.Count(cluster), DisplayCell.Fixed(mean, 3) })));
}
