namespace Segmentation;

/// <summary>The report's plan for each segment: all that stands out, and what to do, with the numbers behind it.</summary>
internal static class RecommendationSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<p class=\"note\">These are ideas to test, not facts: each follows from a rule of the playbook and from the numbers below it. Try one on part of a segment and compare with the customers that are held out of it.</p>");
        foreach (SegmentProfile profile in result.Profiles)
        {
            Recommendation[] recommendations = [.. result.Recommendations.Where(recommendation => recommendation.Segment == profile.Segment)];
            IReadOnlyList<string> findings = CardFindings.Of(profile);
            html.Add($"<details class=\"fold segment\"><summary>{SegmentMarkup.Swatch(profile.Segment)}<strong>{SegmentMarkup.Label(profile)}</strong>: {NumberText.Counted(recommendations.Length, "idea")}, {NumberText.Counted(findings.Count, "finding")}, how to measure</summary>");
            html.Add($"<article id=\"actions-{profile.Segment}\" aria-label=\"Segment {profile.Segment}\">");
            AddActions(html, recommendations);
            html.Add($"<h3>What stands out in {SegmentMarkup.Size(profile)}</h3>");
            html.AddList(findings);
            if (findings.Count == 0)
            {
                html.Add($"<p>{CardFindings.None(profile)}</p>");
            }

            html.Add($"<h3>How to measure it</h3><p>{result.Experiments[profile.Segment - 1].Describe()}</p>");
            html.Add($"</article></details>");
        }
    }

    /// <summary>Actions that share a reason stand together, the reason once below them.</summary>
    private static void AddActions(HtmlBuilder html, Recommendation[] recommendations)
    {
        html.Add($"<h3>What to do</h3>");
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
