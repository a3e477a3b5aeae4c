namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class TableSummary : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown
    {
        get
        {
            DisplayContent content = new();
            content.Say($"{NumberText.Counted(RowCount, "row")}, {NumberText.Counted(Columns.Count, "column")}.");
            content.Add(SummaryTables.Numbers([.. Columns.OfType<NumericSummary>()]));
            content.Add(SummaryTables.Categories([.. Columns.OfType<CategoricalSummary>()]));
            content.Add(SummaryTables.Others([.. Columns.Where(column => column is not (NumericSummary or CategoricalSummary))]));
            return content.List([.. Findings.Select(finding => finding.Message)]);
        }
    }
}
