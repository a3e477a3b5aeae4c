using static System.FormattableString;

namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class SegmentRules : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayTable Shown => new(
        "The segments by a few thresholds",
        ["Segment", "Rule", "Right", "Found"],
        Segments.Select(rule => new DisplayCell[]
        {
            rule.Segment, rule.Describe(), DisplayCell.Share(rule.Precision), DisplayCell.Share(rule.Recall),
        }),
        Invariant($"{Tree.Leaves.Count} sets of thresholds put {NumberText.Percent(Fidelity)} of the customers into their segment; squared distances are {RelativeCost:0.00} times those of the clusters. With one set for each segment: {NumberText.Percent(SmallestTree.Fidelity)}, {SmallestTree.RelativeCost:0.00} times."));
}
