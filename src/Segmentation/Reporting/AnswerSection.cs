namespace Segmentation;

/// <summary>The report's first lines: what was asked and found, how sure it is, and what to be careful about.</summary>
internal static class AnswerSection
{
    /// <summary>More cards than this no longer fit a screen or two, so that a list comes before them.</summary>
    private const int MostCards = 6;

    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<p class=\"lead\">{ResultText.Count(result)} {ResultText.Sureness(result)}</p>");
        DivisionSection.Add(html, result);
        html.Add($"<p class=\"note\">The question: which groups of customers are alike in {ResultText.Features(result)}, differ from each other, and are worth treating differently?</p>");
        html.Add($"<p class=\"note\">{string.Join(" ", result.DataUse.Sentences)}</p>");
        if (result.Profiles.Count > MostCards)
        {
            AddSegments(html, result.Profiles);
        }

        AddWarning(html, result.Warnings);
    }

    private static void AddSegments(HtmlBuilder html, IReadOnlyList<SegmentProfile> profiles)
    {
        html.Add($"<ul class=\"answer\">");
        foreach (SegmentProfile profile in profiles)
        {
            html.Add($"<li>{SegmentMarkup.Swatch(profile.Segment)}<a href=\"#segment-{profile.Segment}\">{SegmentMarkup.Label(profile)}</a>: {NumberText.Percent(profile.Share)}</li>");
        }

        html.Add($"</ul>");
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
