using MathNet.Numerics;

namespace Segmentation;

/// <summary>The upper tail of the chi-square distribution.</summary>
internal static class ChiSquareTail
{
    /// <summary>How often chance alone gives at least this much.</summary>
    /// <param name="statistic">At least 0.</param>
    /// <param name="freedom">The degrees of freedom, at least 1.</param>
    public static double PValue(double statistic, int freedom) =>
        statistic <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(freedom / 2.0, statistic / 2);

    /// <summary>What chance exceeds with the given probability only; found by halving, to the last bit.</summary>
    /// <param name="probability">Above 0, below 1.</param>
    /// <param name="freedom">The degrees of freedom, at least 1.</param>
    public static double CriticalValue(double probability, int freedom)
    {
        double low = 0;
        double high = freedom;
        while (PValue(high, freedom) > probability)
        {
            high *= 2;
        }

        while (true)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return high;
            }

            (low, high) = PValue(middle, freedom) > probability ? (middle, high) : (low, middle);
        }
    }
}
