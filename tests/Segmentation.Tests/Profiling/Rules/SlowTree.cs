namespace Segmentation.Tests.Profiling.Rules;

/// <summary>
/// The trees by their definitions, counting everything anew for each threshold. Nothing is shared with the library but the
/// choice of a round number within a gap.
/// </summary>
internal sealed class SlowTree(FeatureMatrix matrix, KMeansModel model)
{
    /// <summary>Iterative Mistake Minimization: fewest mistakes, then the widest gap, the first feature, the lowest threshold.</summary>
    public IEnumerable<(int Feature, double Threshold, int Count)> Splits()
    {
        int[] everyone = [.. Enumerable.Range(0, matrix.RowCount)];
        return Splits(everyone, [.. everyone], [.. Enumerable.Range(0, model.ClusterCount)]);
    }

    /// <summary>What the best split of one leaf saves, over the clusters that the leaf has rows of.</summary>
    public double LargestSaving(FittedThresholdTree tree)
    {
        var leaves = Enumerable.Range(0, matrix.RowCount).GroupBy(row => tree.SegmentOf(matrix.Row(row)));
        return leaves.Max(leaf =>
        {
            int[] rows = [.. leaf];
            int[] clusters = [.. rows.Select(row => model.Labels[row]).Append(leaf.Key - 1).Distinct()];
            double Cost(IEnumerable<int> part) => clusters.Min(cluster => part.Sum(row => Distance(row, cluster)));
            return Thresholds(rows).Max(split =>
                rows.Sum(row => Distance(row, leaf.Key - 1))
                - Cost(rows.Where(row => matrix.Row(row)[split.Feature] <= split.Value))
                - Cost(rows.Where(row => matrix.Row(row)[split.Feature] > split.Value)));
        });
    }

    private IEnumerable<(int Feature, double Value)> Thresholds(int[] rows) =>
        from feature in Enumerable.Range(0, matrix.FeatureCount)
        from value in rows.Select(row => matrix.Row(row)[feature]).Distinct()
        select (feature, value);

    private double Distance(int row, int cluster) =>
        Enumerable.Range(0, matrix.FeatureCount).Sum(feature => Math.Pow(matrix.Row(row)[feature] - model.Centroids.Row(cluster)[feature], 2));

    private IEnumerable<(int Feature, double Threshold, int Count)> Splits(int[] rows, HashSet<int> live, int[] clusters)
    {
        if (clusters.Length == 1)
        {
            return [];
        }

        var best = (
            from feature in Enumerable.Range(0, matrix.FeatureCount)
            let points = rows.Select(row => matrix.Row(row)[feature])
                .Concat(clusters.Select(cluster => model.Centroids.Row(cluster)[feature])).Distinct().Order().ToArray()
            from gap in points.Zip(points.Skip(1))
            let below = clusters.Where(cluster => model.Centroids.Row(cluster)[feature] <= gap.First).ToArray()
            where below.Length > 0 && below.Length < clusters.Length
            let mistakes = rows.Count(row => live.Contains(row)
                && (matrix.Row(row)[feature] <= gap.First) != below.Contains(model.Labels[row]))
            orderby mistakes, gap.Second - gap.First descending, feature, gap.First
            select (Feature: feature, Gap: gap, Below: below)).First();
        double threshold = RoundThreshold.Between(best.Gap.First, best.Gap.Second);
        int[] low = [.. rows.Where(row => matrix.Row(row)[best.Feature] <= threshold)];
        int[] high = [.. rows.Except(low)];
        int[] above = [.. clusters.Except(best.Below)];
        return
        [
            (best.Feature, threshold, rows.Length),
            .. Splits(low, [.. low.Where(row => live.Contains(row) && best.Below.Contains(model.Labels[row]))], best.Below),
            .. Splits(high, [.. high.Where(row => live.Contains(row) && above.Contains(model.Labels[row]))], above),
        ];
    }
}
