using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Segmentation.Notebooks;

/// <summary>The prose of one notebook as HTML: raw HTML is shown as text, and links lead only to where links should.</summary>
internal sealed partial class MarkdownHtml(string folder)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseEmphasisExtras().UseTaskLists().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    private static readonly Dictionary<string, string> Pictures = new()
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".svg"] = "image/svg+xml",
    };

    private readonly HashSet<string> ids = [];

    /// <summary>The text of the first heading so far, or null.</summary>
    public string? Title { get; private set; }

    /// <summary>The text in pieces, each heading beginning a new one.</summary>
    public IReadOnlyList<PagePart> Parts(string source)
    {
        MarkdownDocument document = Markdown.Parse(source, Pipeline);
        foreach (MarkdownObject part in document.Descendants())
        {
            Check(part);
        }

        List<PagePart> parts = [];
        foreach (Block block in document)
        {
            string html = Render(block);
            if (block is HeadingBlock heading)
            {
                parts.Add(new PagePart(heading.Level, html));
            }
            else if (parts.Count == 0)
            {
                parts.Add(new PagePart(null, html));
            }
            else
            {
                parts[^1] = parts[^1] with { Html = parts[^1].Html + html };
            }
        }

        return parts;
    }

    private static string Render(MarkdownObject part, bool asText = false)
    {
        using StringWriter writer = new();
        HtmlRenderer renderer = new(writer) { EnableHtmlForInline = !asText, EnableHtmlEscape = !asText };
        Pipeline.Setup(renderer);
        renderer.Render(part);
        return writer.ToString();
    }

    private void Check(MarkdownObject part)
    {
        switch (part)
        {
            case HeadingBlock heading:
                Title ??= heading.Inline is null ? null : Render(heading.Inline, asText: true).Trim();
                if (heading.TryGetAttributes() is { Id: string id } attributes && !ids.Add(id))
                {
                    attributes.Id = null;
                }

                break;
            case LinkInline { IsImage: true } image:
                image.GetDynamicUrl = null;
                image.Url = Picture(image.Url ?? string.Empty);
                break;
            case LinkInline link:
                link.GetDynamicUrl = null;
                link.Url = Address(link.Url ?? string.Empty);
                break;
            case AutolinkInline link when Scheme(link.Url) is not ("http" or "https" or "mailto") && !link.IsEmail:
                link.Url = string.Empty;
                break;
        }
    }

    /// <summary>Another notebook's page stands beside this one.</summary>
    private static string Address(string url)
    {
        string? scheme = Scheme(url);
        return scheme is "http" or "https" or "mailto" ? url
            : scheme is not null ? string.Empty
            : Notebook().Replace(url, ".html");
    }

    /// <summary>A picture beside the notebook goes into the page, which stands elsewhere.</summary>
    private string Picture(string url)
    {
        if (Scheme(url) is string scheme)
        {
            return scheme is "http" or "https" || url.StartsWith("data:image/", StringComparison.Ordinal) ? url : string.Empty;
        }

        string path = Path.GetFullPath(Uri.UnescapeDataString(url), folder);
        return Pictures.TryGetValue(Path.GetExtension(path), out string? type) && File.Exists(path)
            ? $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}"
            : url;
    }

    /// <summary>What a browser takes for the scheme: it ignores blanks and control characters.</summary>
    private static string? Scheme(string url)
    {
        string visible = string.Concat(url.Where(letter => letter > ' '));
        return SchemePattern().Match(visible) is { Success: true } match ? match.Groups[1].Value.ToLowerInvariant() : null;
    }

    [GeneratedRegex("^([a-zA-Z][a-zA-Z0-9+.-]*):")]
    private static partial Regex SchemePattern();

    [GeneratedRegex(@"\.ipynb(?=$|#)")]
    private static partial Regex Notebook();
}
