using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// The largest magnitude at which sums of squared differences stay finite: over n rows of d features, no sum exceeds
/// n d (2 m)^2, which is kept within the doubles.
/// </summary>
internal static class SafeMagnitude
{
    internal static double Of(int rowCount, int featureCount) =>
        Math.Sqrt(double.MaxValue / 4 / Math.Max(1, rowCount) / featureCount);

    /// <summary>The error about a cell that exceeds <paramref name="limit"/>, with its file and line where they are known.</summary>
    /// <param name="limit">The largest magnitude allowed.</param>
    /// <param name="feature">The feature's name.</param>
    /// <param name="value">The value that is too large.</param>
    /// <param name="table">The table that the value is from.</param>
    /// <param name="row">Its row, 0-based.</param>
    /// <param name="form">What was done to the value, such as " after scaling and weighting"; empty for a cell as it is.</param>
    internal static DataException Exceeded(
        double limit, string feature, double value, CustomerTable table, int row, string form)
    {
        string tooLarge = Invariant(
            $"{form}, so large that squared differences overflow. Values up to {PowerOfTenWithin(limit):0E+0} can be compared: correct the cell, or state the feature in a larger unit.");
        return FaultyCell.Exception(table, row, Invariant($"feature '{feature}' is {value:G6}"), tooLarge);
    }

    private static double PowerOfTenWithin(double limit) => Math.Pow(10, Math.Floor(Math.Log10(limit)));
}
