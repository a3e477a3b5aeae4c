namespace Segmentation;

/// <summary>The report's recommendations, each with its reason and the numbers in it.</summary>
internal static class RecommendationSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<section id=\"actions\"><h2>What to do</h2>");
        html.Add($"<p class=\"note\">These are hypotheses to test, not facts: each follows from a rule and the numbers beside it. Try it on part of the segment and compare with the rest.</p>");
        foreach (SegmentProfile profile in result.Profiles)
        {
            Recommendation[] own = [.. result.Recommendations.Where(recommendation => recommendation.Segment == profile.Segment)];
            html.Add($"<article class=\"segment\"><h3>{SegmentMarkup.Swatch(profile.Segment)}{profile.Segment}. {profile.Name}</h3>");
            foreach (IGrouping<string, Recommendation> because in own.GroupBy(recommendation => recommendation.Reason))
            {
                html.Add($"<p class=\"reason\">{because.Key}</p><dl>");
                foreach (Recommendation recommendation in because)
                {
                    html.Add($"<dt>{ResultText.Title(recommendation.Family)}</dt><dd>{recommendation.Action}</dd>");
                }

                html.Add($"</dl>");
            }

            if (own.Length == 0)
            {
                html.Add($"<p>The data support no recommendation for this segment.</p>");
            }

            html.Add($"</article>");
        }

        html.Add($"</section>");
    }
}
