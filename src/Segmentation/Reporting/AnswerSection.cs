namespace Segmentation;

/// <summary>The report's first lines: what was found, how sure it is, and what to be careful about.</summary>
internal static class AnswerSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<p class=\"lead\">{ResultText.Count(result)} {ResultText.Sureness(result)}</p>");
        html.Add($"<ul class=\"answer\">");
        foreach (SegmentProfile profile in result.Profiles)
        {
            html.Add($"<li>{SegmentMarkup.Swatch(profile.Segment)}<a href=\"#segment-{profile.Segment}\">{profile.Name}</a>: {SegmentMarkup.Size(profile)}</li>");
        }

        html.Add($"</ul>");
        AddWarning(html, result.Warnings);
    }

    private static void AddWarning(HtmlBuilder html, IReadOnlyList<string> warnings)
    {
        if (warnings.Count == 0)
        {
            return;
        }

        html.Add($"<p class=\"warning\"><strong>Mind this:</strong> {warnings[0]}");
        if (warnings.Count > 1)
        {
            html.Add($"<a href=\"#care\">{warnings.Count - 1} more below.</a>");
        }

        html.Add($"</p>");
    }
}
