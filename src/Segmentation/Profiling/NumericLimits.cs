namespace Segmentation;

/// <summary>Where a number lies far up or far down among all clustered customers, in original units.</summary>
/// <param name="LowerQuartile">The first quartile, definition R7 (Hyndman and Fan 1996).</param>
/// <param name="UpperQuartile">The third quartile, definition R7.</param>
/// <param name="LowerFence">Tukey's lower fence, 1.5 interquartile ranges below the first quartile.</param>
/// <param name="UpperFence">Tukey's upper fence, 1.5 interquartile ranges above the third quartile.</param>
public sealed record NumericLimits(double LowerQuartile, double UpperQuartile, double LowerFence, double UpperFence)
{
    /// <summary>The limits of at least one number.</summary>
    /// <param name="sorted">The numbers in rising order.</param>
    internal static NumericLimits OfSorted(double[] sorted)
    {
        double lower = Quantiles.OfSorted(sorted, 0.25);
        double upper = Quantiles.OfSorted(sorted, 0.75);

        // Kept within the doubles, so that quartiles near their limit give finite fences.
        double reach = 1.5 * (upper - lower);
        return new(
            lower, upper, Math.Clamp(lower - reach, double.MinValue, double.MaxValue), Math.Clamp(upper + reach, double.MinValue, double.MaxValue));
    }

    /// <summary>Whether a value lies beyond the fences.</summary>
    internal bool IsOutlier(double value) => value < LowerFence || value > UpperFence;
}
