namespace Segmentation;

/// <summary>A property that some cells have (a level, being missing, being an outlier), counted by segment.</summary>
internal sealed class ShareBySegment
{
    private readonly int[] counts;
    private readonly int[] cells;
    private readonly int overallCount;
    private readonly int overallCells;
    private readonly bool tested;
    private readonly double concentration;

    /// <summary>A property of two sides, such as missing or not, with the concentration that its own counts show.</summary>
    public ShareBySegment(int[] counts, int[] cells, bool clustered)
        : this(counts, cells, clustered, clustered ? null : OwnConcentration(counts, cells))
    {
    }

    /// <summary>A level of a category, whose concentration is that of all levels.</summary>
    public ShareBySegment(int[] counts, int[] cells, bool clustered, double? concentration)
    {
        this.counts = counts;
        this.cells = cells;
        overallCount = counts.Sum();
        overallCells = cells.Sum();
        tested = !clustered && concentration is not null && overallCount > 0 && overallCount < overallCells;
        this.concentration = concentration ?? 0;
    }

    /// <summary>The hypergeometric p-value of a segment; null where no test is valid or there is nothing to compare.</summary>
    public double? PValue(int segment) => tested && cells[segment] > 0 && cells[segment] < overallCells
        ? Hypergeometric.TwoSidedPValue(overallCells, overallCount, cells[segment], counts[segment])
        : null;

    /// <param name="segment">The segment.</param>
    /// <param name="pValue">Its <see cref="PValue"/>, which takes a while to compute; null for no test.</param>
    /// <param name="adjustedPValue">That adjusted for all tests of the table.</param>
    public ShareComparison Profile(int segment, double? pValue, double? adjustedPValue) => new(
        counts[segment], cells[segment], overallCount, overallCells, Test(segment, pValue, adjustedPValue));

    private ShareTest? Test(int segment, double? ownPValue, double? adjustedPValue)
    {
        if (adjustedPValue is not double adjusted || ownPValue is not double pValue)
        {
            return null;
        }

        double baseRate = (double)overallCount / overallCells;
        return new(
            pValue,
            adjusted,
            ShrunkShare.Mean(counts[segment], cells[segment], baseRate, concentration) / baseRate,
            ShrunkShare.LowerBound(counts[segment], cells[segment], baseRate, concentration) / baseRate);
    }

    private static double? OwnConcentration(int[] counts, int[] cells)
    {
        int[] overall = [counts.Sum(), cells.Sum() - counts.Sum()];
        return overall.Contains(0)
            ? null
            : ShrunkShare.Concentration([.. counts.Select((count, segment) => new[] { count, cells[segment] - count })], overall);
    }
}
