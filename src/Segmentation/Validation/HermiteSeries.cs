using MathNet.Numerics.Distributions;

namespace Segmentation;

/// <summary>
/// A column as a rising function of a standard normal number, in Hermite polynomials: if two normal numbers have the
/// correlation r, two such columns have the sum over m of a_m b_m r^m (Mehler's formula).
/// </summary>
internal sealed class HermiteSeries
{
    private const int Terms = 25;

    /// <summary>From here on two columns are copies of each other but for rounding.</summary>
    private const double Copy = 1 - 1e-9;

    /// <summary>The strongest correlation of the cloud where columns are no copies.</summary>
    private const double Strongest = 0.999;

    private readonly double[] coefficients;

    private HermiteSeries(double[] coefficients)
    {
        this.coefficients = coefficients;
    }

    /// <param name="sorted">The column's values, rising.</param>
    public static HermiteSeries Of(double[] sorted)
    {
        double mean = sorted.Sum() / sorted.Length;
        double deviation = Math.Sqrt(sorted.Sum(value => (value - mean) * (value - mean)) / sorted.Length);
        double[] coefficients = new double[Terms];
        for (int i = 1; i < sorted.Length && deviation > 0; i++)
        {
            double jump = (sorted[i] - sorted[i - 1]) / deviation;
            if (jump == 0)
            {
                continue;
            }

            double at = Normal.InvCDF(0, 1, (double)i / sorted.Length);

            // Normed polynomials: h_0 = 1, h_1 = x, h_m = (x h_(m-1) - sqrt(m - 1) h_(m-2)) / sqrt(m).
            double before = 0;
            double polynomial = 1;
            double density = Normal.PDF(0, 1, at);
            for (int m = 1; m <= Terms; m++)
            {
                coefficients[m - 1] += jump * density * polynomial / Math.Sqrt(m);
                (before, polynomial) = (polynomial, ((at * polynomial) - (Math.Sqrt(m - 1) * before)) / Math.Sqrt(m));
            }
        }

        return new HermiteSeries(coefficients);
    }

    /// <summary>The correlation of two normal numbers that gives two columns theirs, by halving.</summary>
    public static double NormalCorrelation(HermiteSeries one, HermiteSeries other, double wanted)
    {
        if (Math.Abs(wanted) >= Copy)
        {
            return Math.Sign(wanted);
        }

        double low = -Strongest;
        double high = Strongest;
        for (int i = 0; i < 40; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Given(one, other, middle) < wanted ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double Given(HermiteSeries one, HermiteSeries other, double correlation)
    {
        double sum = 0;
        double power = 1;
        for (int m = 0; m < Terms; m++)
        {
            power *= correlation;
            sum += one.coefficients[m] * other.coefficients[m] * power;
        }

        return sum;
    }
}
