namespace Segmentation;

/// <summary>Makes rules of a tree: the way to each leaf is a box; boxes of a segment that touch and fit become one.</summary>
internal static class RuleAlternatives
{
    public static IReadOnlyList<SegmentRule> BySegment(
        FittedThresholdTree tree, IReadOnlyList<int> sizes, IReadOnlyList<BinaryWords?> binary)
    {
        List<Box>[] boxes = [.. sizes.Select(_ => new List<Box>())];
        Collect(tree.Root, Box.Everything, boxes);
        return
        [
            .. boxes.Select((own, cluster) => new SegmentRule(
                cluster + 1, sizes[cluster], [.. Merged(own).OrderByDescending(box => box.Covered).Select(box => box.Rule(tree.FeatureNames, binary))])),
        ];
    }

    private static void Collect(ThresholdNode node, Box way, List<Box>[] boxes)
    {
        switch (node)
        {
            case ThresholdLeaf leaf:
                boxes[leaf.Segment - 1].Add(way with { Covered = leaf.Count, Right = leaf.Right });
                break;
            case ThresholdSplit split:
                (double above, double atMost) = way.Bounds(split.FeatureIndex);
                Collect(split.AtMost, way.With(split.FeatureIndex, above, split.Threshold), boxes);
                Collect(split.Above, way.With(split.FeatureIndex, split.Threshold, atMost), boxes);
                break;
        }
    }

    private static List<Box> Merged(List<Box> boxes)
    {
        for (int i = 0; i < boxes.Count; i++)
        {
            for (int j = 0; j < boxes.Count; j++)
            {
                if (i != j && boxes[i].JoinedBelow(boxes[j]) is Box joined)
                {
                    boxes = [.. boxes.Where((_, place) => place != i && place != j), joined];
                    (i, j) = (-1, boxes.Count);
                }
            }
        }

        return boxes;
    }

    /// <summary>Rows between bounds: above the first and at most the second, in the features that have any.</summary>
    private sealed record Box(SortedList<int, (double Above, double AtMost)> Limits, int Covered, int Right)
    {
        private static readonly (double Above, double AtMost) Free = (double.NegativeInfinity, double.PositiveInfinity);

        public static Box Everything { get; } = new([], 0, 0);

        public (double Above, double AtMost) Bounds(int feature) => Limits.GetValueOrDefault(feature, Free);

        public Box With(int feature, double above, double atMost)
        {
            SortedList<int, (double Above, double AtMost)> limits = new(Limits) { [feature] = (above, atMost) };
            if (limits[feature] == Free)
            {
                limits.Remove(feature);
            }

            return this with { Limits = limits };
        }

        /// <summary>Both as one, where the other begins where this ends in one feature and all else is the same; else null.</summary>
        public Box? JoinedBelow(Box other)
        {
            int[] different = [.. Limits.Keys.Union(other.Limits.Keys).Where(feature => Bounds(feature) != other.Bounds(feature))];
            return different is [int only] && Bounds(only).AtMost == other.Bounds(only).Above
                ? With(only, Bounds(only).Above, other.Bounds(only).AtMost) with
                {
                    Covered = Covered + other.Covered,
                    Right = Right + other.Right,
                }
                : null;
        }

        public RuleAlternative Rule(IReadOnlyList<string> names, IReadOnlyList<BinaryWords?> binary) => new(
            [.. Limits.Select(limit => new ThresholdCondition(names[limit.Key], Bound(limit.Value.Above), Bound(limit.Value.AtMost)) { Binary = binary[limit.Key] })],
            Covered,
            Right);

        private static double? Bound(double bound) => double.IsInfinity(bound) ? null : bound;
    }
}
