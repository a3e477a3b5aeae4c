namespace Segmentation;

/// <summary>A categorical column taken apart by segment: how often each level occurs in each, and how often none.</summary>
internal sealed class CategoryBySegment
{
    private readonly CategoricalColumn column;
    private readonly bool clustered;
    private readonly int[] levelOrder;
    private readonly ShareBySegment[] levels;
    private readonly int[] segmentPresent;
    private readonly ShareBySegment? missing;
    private readonly double?[][] pValues;

    public CategoryBySegment(CategoricalColumn column, bool clustered, ReadOnlySpan<int> labels, int[] sizes)
    {
        this.column = column;
        this.clustered = clustered;
        int[][] counts = [.. sizes.Select(_ => new int[column.Levels.Count])];
        ReadOnlySpan<int> codes = column.Codes;
        for (int row = 0; row < codes.Length; row++)
        {
            if (codes[row] >= 0)
            {
                counts[labels[row]][codes[row]]++;
            }
        }

        int[] overall = [.. Enumerable.Range(0, column.Levels.Count).Select(level => counts.Sum(segment => segment[level]))];
        segmentPresent = [.. counts.Select(segment => segment.Sum())];
        levelOrder = [.. Enumerable.Range(0, overall.Length).Where(level => overall[level] > 0).OrderByDescending(level => overall[level])];
        double? concentration = clustered || levelOrder.Length < 2 ? null : ShrunkShare.Concentration(
            [.. counts.Select(segment => levelOrder.Select(level => segment[level]).ToArray())],
            [.. levelOrder.Select(level => overall[level])]);
        levels =
        [
            .. levelOrder.Select(level =>
                new ShareBySegment([.. counts.Select(segment => segment[level])], segmentPresent, clustered, concentration)),
        ];
        missing = segmentPresent.Sum() == codes.Length
            ? null
            : new([.. sizes.Zip(segmentPresent, (size, present) => size - present)], sizes, clustered);
        pValues =
        [
            .. segmentPresent.Select((_, segment) => levels.Select(level => level.PValue(segment)).Append(missing?.PValue(segment)).ToArray()),
        ];
    }

    /// <summary>
    /// For each segment the hypergeometric p-value of each level, and last that of missing cells; null for a clustered
    /// column and where there is nothing to compare.
    /// </summary>
    public IReadOnlyList<double?[]> PValues => pValues;

    public CategoryProfile Profile(int segment, double?[] adjustedPValues) => new(
        column.Name,
        segmentPresent[segment],
        [.. levelOrder.Select((level, i) => Level(column.Levels[level], levels[i].Profile(segment, pValues[segment][i], adjustedPValues[i])))])
    {
        Clustered = clustered,
        Missing = missing?.Profile(segment, pValues[segment][^1], adjustedPValues[^1]),
    };

    private static LevelProfile Level(string level, ShareComparison share) =>
        new(level, share.Count, share.Share, share.OverallCount, share.OverallShare, share.Test?.AdjustedPValue)
        {
            EffectFromRest = share.EffectFromRest,
            Test = share.Test,
        };
}
