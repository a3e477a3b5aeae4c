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
    private readonly StringBuilder html = new();

    /// <summary>Adds a line.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] ref Escaping line)
    {
        html.Append('\n');
    }

    /// <summary>Adds a row of a table, the first cell as its header.</summary>
    /// <param name="cells">The cells' texts; the first names the row.</param>
    public void AddRow(params IReadOnlyList<string> cells)
    {
        ReadOnlySpan<string> rest = cells.ToArray().AsSpan(1);
        Add($"<tr><th scope=\"row\">{cells[0]}</th>");
        foreach (string cell in rest)
        {
            Add($"<td>{cell}</td>");
        }

        Add($"</tr>");
    }

    /// <summary>Starts a table that scrolls sideways on a narrow screen, below a caption that does not.</summary>
    public void StartTable(string caption, params IReadOnlyList<string> headers)
    {
        Add($"<p class=\"caption\">{caption}</p>");
        Add($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\"><table><thead><tr>");
        foreach (string header in headers)
        {
            Add($"<th scope=\"col\">{header}</th>");
        }

        Add($"</tr></thead><tbody>");
    }

    /// <summary>Ends a table.</summary>
    public void EndTable() => Add($"</tbody></table></div>");

    /// <summary>Adds a list, if there is anything to list.</summary>
    public void AddList(IEnumerable<string> items)
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

    /// <summary>Adds a figure as a static picture.</summary>
    public void AddFigure(Figure figure) => Add($"<figure>{new Markup(figure.ToSvg())}</figure>");

    /// <inheritdoc/>
    public override string ToString() => html.ToString();

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

        public void AppendFormatted(string? text) => html.Append(WebUtility.HtmlEncode(text));

        public void AppendFormatted(int number) => html.Append(number.ToString("#,0", CultureInfo.InvariantCulture));
    }
}
