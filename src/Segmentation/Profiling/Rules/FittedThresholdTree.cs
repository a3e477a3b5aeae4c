namespace Segmentation;

/// <summary>A decision tree over thresholds, and how well it says what the clustering says.</summary>
public sealed class FittedThresholdTree
{
    internal FittedThresholdTree(IReadOnlyList<string> featureNames, ThresholdNode root, double cost, double inertia)
    {
        FeatureNames = featureNames;
        Root = root;
        Cost = cost;
        RelativeCost = cost == inertia ? 1 : cost / inertia;
        Leaves = [.. LeavesOf(root)];
        Fidelity = (double)Leaves.Sum(leaf => leaf.Right) / root.Count;
    }

    /// <summary>The features' names, d of them.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>The first question; a leaf where there is but one cluster.</summary>
    public ThresholdNode Root { get; }

    /// <summary>The leaves from left to right: at or below a threshold first.</summary>
    public IReadOnlyList<ThresholdLeaf> Leaves { get; }

    /// <summary>The share of the rows whose leaf names their own segment, 0 to 1.</summary>
    public double Fidelity { get; }

    /// <summary>
    /// The sum of the squared distances, in the clustered space, from each row to the centroid of the segment that its
    /// leaf names (the surrogate cost of Frost et al. 2020).
    /// </summary>
    public double Cost { get; }

    /// <summary>
    /// <see cref="Cost"/> divided by the same sum for the rows' own segments, the inertia. At least 1 where each row is in
    /// the segment of its nearest centroid; infinite where the inertia is 0 and the cost is not.
    /// </summary>
    public double RelativeCost { get; }

    /// <summary>The number of the segment, from 1, whose leaf a row comes to.</summary>
    /// <param name="row">d numbers, in the units of the thresholds, in the order of <see cref="FeatureNames"/>.</param>
    /// <exception cref="ArgumentException">There are not d numbers.</exception>
    public int SegmentOf(ReadOnlySpan<double> row)
    {
        if (row.Length != FeatureNames.Count)
        {
            throw new ArgumentException($"The row has {row.Length} numbers, but the tree {FeatureNames.Count} features.", nameof(row));
        }

        ThresholdNode node = Root;
        while (node is ThresholdSplit split)
        {
            node = row[split.FeatureIndex] <= split.Threshold ? split.AtMost : split.Above;
        }

        return ((ThresholdLeaf)node).Segment;
    }

    private static IEnumerable<ThresholdLeaf> LeavesOf(ThresholdNode root)
    {
        Stack<ThresholdNode> waiting = new([root]);
        while (waiting.TryPop(out ThresholdNode? node))
        {
            switch (node)
            {
                case ThresholdLeaf leaf:
                    yield return leaf;
                    break;
                case ThresholdSplit split:
                    waiting.Push(split.Above);
                    waiting.Push(split.AtMost);
                    break;
            }
        }
    }
}
