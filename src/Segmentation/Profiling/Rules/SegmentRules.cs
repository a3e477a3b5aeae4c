namespace Segmentation;

/// <summary>The rules that tell the segments apart, found by a <see cref="ThresholdTree"/>.</summary>
public sealed partial class SegmentRules
{
    internal SegmentRules(
        FittedThresholdTree tree, FittedThresholdTree smallestTree, IReadOnlyList<int> sizes, IReadOnlyList<BinaryWords?> binary)
    {
        Tree = tree;
        SmallestTree = smallestTree;
        Segments = RuleAlternatives.BySegment(tree, sizes, binary);
    }

    /// <summary>The grown tree, which the rules are from.</summary>
    public FittedThresholdTree Tree { get; }

    /// <summary>The tree with one leaf for each segment, from which <see cref="Tree"/> grew.</summary>
    public FittedThresholdTree SmallestTree { get; }

    /// <summary>The share of the customers whose segment the rules say, 0 to 1.</summary>
    public double Fidelity => Tree.Fidelity;

    /// <summary>What the rules cost against the clustering itself; see <see cref="FittedThresholdTree.RelativeCost"/>.</summary>
    public double RelativeCost => Tree.RelativeCost;

    /// <summary>A rule for each segment, in order of their numbers.</summary>
    public IReadOnlyList<SegmentRule> Segments { get; }

    /// <summary>The rule of a segment.</summary>
    /// <param name="segment">The segment's number, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such segment.</exception>
    public SegmentRule Of(int segment) => segment >= 1 && segment <= Segments.Count
        ? Segments[segment - 1]
        : throw new ArgumentOutOfRangeException(nameof(segment), segment, $"Segments are numbered from 1 to {Segments.Count}.");
}
