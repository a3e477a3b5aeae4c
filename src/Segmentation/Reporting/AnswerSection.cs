namespace Segmentation;

/// <summary>The report's first lines: what was found, how sure it is, and what to be careful about.</summary>
internal static class AnswerSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<p class=\"lead\">{ResultText.Count(result)} {ResultText.Sureness(result)}</p>");
        html.Add($"<ul>");
        foreach (SegmentProfile profile in result.Profiles)
        {
            html.Add($"<li>{SegmentMarkup.Swatch(profile.Segment)}<a href=\"#segment-{profile.Segment}\">{profile.Name}</a>: {NumberText.Customers(profile.Size)} ({NumberText.Percent(profile.Share)})</li>");
        }

        html.Add($"</ul>");
        foreach (string warning in result.Warnings.Take(1))
        {
            html.Add($"<p class=\"warning\"><strong>Mind this:</strong> {warning}</p>");
        }
    }
}
