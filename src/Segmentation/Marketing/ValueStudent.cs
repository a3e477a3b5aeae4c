using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Segmentation;

/// <summary>Student's t distribution, as far as intervals and tests of means need it.</summary>
internal static class ValueStudent
{
    /// <summary>Past this many degrees of freedom Fisher's expansion is exact to ten digits, and the continued fraction is not.</summary>
    private const double Many = 1000;

    /// <summary>The 97.5% quantile: half the width of a 95% interval in standard errors.</summary>
    public static double Quantile(int freedom) => freedom <= Many
        ? StudentT.InvCDF(0, 1, freedom, 0.975)
        : Expanded(Normal.InvCDF(0, 1, 0.975), freedom);

    /// <summary>How often chance alone gives a statistic at least as far from 0.</summary>
    public static double PValue(double statistic, double freedom) => freedom <= Many
        ? SpecialFunctions.BetaRegularized(freedom / 2, 0.5, freedom / (freedom + (statistic * statistic)))
        : SpecialFunctions.Erfc(AsNormal(Math.Abs(statistic), freedom) / Math.Sqrt(2));

    /// <summary>Cornish and Fisher's expansion of the quantile (Abramowitz and Stegun 1964, 26.7.5).</summary>
    private static double Expanded(double z, double freedom)
    {
        double square = z * z;
        double first = z * (square + 1) / 4;
        double second = z * ((((5 * square) + 16) * square) + 3) / 96;
        double third = z * ((((((3 * square) + 19) * square) + 17) * square) - 15) / 384;
        return z + ((first + ((second + (third / freedom)) / freedom)) / freedom);
    }

    /// <summary>The normal deviate with nearly the same tail (Wallace 1959; Abramowitz and Stegun 1964, 26.7.8).</summary>
    private static double AsNormal(double statistic, double freedom)
    {
        double scale = ((8 * freedom) + 1) / ((8 * freedom) + 3);
        double ratio = statistic / Math.Sqrt(freedom);
        return scale * Math.Sqrt(freedom * Log1P(ratio * ratio));
    }

    private static double Log1P(double x) => x < 1e-5 ? x - (x * x / 2) + (x * x * x / 3) : Math.Log(1 + x);
}
