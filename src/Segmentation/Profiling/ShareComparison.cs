namespace Segmentation;

/// <summary>How many cells of a segment have a property, beside all clustered customers.</summary>
/// <param name="Count">The segment's cells that have it.</param>
/// <param name="Cells">The segment's cells that could have it.</param>
/// <param name="OverallCount">Those of all clustered customers that have it.</param>
/// <param name="OverallCells">Those of all clustered customers that could have it; at least 1.</param>
/// <param name="Test">How surprising it is; null for a clustered column and where nothing can be compared.</param>
public sealed record ShareComparison(int Count, int Cells, int OverallCount, int OverallCells, ShareTest? Test)
{
    /// <summary>Count divided by Cells; null where there are none.</summary>
    public double? Share => Cells == 0 ? null : (double)Count / Cells;

    /// <summary>The base rate: OverallCount divided by OverallCells.</summary>
    public double OverallShare => (double)OverallCount / OverallCells;

    /// <summary>The share less that of the cells outside the segment; null where either has none.</summary>
    public double? EffectFromRest => Cells == OverallCells ? null
        : Share - ((double)(OverallCount - Count) / (OverallCells - Cells));
}

/// <summary>How surprising the share of a segment is.</summary>
/// <param name="PValue">Hypergeometric, two-sided: how often a random draw of the segment's size would differ as much.</param>
/// <param name="AdjustedPValue">The p-value adjusted for all tests made on the table (Benjamini-Hochberg).</param>
/// <param name="ShrunkLift">
/// The lift, share divided by base rate, after shrinkage: the mean of its posterior distribution.
/// </param>
/// <param name="LiftLowerBound">The 5% quantile of the lift's posterior distribution.</param>
public sealed record ShareTest(double PValue, double AdjustedPValue, double ShrunkLift, double LiftLowerBound);
