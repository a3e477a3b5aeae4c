using System.Net;
using System.Text;

namespace Segmentation.Notebooks;

/// <summary>
/// A notebook as one HTML file that needs no network. Prose is Markdown without raw HTML; what cells displayed as HTML
/// is taken as it is, because it comes from code that ran on the user's own machine; all other outputs are escaped.
/// </summary>
public static class NotebookPage
{
    /// <summary>Makes the page.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="outputs">Outputs by the number of their cell; a cell that is not among them shows the file's own.</param>
    /// <param name="kind">To read or to present.</param>
    public static string Of(NotebookDocument document, IReadOnlyDictionary<int, CellOutputs> outputs, PageKind kind)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(outputs);
        MarkdownHtml markdown = new(document.Folder);
        PageCell[] cells =
        [
            .. document.Cells.Where(cell => cell.Kind != CellKind.Raw && !cell.Tags.Contains("remove-cell"))
                .Select(cell => new PageCell(cell, Parts(cell, markdown, outputs))),
        ];
        string title = markdown.Title ?? Path.GetFileNameWithoutExtension(document.Path);
        return kind == PageKind.Slides
            ? Page(title, "slides", SlideDeck.Of(cells), $"<script>{Resource("slides.js")}</script>\n")
            : Page(title, "report", $"<main>\n{string.Concat(cells.SelectMany(cell => cell.Parts).Select(part => part.Html))}</main>\n", "");
    }

    private static IReadOnlyList<PagePart> Parts(
        NotebookCell cell, MarkdownHtml markdown, IReadOnlyDictionary<int, CellOutputs> outputs) =>
        cell.Kind == CellKind.Markdown
            ? markdown.Parts(cell.Source)
            : [new PagePart(null, CodeHtml.Of(cell, outputs.GetValueOrDefault(cell.Number), markdown))];

    private static string Page(string title, string style, string body, string script) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{WebUtility.HtmlEncode(title)}</title>
        <style>
        {Resource("page.css")}{Resource(style + ".css")}</style>
        </head>
        <body>
        {body}{script}</body>
        </html>

        """.ReplaceLineEndings("\n");

    private static string Resource(string name)
    {
        using StreamReader reader = new(typeof(NotebookPage).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
