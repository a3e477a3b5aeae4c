using MathNet.Numerics;

namespace Segmentation;

/// <summary>
/// Shares of few customers pulled towards the base rate, by empirical Bayes: the shares of a column's levels vary between
/// segments as a Dirichlet distribution around the base rates, whose concentration is estimated from the column itself
/// (the multinomial form of the gamma-Poisson shrinker of DuMouchel 1999, The American Statistician 53; Minka 2000,
/// "Estimating a Dirichlet distribution"). A lift from it is small where the segments are alike and where a segment has
/// few customers. Shares need this form: Poisson counts would let them pass 1.
/// </summary>
internal static class ShrunkShare
{
    /// <summary>The probability that the true lift lies below its bound.</summary>
    public const double Tail = 0.05;

    /// <summary>The prior weighs at least as one customer.</summary>
    public const double LeastConcentration = 1;

    /// <summary>From here on the segments are taken as alike.</summary>
    public const double MostConcentration = 1e7;

    /// <summary>A share below this is none, in a table of any size.</summary>
    private const double NoShare = 1e-12;

    /// <summary>
    /// The concentration, in customers, that makes the counts most likely, to 1e-3 in its logarithm: the maximum of the
    /// Dirichlet-multinomial likelihood with the base rates as its mean, by golden-section search.
    /// </summary>
    /// <param name="counts">Segments x levels: the customers that have a level.</param>
    /// <param name="overall">The customers of all segments that have a level, each at least 1.</param>
    public static double Concentration(int[][] counts, int[] overall)
    {
        double golden = (Math.Sqrt(5) - 1) / 2;
        double total = overall.Sum(count => (double)count);
        double[] rates = [.. overall.Select(count => count / total)];
        double low = Math.Log(LeastConcentration);
        double high = Math.Log(MostConcentration);
        double left = high - (golden * (high - low));
        double right = low + (golden * (high - low));
        double atLeft = LogLikelihood(Math.Exp(left));
        double atRight = LogLikelihood(Math.Exp(right));
        while (high - low > 1e-3)
        {
            if (atLeft > atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (golden * (high - low));
                atLeft = LogLikelihood(Math.Exp(left));
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (golden * (high - low));
                atRight = LogLikelihood(Math.Exp(right));
            }
        }

        return Math.Exp((low + high) / 2);

        double LogLikelihood(double concentration) => counts.Sum(segment =>
            segment.Select((count, level) => LnRising(concentration * rates[level], count)).Sum()
            - LnRising(concentration, segment.Sum()));
    }

    /// <summary>The mean of the share's posterior: as if the prior's customers had the level at the base rate.</summary>
    /// <param name="count">The segment's customers that have the level.</param>
    /// <param name="cells">The segment's customers.</param>
    /// <param name="baseRate">The level's share over all customers, more than 0.</param>
    /// <param name="concentration">The prior's weight in customers.</param>
    public static double Mean(int count, int cells, double baseRate, double concentration) =>
        (count + (concentration * baseRate)) / (cells + concentration);

    /// <summary>
    /// The <see cref="Tail"/> quantile of the share's posterior, a beta distribution, to 1e-9 of it; 0 where it is below 1e-12.
    /// Of a rare level that the segment lacks it can lie below the smallest double, where halving would never end.
    /// </summary>
    public static double LowerBound(int count, int cells, double baseRate, double concentration)
    {
        double a = count + (concentration * baseRate);
        double b = cells - count + (concentration * (1 - baseRate));
        double low = 0;
        double high = 1;
        double middle = a / (a + b);
        while (high - low > 1e-9 * high)
        {
            if (high < NoShare)
            {
                return 0;
            }

            bool below = SpecialFunctions.BetaRegularized(a, b, middle) < Tail;
            (low, high) = below ? (middle, high) : (low, middle);
            middle = low + ((high - low) / 2);
        }

        return low;
    }

    /// <summary>ln of x (x + 1) ... (x + n - 1); a plain sum while short, which keeps its digits where x is large.</summary>
    private static double LnRising(double x, int n)
    {
        const int LongestSum = 32;
        if (n > LongestSum)
        {
            return SpecialFunctions.GammaLn(x + n) - SpecialFunctions.GammaLn(x);
        }

        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += Math.Log(x + i);
        }

        return sum;
    }
}
