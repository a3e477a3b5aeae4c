namespace Segmentation;

/// <summary>Shown as a calculation by hand: the squared distances of the rows, and where the centroids go.</summary>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class KMeansIteration : IDisplayable
{
    private const int MostRows = 20;

    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown => new DisplayContent()
        .Add(new DisplayTable(
            FormattableString.Invariant($"Iteration {Number}: each row goes to the nearest centroid"),
            ["Row", .. Matrix.FeatureNames, .. Clusters.Select(cluster => $"Squared distance to {cluster + 1}"), "Cluster"],
            Enumerable.Range(0, Math.Min(MostRows, Matrix.RowCount)).Select(AssignmentOf),
            Matrix.RowCount > MostRows ? $"… and {NumberText.Counted(Matrix.RowCount - MostRows, "more row")}." : null))
        .Add(new DisplayTable(
            "Each centroid goes to the mean of its rows",
            ["Centroid", "Rows", .. Matrix.FeatureNames.Select(name => $"{name} before"), .. Matrix.FeatureNames.Select(name => $"{name} after")],
            Clusters.Select<int, DisplayCell[]>(cluster => [cluster + 1, Sizes[cluster], .. Before.CellsOf(cluster), .. After.CellsOf(cluster)]),
            $"Inertia, the sum of the squared distances: {NumberText.Of(Inertia)}."));

    private IEnumerable<int> Clusters => Enumerable.Range(0, Before.RowCount);

    private DisplayCell[] AssignmentOf(int row) =>
    [
        row, .. Matrix.CellsOf(row),
        .. Clusters.Select(cluster => (DisplayCell)SquaredDistance.Between(Matrix.Row(row), Before.Row(cluster))),
        labels[row] + 1,
    ];
}
