using MathNet.Numerics;

namespace Segmentation;

/// <summary>
/// How surprising a mean is when a segment is a random draw without replacement: the v-test (Lebart, Morineau and
/// Piron 1995; FactoMineR's catdes), with its correction for a finite population.
/// </summary>
internal static class ValueTest
{
    /// <summary>
    /// v = effect / sqrt((N - n) / (N n)), where the effect is the difference of the means in sample standard deviations
    /// (n - 1); the same number as catdes gives from the population deviation.
    /// </summary>
    /// <param name="effect">The segment's mean less the overall mean, in overall sample standard deviations.</param>
    /// <param name="draws">The size of the segment, n; less than N.</param>
    /// <param name="population">All customers, N.</param>
    public static double Statistic(double effect, int draws, int population) =>
        effect / Math.Sqrt((double)(population - draws) / ((double)population * draws));

    /// <summary>The two-sided p-value of a v under the normal distribution.</summary>
    public static double PValue(double statistic) => SpecialFunctions.Erfc(Math.Abs(statistic) / Constants.Sqrt2);
}
