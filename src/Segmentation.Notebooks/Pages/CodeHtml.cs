using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Segmentation.Notebooks;

/// <summary>A code cell as HTML: its text folded away, its outputs below.</summary>
internal static partial class CodeHtml
{
    private static readonly string[] Images = ["image/png", "image/jpeg", "image/gif"];

    /// <param name="cell">The cell.</param>
    /// <param name="outputs">Its outputs; null for those in the file.</param>
    /// <param name="markdown">For outputs that are Markdown.</param>
    public static string Of(NotebookCell cell, CellOutputs? outputs, MarkdownHtml markdown)
    {
        StringBuilder html = new();
        if (!cell.Tags.Contains("remove-input") && !string.IsNullOrWhiteSpace(cell.Source))
        {
            html.Append("<details class=\"code\"><summary>Code</summary><pre><code>")
                .Append(WebUtility.HtmlEncode(cell.Source.TrimEnd())).Append("</code></pre></details>\n");
        }

        if (!cell.Tags.Contains("remove-output"))
        {
            foreach (JsonObject output in outputs?.ToJson().OfType<JsonObject>() ?? cell.Outputs)
            {
                html.Append("<div class=\"output\">").Append(Output(output, markdown)).Append("</div>\n");
            }
        }

        return html.ToString();
    }

    private static string Output(JsonObject output, MarkdownHtml markdown) => NotebookText.Of(output["output_type"]) switch
    {
        "stream" => Text(NotebookText.Of(output["text"]), NotebookText.Of(output["name"]) == "stderr" ? "stderr" : "stdout"),
        "error" => Text(string.Join('\n', (output["traceback"] as JsonArray ?? []).Select(NotebookText.Of)), "stderr"),
        _ => Data(output["data"] as JsonObject ?? [], markdown),
    };

    /// <summary>The richest form that needs nothing but a browser.</summary>
    private static string Data(JsonObject data, MarkdownHtml markdown)
    {
        if (NotebookText.Of(data["text/html"]) is string html)
        {
            return html;
        }

        string? alt = WebUtility.HtmlEncode(NotebookText.Of(data["text/plain"]) ?? string.Empty);
        if (NotebookText.Of(data["image/svg+xml"]) is string svg)
        {
            return $"<img src=\"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}\" alt=\"{alt}\">";
        }

        if (Images.FirstOrDefault(type => data[type] is not null) is string image)
        {
            string bytes = WebUtility.HtmlEncode(NotebookText.Of(data[image])?.ReplaceLineEndings("") ?? string.Empty);
            return $"<img src=\"data:{image};base64,{bytes}\" alt=\"{alt}\">";
        }

        return NotebookText.Of(data["text/markdown"]) is string text
            ? string.Concat(markdown.Parts(text).Select(part => part.Html))
            : Text(NotebookText.Of(data["text/plain"]), "plain");
    }

    private static string Text(string? text, string style) =>
        $"<pre class=\"{style}\">{WebUtility.HtmlEncode(Colours().Replace(text ?? string.Empty, "").TrimEnd())}</pre>";

    /// <summary>A terminal's codes, which some programs print.</summary>
    [GeneratedRegex(@"\x1B\[[0-9;]*[A-Za-z]")]
    private static partial Regex Colours();
}
