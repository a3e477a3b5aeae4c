using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Segmentation;

/// <summary>A piece of HTML that is meant as such.</summary>
internal readonly record struct Markup(string Html);

/// <summary>
/// Collects HTML. Whatever an interpolated string fills in is escaped, so that data can never become markup; only a
/// <see cref="Markup"/> goes in as it is.
/// </summary>
internal sealed class HtmlBuilder
{
    /// <summary>A cell with more characters is a sentence: it may break into lines.</summary>
    private const int LongCell = 40;

    private readonly StringBuilder html = new();

    /// <summary>Adds a line.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] ref Escaping line)
    {
        html.Append('\n');
    }

    /// <summary>Adds a row of a table, the first cell as its header.</summary>
    public void AddRow(params IReadOnlyList<string> cells)
    {
        Add($"<tr><th scope=\"row\">{cells[0]}</th>");
        foreach (string cell in cells.Skip(1))
        {
            Add($"<td{new Markup(cell.Length > LongCell ? " class=\"text\"" : string.Empty)}>{cell}</td>");
        }

        Add($"</tr>");
    }

    /// <summary>Starts a table that scrolls sideways on a narrow screen, below a caption that does not.</summary>
    public void StartTable(string caption, params IReadOnlyList<string> headers)
    {
        Add($"<div class=\"table\"><p class=\"caption\">{caption}</p>");
        StartScrolling(caption);
        Add($"<table><thead><tr>");
        foreach (string header in headers)
        {
            Add($"<th scope=\"col\">{header}</th>");
        }

        Add($"</tr></thead><tbody>");
    }

    /// <summary>Starts what is folded away on a screen until the reader opens it; on paper it is open.</summary>
    /// <param name="summary">What is inside.</param>
    public void StartFold(string summary) => Add($"<details class=\"fold\"><summary>{summary}</summary>");

    /// <summary>Ends what is folded away.</summary>
    public void EndFold() => Add($"</details>");

    /// <summary>Ends a table.</summary>
    public void EndTable() => Add($"</tbody></table></div></div>");

    /// <summary>
    /// Adds a list, if there is anything to list; a long one shows its beginning and folds the rest away, and of a very
    /// long one it says how much is left out.
    /// </summary>
    public void AddList(IEnumerable<string> items)
    {
        const int MostShown = 8;
        const int MostItems = 100;
        string[] all = [.. items];
        if (all.Length > MostItems)
        {
            int left = all.Length - MostItems;
            all = [.. all[..MostItems], FormattableString.Invariant($"{left:#,0} more {NumberText.Are(left)} left out here; the run's other files have all.")];
        }

        string[] shown = all.Length > MostShown ? all[..(MostShown - 2)] : all;
        AddItems(shown);
        if (shown.Length < all.Length)
        {
            Add($"<details><summary>{all.Length - shown.Length} more</summary>");
            AddItems(all[shown.Length..]);
            Add($"</details>");
        }
    }

    /// <summary>Adds terms with what each is, if there are any.</summary>
    public void AddTerms(IEnumerable<(string Term, string Value)> terms)
    {
        (string Term, string Value)[] all = [.. terms];
        if (all.Length == 0)
        {
            return;
        }

        Add($"<dl>");
        foreach ((string term, string value) in all)
        {
            Add($"<dt>{term}</dt><dd>{value}</dd>");
        }

        Add($"</dl>");
    }

    /// <summary>Adds a list with all its items, if there is anything to list.</summary>
    public void AddItems(IEnumerable<string> items)
    {
        string[] all = [.. items];
        if (all.Length == 0)
        {
            return;
        }

        Add($"<ul>");
        foreach (string item in all)
        {
            Add($"<li>{item}</li>");
        }

        Add($"</ul>");
    }

    /// <summary>
    /// Adds a figure as a static picture, as narrow as can be read, or to scroll sideways where that is wide; with what
    /// plotly.js needs to draw it, and its data as a table that is folded away.
    /// </summary>
    public void AddFigure(Figure figure)
    {
        Figure narrow = figure.Narrowed();
        bool wide = figure.Layout.MinWidth > Layout.DefaultMinWidth;
        Add($"<figure class=\"chart{(wide ? " wide" : string.Empty)}\" data-width=\"{new Markup(SvgCanvas.Number(wide ? narrow.Layout.Width : 0))}px\">");
        if (wide)
        {
            StartScrolling(figure.Layout.Title);
        }
        else
        {
            Add($"<div>");
        }

        Add($"<div class=\"picture\">{new Markup(narrow.ToSvg())}</div></div>");
        Add($"<script type=\"application/json\">{new Markup(narrow.ToPlotlyJson())}</script>");
        AddData(figure);
        Add($"</figure>");
    }

    /// <inheritdoc/>
    public override string ToString() => html.ToString();

    /// <summary>Starts a block that the keyboard can reach and scroll sideways.</summary>
    private void StartScrolling(string name)
    {
        Add($"<p class=\"hint\" hidden>Scroll sideways to see all of it.</p>");
        Add($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{name}\">");
    }

    private void AddData(Figure figure)
    {
        if (FigureTable.Of(figure) is FigureTable table)
        {
            Add($"<details class=\"data\"><summary>The data of this chart<span class=\"unseen\">: {figure.Layout.Title}</span></summary>");
            StartTable($"Data: {figure.Layout.Title}", table.Headers);
            foreach (IReadOnlyList<string> row in table.Rows)
            {
                AddRow(row);
            }

            EndTable();
            Add($"</details>");
        }
    }

    /// <summary>Escapes what is filled in and writes it straight into the builder.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Escaping
    {
        private readonly StringBuilder html;

        public Escaping(int literalLength, int formattedCount, HtmlBuilder builder)
        {
            html = builder.html;
            html.EnsureCapacity(html.Length + literalLength + (8 * formattedCount));
        }

        public void AppendLiteral(string literal) => html.Append(literal);

        public void AppendFormatted(Markup markup) => html.Append(markup.Html);

        public void AppendFormatted(string? text) => html.Append(WebUtility.HtmlEncode(HarmlessText.Of(text)));

        public void AppendFormatted(int number) => html.Append(number.ToString("#,0", CultureInfo.InvariantCulture));
    }
}
