namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class FeatureMatrix : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayTable Shown
    {
        get
        {
            const int MostRows = 10;
            int rows = Math.Min(MostRows, RowCount);
            string size = $"{NumberText.Counted(RowCount, "row")} x {NumberText.Counted(FeatureCount, "feature")}";
            return new(
                rows == RowCount ? size : $"{size}, the first {rows} rows",
                ["Row", .. FeatureNames],
                Enumerable.Range(0, rows).Select<int, DisplayCell[]>(row => [row, .. CellsOf(row)]));
        }
    }

    /// <summary>The numbers of a row, as cells.</summary>
    internal DisplayCell[] CellsOf(int row) => [.. Row(row).ToArray().Select(value => DisplayCell.Number(value))];
}
