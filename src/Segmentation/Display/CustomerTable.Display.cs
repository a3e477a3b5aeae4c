namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class CustomerTable : IDisplayable
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
            const int LongestCell = 40;
            int rows = Math.Min(MostRows, RowCount);
            string size = $"{NumberText.Counted(RowCount, "row")} and {NumberText.Counted(Columns.Count, "column")}";
            return new(
                rows == RowCount ? size : $"{size}, the first {rows} rows",
                Columns.Count == 0 ? ["(no columns)"] : [.. Columns.Select(column => $"{column.Name} · {Word(column.Kind)}")],
                Enumerable.Range(0, rows).Select(row => Columns.Select(column => Cell(column, row)).ToArray()),
                rows == RowCount ? null : $"… and {NumberText.Counted(RowCount - rows, "more row")}.");

            static DisplayCell Cell(Column column, int row) => column is NumericColumn
                ? DisplayCell.Exact(column.TextAt(row))
                : DisplayCell.Text(column.TextAt(row) is string text ? PlainText.Shorten(text, LongestCell) : null);
        }
    }

    private static string Word(ColumnKind kind) => kind switch
    {
        ColumnKind.Numeric => "number",
        ColumnKind.Categorical => "category",
        ColumnKind.Date => "date",
        ColumnKind.Id => "id",
        _ => "text",
    };
}
