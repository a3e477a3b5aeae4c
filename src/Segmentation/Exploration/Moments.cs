namespace Segmentation;

/// <summary>Mean, spread and skewness of at least one number.</summary>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="PopulationDeviation">Standard deviation with denominator n.</param>
/// <param name="SampleDeviation">
/// Standard deviation with denominator n - 1; null for one number, and where it is too large for a double.
/// </param>
/// <param name="Skewness">
/// Adjusted Fisher-Pearson coefficient (G1 of Joanes and Gill 1998); null for fewer than three numbers, and where all
/// are the same up to rounding.
/// </param>
internal sealed record Moments(
    double Mean, double PopulationDeviation, double? SampleDeviation, double? Skewness)
{
    /// <summary>The moments of sorted numbers; sorted, so that the order of rows cannot change a bit of them.</summary>
    internal static Moments OfSorted(double[] sorted)
    {
        int n = sorted.Length;
        if (sorted[0] == sorted[^1])
        {
            return new Moments(sorted[0], 0, n == 1 ? null : 0, null);
        }

        double[] deviations = [.. sorted];
        (double mean, int exponent) = Deviations.Center(deviations);
        double squares = 0;
        double cubes = 0;
        foreach (double deviation in deviations)
        {
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }

        double population = Math.Sqrt(squares / n);
        double sample = Math.ScaleB(Math.Sqrt(squares / (n - 1)), exponent);
        bool hasSkewness = n >= 3 && !Rounding.SameUpToRounding(sorted[0], sorted[^1]);
        return new Moments(
            mean,
            Math.ScaleB(population, exponent),
            double.IsFinite(sample) ? sample : null,
            hasSkewness ? Math.Sqrt((double)n * (n - 1)) / (n - 2) * (cubes / n) / (population * population * population) : null);
    }
}
