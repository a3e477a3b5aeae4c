namespace Segmentation;

/// <summary>
/// A table as HTML that takes its colours from the page, light or dark. Styles stand in the elements, because viewers of
/// notebooks take out classes and style sheets.
/// </summary>
internal static class TableHtml
{
    private const string Padding = "padding:.25em .8em .25em 0;vertical-align:top";
    private const string Cell = $"{Padding};border-bottom:1px solid rgba(128,128,128,.35)";
    private const string Digits = ";white-space:nowrap;font-variant-numeric:tabular-nums";

    private static readonly Markup Header = new($"{Padding};border-bottom:1px solid currentColor;font-weight:600");

    public static string Of(DisplayTable table)
    {
        HtmlBuilder html = new();
        html.Add($"<div style=\"overflow-x:auto;max-width:100%\"><table style=\"border-collapse:collapse;background:transparent;color:inherit;margin:.3em 0 .6em\">");
        if (table.Caption.Length > 0)
        {
            html.Add($"<caption style=\"caption-side:top;text-align:left;font-weight:600;padding:.2em 0\">{table.Caption}</caption>");
        }

        string[] sides = [.. table.Headers.Take(DisplayTable.MostColumns).Select((_, column) => table.IsNumeric(column) ? "right" : "left")];
        Markup[] styles = [.. sides.Select(side => new Markup($"{Cell};text-align:{side}{(side == "right" ? Digits : string.Empty)}"))];
        html.Add($"<thead><tr>");
        for (int column = 0; column < sides.Length; column++)
        {
            html.Add($"<th scope=\"col\" style=\"{Header};text-align:{sides[column]}\">{table.Headers[column]}</th>");
        }

        html.Add($"</tr></thead><tbody>");
        foreach (IReadOnlyList<DisplayCell> row in table.Rows)
        {
            html.Add($"<tr><th scope=\"row\" style=\"{styles[0]};font-weight:400\">{row[0].ToString()}</th>");
            for (int column = 1; column < styles.Length; column++)
            {
                html.Add($"<td style=\"{styles[column]}\">{row[column].ToString()}</td>");
            }

            html.Add($"</tr>");
        }

        html.Add($"</tbody></table></div>");
        foreach (string note in new[] { table.Unshown(sides.Length), table.Note }.OfType<string>())
        {
            html.Add($"<p style=\"margin:.2em 0 .8em\">{note}</p>");
        }

        return html.ToString();
    }
}
