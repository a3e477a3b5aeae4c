namespace Segmentation;

/// <summary>A categorical column taken apart by segment: how often each level occurs in each.</summary>
internal sealed class CategoryBySegment
{
    private readonly CategoricalColumn column;
    private readonly bool clustered;
    private readonly int present;
    private readonly int[] overall;
    private readonly int[] levelOrder;
    private readonly int[][] segments;
    private readonly int[] segmentPresent;

    public CategoryBySegment(CategoricalColumn column, bool clustered, ReadOnlySpan<int> labels, int segmentCount)
    {
        this.column = column;
        this.clustered = clustered;
        segments = [.. Enumerable.Range(0, segmentCount).Select(_ => new int[column.Levels.Count])];
        overall = new int[column.Levels.Count];
        ReadOnlySpan<int> codes = column.Codes;
        for (int row = 0; row < codes.Length; row++)
        {
            if (codes[row] >= 0)
            {
                segments[labels[row]][codes[row]]++;
                overall[codes[row]]++;
            }
        }

        present = overall.Sum();
        segmentPresent = [.. segments.Select(counts => counts.Sum())];
        levelOrder = [.. Enumerable.Range(0, overall.Length).Where(level => overall[level] > 0).OrderByDescending(level => overall[level])];
    }

    /// <summary>
    /// The hypergeometric p-value of each level, segment after segment; null for a clustered column and where there is
    /// nothing to compare.
    /// </summary>
    public double?[] PValues() => [.. segments.SelectMany((counts, segment) => levelOrder.Select(level =>
        !clustered && segmentPresent[segment] > 0 && segmentPresent[segment] < present && overall[level] < present
            ? Hypergeometric.TwoSidedPValue(present, overall[level], segmentPresent[segment], counts[level])
            : (double?)null))];

    public CategoryProfile Profile(int segment, double?[] adjustedPValues) => new(
        column.Name,
        segmentPresent[segment],
        [.. levelOrder.Select((level, i) => new LevelProfile(
            column.Levels[level],
            segments[segment][level],
            segmentPresent[segment] == 0 ? null : (double)segments[segment][level] / segmentPresent[segment],
            overall[level],
            (double)overall[level] / present,
            adjustedPValues[(segment * levelOrder.Length) + i]))])
    {
        Clustered = clustered,
    };
}
