namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class CorrelationMatrix : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayTable Shown => new(
        Method == CorrelationMethod.Spearman ? "Spearman's rho" : "Pearson's r",
        ["", .. ColumnNames],
        ColumnNames.Select((name, row) => ColumnNames
            .Select((_, column) => DisplayCell.Fixed(this[row, column], 2)).Prepend(name).ToArray()));
}
