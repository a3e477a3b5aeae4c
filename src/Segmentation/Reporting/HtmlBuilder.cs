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
    public void AddRow(params IReadOnlyList<string> cells)
    {
        Add($"<tr><th scope=\"row\">{cells[0]}</th>");
        foreach (string cell in cells.Skip(1))
        {
            Add($"<td>{cell}</td>");
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

    /// <summary>Ends a table.</summary>
    public void EndTable() => Add($"</tbody></table></div></div>");

    /// <summary>Adds a list, if there is anything to list; a long one shows its beginning and folds the rest away.</summary>
    public void AddList(IEnumerable<string> items)
    {
        const int MostShown = 8;
        string[] all = [.. items];
        string[] shown = all.Length > MostShown ? all[..(MostShown - 2)] : all;
        AddItems(shown);
        if (shown.Length < all.Length)
        {
            Add($"<details><summary>{all.Length - shown.Length} more</summary>");
            AddItems(all[shown.Length..]);
            Add($"</details>");
        }
    }

    /// <summary>Adds a figure as a static picture: as narrow as can be read, or to scroll sideways where that is wide.</summary>
    public void AddFigure(Figure figure)
    {
        Markup picture = new(figure.Narrowed().ToSvg());
        if (figure.Layout.MinWidth <= Layout.DefaultMinWidth)
        {
            Add($"<figure>{picture}</figure>");
            return;
        }

        Add($"<figure class=\"wide\">");
        StartScrolling(figure.Layout.Title);
        Add($"{picture}</div></figure>");
    }

    /// <inheritdoc/>
    public override string ToString() => html.ToString();

    /// <summary>Starts a block that the keyboard can reach and scroll sideways.</summary>
    private void StartScrolling(string name) =>
        Add($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{name}\">");

    private void AddItems(string[] items)
    {
        if (items.Length == 0)
        {
            return;
        }

        Add($"<ul>");
        foreach (string item in items)
        {
            Add($"<li>{item}</li>");
        }

        Add($"</ul>");
    }

    /// <summary>
    /// Text without what HTML cannot hold (control characters) and what would turn the rest of a sentence around (the
    /// marks that set the direction of writing for what follows them).
    /// </summary>
    private static string Harmless(string? text) => string.Concat((text ?? string.Empty).Select(character => character switch
    {
        '\n' or '\t' => character,
        _ when char.IsControl(character) => '\uFFFD',
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => '\uFFFD',
        _ => character,
    }));

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

        public void AppendFormatted(string? text) => html.Append(WebUtility.HtmlEncode(Harmless(text)));

        public void AppendFormatted(int number) => html.Append(number.ToString("#,0", CultureInfo.InvariantCulture));
    }
}
