namespace Segmentation;

/// <summary>The report's card for each segment: its name and size, what stands out, and what to do first.</summary>
internal static class SegmentCards
{
    private const int MostFindings = 3;
    private const int MostActions = 2;

    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<div class=\"cards\">");
        foreach (SegmentProfile profile in result.Profiles)
        {
            AddCard(html, result, profile);
        }

        html.Add($"</div>");
    }

    private static void AddCard(HtmlBuilder html, SegmentationResult result, SegmentProfile profile)
    {
        html.Add($"<article class=\"card\" id=\"segment-{profile.Segment}\" aria-labelledby=\"segment-{profile.Segment}-name\">");
        html.Add($"<h3 id=\"segment-{profile.Segment}-name\">{SegmentMarkup.Swatch(profile.Segment)}{SegmentMarkup.Label(profile)}</h3>");
        html.Add($"<p class=\"size\">{SegmentMarkup.Size(profile)}</p>{SegmentMarkup.ShareBar(profile)}");
        IReadOnlyList<string> findings = CardFindings.Short(profile);
        html.AddItems(findings.Count == 0 ? [CardFindings.None(profile)] : findings.Take(MostFindings));
        html.AddTerms(CardFacts.Of(result, profile).Where(fact => fact.Term != CardFacts.SeparationTerm || result.Stability is null));
        AddActions(html, [.. result.Recommendations.Where(recommendation => recommendation.Segment == profile.Segment)]);
        html.Add($"<p class=\"more\"><a href=\"#actions-{profile.Segment}\">All about segment {profile.Segment}</a></p>");
        html.Add($"</article>");
    }

    private static void AddActions(HtmlBuilder html, Recommendation[] recommendations)
    {
        if (recommendations.Length == 0)
        {
            html.Add($"<p class=\"todo\">The data support no recommendation.</p>");
            return;
        }

        html.Add($"<p class=\"todo\"><strong>Try first</strong></p>");
        html.AddItems(recommendations.Take(MostActions).Select(recommendation => recommendation.Action));
    }
}
