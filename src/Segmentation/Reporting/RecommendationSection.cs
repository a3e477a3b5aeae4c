namespace Segmentation;

/// <summary>The report's plan for each segment: all that stands out, and what to do, with the numbers behind it.</summary>
internal static class RecommendationSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<p class=\"note\">These are ideas to test, not facts: each follows from a rule of the playbook and from the numbers below it. Try one on part of a segment and compare with the customers that are held out of it.</p>");
        foreach (SegmentProfile profile in result.Profiles)
        {
            html.Add($"<article class=\"segment\" id=\"actions-{profile.Segment}\" aria-labelledby=\"actions-{profile.Segment}-name\">");
            html.Add($"<h3 id=\"actions-{profile.Segment}-name\">{SegmentMarkup.Swatch(profile.Segment)}{SegmentMarkup.Label(profile)}</h3>");
            html.Add($"<p>{SegmentMarkup.Size(profile)}. {(CardFindings.Of(profile).Count == 0 ? CardFindings.None(profile) : string.Empty)}</p>");
            html.AddList(CardFindings.Of(profile));
            html.AddTerms(CardFacts.Of(result, profile));
            AddActions(html, [.. result.Recommendations.Where(recommendation => recommendation.Segment == profile.Segment)]);
            html.Add($"<h4>How to measure it</h4><p>{result.Experiments[profile.Segment - 1].Describe()}</p>");
            html.Add($"</article>");
        }
    }

    /// <summary>Actions that share a reason stand together, the reason once below them.</summary>
    private static void AddActions(HtmlBuilder html, Recommendation[] recommendations)
    {
        html.Add($"<h4>What to do</h4>");
        if (recommendations.Length == 0)
        {
            html.Add($"<p>The data support no recommendation for this segment.</p>");
        }

        foreach (IGrouping<string, Recommendation> because in recommendations.GroupBy(recommendation => recommendation.Reason))
        {
            html.Add($"<dl>");
            foreach (Recommendation recommendation in because)
            {
                html.Add($"<dt>{ResultText.Title(recommendation.Family)}</dt><dd>{recommendation.Action}<span class=\"source\">{RecommendationText.Source(recommendation)}</span></dd>");
            }

            html.Add($"</dl><p class=\"note\">Why: {because.Key}</p>");
        }
    }
}
