using static System.FormattableString;

namespace Segmentation;

/// <summary>The report's rules: a few thresholds that tell the segments apart, and how often they are right.</summary>
internal static class RuleSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        SegmentRules rules = result.Rules!;
        html.Add($"<p>{Found(rules)}</p>");
        html.StartFold("Each segment's rule, and how often it is right");
        html.StartTable("The segments by a few thresholds", "Segment", "Rule", "Satisfy it", "Of these in the segment", "Of the segment found");
        foreach (SegmentRule rule in rules.Segments)
        {
            html.AddRow(
                SegmentMarkup.Label(result.Profiles[rule.Segment - 1]),
                rule.Describe(),
                ReportNumbers.Whole(rule.Covered),
                rule.Precision is double precision ? NumberText.Percent(precision) : ReportNumbers.None,
                NumberText.Percent(rule.Recall));
        }

        html.EndTable();
        html.EndFold();
        html.Add($"<p class=\"note\">For whoever has to assign customers by hand or in a query. The segments themselves are those of K-Means; the rules only come near them.</p>");
    }

    private static string Found(SegmentRules rules) => Invariant(
        $"{rules.Tree.Leaves.Count} sets of thresholds put {NumberText.Percent(rules.Fidelity)} of the customers into their segment, at {rules.RelativeCost:0.00} times the squared distances of the segments themselves. With one set for each segment it is {NumberText.Percent(rules.SmallestTree.Fidelity)} at {rules.SmallestTree.RelativeCost:0.00} times.");
}
