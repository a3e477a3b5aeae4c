namespace Segmentation;

/// <summary>Grows a tree: first until every leaf has one centroid, then while a further leaf saves enough.</summary>
internal sealed class TreeGrowth
{
    private readonly RuleRows rows;
    private readonly SortedRows sorted;
    private readonly int threads;
    private readonly CancellationToken cancellationToken;
    private readonly GrowingNode root;
    private readonly List<GrowingNode> leaves = [];

    /// <summary>What the clustering itself costs, summed as the trees' costs are.</summary>
    private readonly double inertia;

    public TreeGrowth(RuleRows rows, int threads, CancellationToken cancellationToken)
    {
        this.rows = rows;
        this.threads = threads;
        this.cancellationToken = cancellationToken;
        sorted = new SortedRows(rows.Features, threads, cancellationToken);
        root = new GrowingNode(0, rows.RowCount);
        inertia = Cost(rows.Labels);
    }

    /// <summary>
    /// Splits until each leaf has one centroid. Centroids that no threshold parts, because they are the same in the unit of
    /// the thresholds, share a leaf, which stands for the first of them.
    /// </summary>
    public void PartCentroids()
    {
        MistakeSearch search = new(rows, sorted, cancellationToken);
        Stack<(GrowingNode Node, int[] Clusters)> waiting = new([(root, [.. Enumerable.Range(0, rows.ClusterCount)])]);
        while (waiting.TryPop(out (GrowingNode Node, int[] Clusters) next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            (GrowingNode node, int[] clusters) = next;
            node.Cluster = clusters[0];
            if (clusters.Length == 1 || search.Best(node, clusters) is not CentroidSplit split)
            {
                leaves.Add(node);
                continue;
            }

            (GrowingNode atMost, GrowingNode above) = node.Split(sorted, split.Feature, split.Low, split.High, cancellationToken);
            ILookup<bool, int> sides = clusters.ToLookup(cluster => rows.CentroidValue(cluster, node.Feature) > node.Threshold);
            foreach ((GrowingNode half, int[] here) in new[] { (above, sides[true].ToArray()), (atMost, sides[false].ToArray()) })
            {
                search.DropMistakes(half, here);
                waiting.Push((half, here));
            }
        }
    }

    /// <summary>Splits the leaf where that saves most, until there are enough leaves or it saves too little.</summary>
    /// <returns>Whether any leaf was split.</returns>
    public bool Expand(int mostLeaves, double minSaving)
    {
        SavingSearch search = new(rows, sorted, threads, cancellationToken);
        List<(GrowingNode Leaf, SavingSplit Split)> open = [];
        int count = leaves.Count;
        if (count < mostLeaves)
        {
            leaves.ForEach(Look);
        }

        while (count < mostLeaves && open.Count > 0)
        {
            (GrowingNode leaf, SavingSplit split) best = open.MaxBy(each => each.Split.Saving);
            if (best.split.Saving < minSaving * inertia)
            {
                break;
            }

            open.Remove(best);
            (GrowingNode atMost, GrowingNode above) =
                best.leaf.Split(sorted, best.split.Feature, best.split.Low, best.split.High, cancellationToken);
            (atMost.Cluster, above.Cluster) = (best.split.Below, best.split.Above);
            count++;
            Look(atMost);
            Look(above);
        }

        return count > leaves.Count;

        void Look(GrowingNode leaf)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (search.Best(leaf) is SavingSplit split)
            {
                open.Add((leaf, split));
            }
        }
    }

    /// <summary>The tree as it stands.</summary>
    public FittedThresholdTree Tree()
    {
        int[] clusters = new int[rows.RowCount];
        ThresholdNode fitted = Fitted(root, clusters);
        return new FittedThresholdTree(rows.Matrix.FeatureNames, fitted, Cost(clusters), inertia);
    }

    private ThresholdNode Fitted(GrowingNode node, int[] clusters)
    {
        if (node.AtMost is GrowingNode below && node.Above is GrowingNode above)
        {
            ThresholdNode left = Fitted(below, clusters);
            ThresholdNode right = Fitted(above, clusters);
            return left is ThresholdLeaf one && right is ThresholdLeaf other && one.Segment == other.Segment
                ? new ThresholdLeaf(node.Count, one.Segment, one.Right + other.Right)
                : new ThresholdSplit(node.Count, node.Feature, rows.Features[node.Feature].Name, node.Threshold, left, right);
        }

        int own = 0;
        foreach (int row in sorted.By(0, node.Start, node.End))
        {
            clusters[row] = node.Cluster;
            own += rows.Labels[row] == node.Cluster ? 1 : 0;
        }

        return new ThresholdLeaf(node.Count, node.Cluster + 1, own);
    }

    /// <summary>The squared distances from the rows to the centroids of these clusters.</summary>
    private double Cost(int[] clusters) => new FixedChunks(rows.RowCount, threads).Sum(
        (start, end) =>
        {
            double sum = 0;
            for (int row = start; row < end; row++)
            {
                sum += rows.Distance(row, clusters[row]);
            }

            return sum;
        },
        cancellationToken);
}
