namespace Segmentation;

/// <summary>The report's card for each segment: its name and size, what stands out, and the way to what to do.</summary>
internal static class SegmentCards
{
    private const int MostFindings = 3;

    /// <summary>Of more segments than this a card says the strongest finding alone.</summary>
    private const int ManySegments = 6;

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
        html.AddItems(findings.Count == 0 ? [CardFindings.None(profile)] : findings.Take(result.Profiles.Count > ManySegments ? 1 : MostFindings));
        AddFacts(html, [.. CardFacts.Of(result, profile)]);
        html.Add($"<p class=\"more\"><a href=\"#actions-{profile.Segment}\">What to do for segment {profile.Segment}</a></p>");
        html.Add($"</article>");
    }

    private static void AddFacts(HtmlBuilder html, (string Term, string Value)[] facts)
    {
        if (facts.Length > 0)
        {
            html.StartFold(ReportNumbers.Sentence(facts.Select(fact => fact.Term)));
            html.AddTerms(facts);
            html.EndFold();
        }
    }
}
