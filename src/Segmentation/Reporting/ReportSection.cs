namespace Segmentation;

/// <summary>A section of the report: its heading, and what stands below it.</summary>
/// <param name="Id">Where links lead.</param>
/// <param name="Title">The heading, and the entry in the contents.</param>
/// <param name="Body">Adds what stands below the heading.</param>
internal sealed record ReportSection(string Id, string Title, Action<HtmlBuilder, SegmentationResult> Body)
{
    /// <summary>Whether there is something to say; otherwise the section is left out. Default: always.</summary>
    public Func<SegmentationResult, bool> Applies { get; init; } = _ => true;

    /// <summary>Adds the section to a report.</summary>
    public void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<section id=\"{Id}\" aria-labelledby=\"{Id}-title\"><h2 id=\"{Id}-title\">{Title}</h2>");
        Body(html, result);
        html.Add($"</section>");
    }
}
