namespace Segmentation;

/// <summary>A split that parts centroids: rows in the gap [Low, High) of a feature have mistakes many on the wrong side.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Low">The largest number, of a row or a centroid, that goes below.</param>
/// <param name="High">The smallest that goes above.</param>
/// <param name="Mistakes">The rows that are parted from their own centroid.</param>
/// <param name="Gap">High - Low in the clustered space.</param>
internal sealed record CentroidSplit(int Feature, double Low, double High, int Mistakes, double Gap)
{
    public bool IsBetterThan(CentroidSplit? other) =>
        other is null || Mistakes < other.Mistakes || (Mistakes == other.Mistakes && Gap > other.Gap);
}

/// <summary>
/// The split of a node that parts at least two of its centroids and the fewest rows from their own (the inner step of
/// Iterative Mistake Minimization, Moshkovitz et al. 2020, Algorithm 1). Each feature is swept once in rising order.
/// </summary>
internal sealed class MistakeSearch
{
    private readonly RuleRows rows;
    private readonly SortedRows sorted;
    private readonly CancellationToken cancellationToken;

    /// <summary>The cluster of each row that is still with its centroid, -1 for the others, which count no more.</summary>
    private readonly int[] live;

    public MistakeSearch(RuleRows rows, SortedRows sorted, CancellationToken cancellationToken)
    {
        this.rows = rows;
        this.sorted = sorted;
        this.cancellationToken = cancellationToken;
        live = [.. rows.Labels];
    }

    /// <summary>The best split of a node; null where its centroids are the same in every feature.</summary>
    /// <param name="node">The rows.</param>
    /// <param name="clusters">The clusters whose centroids are here, at least two.</param>
    public CentroidSplit? Best(GrowingNode node, int[] clusters)
    {
        int[] counts = new int[rows.ClusterCount];
        foreach (int row in sorted.By(0, node.Start, node.End))
        {
            if (live[row] >= 0)
            {
                counts[live[row]]++;
            }
        }

        CentroidSplit?[] splits = new CentroidSplit?[rows.Features.Length];
        sorted.ForEachFeature(node.Count, feature => splits[feature] = BestOf(feature, node, clusters, counts), cancellationToken);
        CentroidSplit? best = null;
        foreach (CentroidSplit? split in splits)
        {
            best = split is not null && split.IsBetterThan(best) ? split : best;
        }

        return best;
    }

    /// <summary>The rows of a node that went another way than their centroid count no more.</summary>
    /// <param name="half">One half of a split.</param>
    /// <param name="clusters">The clusters whose centroids went there.</param>
    public void DropMistakes(GrowingNode half, int[] clusters)
    {
        bool[] isHere = new bool[rows.ClusterCount];
        foreach (int cluster in clusters)
        {
            isHere[cluster] = true;
        }

        foreach (int row in sorted.By(0, half.Start, half.End))
        {
            live[row] = live[row] >= 0 && isHere[live[row]] ? live[row] : -1;
        }
    }

    private CentroidSplit? BestOf(int feature, GrowingNode node, int[] clusters, int[] counts)
    {
        ReadOnlySpan<double> values = rows.Features[feature].Values;
        ReadOnlySpan<int> order = sorted.By(feature, node.Start, node.End);
        int[] centroids = [.. clusters.OrderBy(cluster => rows.CentroidValue(cluster, feature))];
        int[] countBelow = new int[counts.Length];
        bool[] isBelow = new bool[counts.Length];
        int row = 0;
        int centroid = 0;
        int mistakes = 0;
        CentroidSplit? best = null;
        while (true)
        {
            double value = Next(values, order, row, centroids, centroid, feature);
            for (; row < order.Length && values[order[row]] == value; row++)
            {
                int cluster = live[order[row]];
                if (cluster >= 0)
                {
                    countBelow[cluster]++;
                    mistakes += isBelow[cluster] ? -1 : 1;
                }
            }

            for (; centroid < centroids.Length && rows.CentroidValue(centroids[centroid], feature) == value; centroid++)
            {
                // Its rows below were mistakes until now, those above are from now on.
                int cluster = centroids[centroid];
                isBelow[cluster] = true;
                mistakes += counts[cluster] - (2 * countBelow[cluster]);
            }

            if (centroid == centroids.Length)
            {
                return best;
            }

            if (centroid > 0 && mistakes <= (best?.Mistakes ?? int.MaxValue))
            {
                double next = Next(values, order, row, centroids, centroid, feature);
                CentroidSplit split = new(feature, value, next, mistakes, rows.Gap(feature, value, next));
                best = split.IsBetterThan(best) ? split : best;
            }
        }
    }

    /// <summary>The smallest number, of a row or a centroid, that was not passed yet.</summary>
    private double Next(ReadOnlySpan<double> values, ReadOnlySpan<int> order, int row, int[] centroids, int centroid, int feature) =>
        Math.Min(
            row < order.Length ? values[order[row]] : double.PositiveInfinity,
            centroid < centroids.Length ? rows.CentroidValue(centroids[centroid], feature) : double.PositiveInfinity);
}
