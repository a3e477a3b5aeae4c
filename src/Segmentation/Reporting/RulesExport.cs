using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>The rules as they stand in summary.json.</summary>
internal static class RulesExport
{
    /// <summary>
    /// How well the tree does, and the same of the one with a leaf for each segment; for each segment its sentence and the
    /// counts in it. An infinite cost is null.
    /// </summary>
    public static JsonObject Summary(SegmentRules rules)
    {
        JsonObject summary = Tree(rules.Tree);
        summary["smallest"] = Tree(rules.SmallestTree);
        summary["segments"] = new JsonArray([.. rules.Segments.Select(Segment)]);
        return summary;
    }

    private static JsonObject Tree(FittedThresholdTree tree) => new()
    {
        ["leaves"] = tree.Leaves.Count,
        ["fidelity"] = tree.Fidelity,
        ["relativeCost"] = double.IsFinite(tree.RelativeCost) ? tree.RelativeCost : null,
    };

    private static JsonObject Segment(SegmentRule rule) => new()
    {
        ["segment"] = rule.Segment,
        ["rule"] = rule.Describe(),
        ["covered"] = rule.Covered,
        ["right"] = rule.Right,
        ["size"] = rule.Size,
    };
}
