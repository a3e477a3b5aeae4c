namespace Segmentation;

/// <summary>The report's card for each segment: what it is like and what to do, with the numbers behind it.</summary>
internal static class RecommendationSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<section id=\"actions\"><h2>What to do</h2>");
        html.Add($"<p class=\"note\">These are ideas to test, not facts: each follows from a rule and from the numbers below it. Try one on part of a segment and compare with the rest.</p>");
        foreach (SegmentProfile profile in result.Profiles)
        {
            html.Add($"<article class=\"segment\" id=\"segment-{profile.Segment}\">");
            html.Add($"<h3>{SegmentMarkup.Swatch(profile.Segment)}{SegmentMarkup.Label(profile)}</h3>");
            html.Add($"<p>{profile.Describe()}</p>");
            AddActions(html, [.. result.Recommendations.Where(recommendation => recommendation.Segment == profile.Segment)]);
            html.Add($"</article>");
        }

        html.Add($"</section>");
    }

    /// <summary>Actions that share a reason stand together, the reason once below them.</summary>
    private static void AddActions(HtmlBuilder html, Recommendation[] recommendations)
    {
        if (recommendations.Length == 0)
        {
            html.Add($"<p>The data support no recommendation for this segment.</p>");
        }

        foreach (IGrouping<string, Recommendation> because in recommendations.GroupBy(recommendation => recommendation.Reason))
        {
            html.Add($"<dl>");
            foreach (Recommendation recommendation in because)
            {
                html.Add($"<dt>{ResultText.Title(recommendation.Family)}</dt><dd>{recommendation.Action}</dd>");
            }

            html.Add($"</dl><p class=\"note\">Why: {because.Key}</p>");
        }
    }
}
