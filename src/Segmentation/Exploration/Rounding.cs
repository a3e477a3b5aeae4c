namespace Segmentation;

/// <summary>Tells a real difference between two numbers from what rounding alone can leave.</summary>
internal static class Rounding
{
    /// <summary>Ten rounding steps: the tolerance below which scikit-learn, too, takes a scale for zero.</summary>
    private const double Tolerance = 10 * DoubleEpsilon;

    /// <summary>The distance from 1 to the next double, 2^-52.</summary>
    private const double DoubleEpsilon = 2.220446049250313e-16;

    /// <summary>Below this magnitude a double has too few digits left for a deviation to be computed.</summary>
    private const double Smallest = 1e-290;

    /// <summary>A sum whose terms cancelled: 0 where what is left of them is rounding, at most 10 machine epsilons of their size.</summary>
    /// <param name="sum">What the terms add up to.</param>
    /// <param name="size">The magnitude of the terms.</param>
    internal static double ZeroIfCancelled(double sum, double size) => Math.Abs(sum) <= Tolerance * Math.Abs(size) ? 0 : sum;

    /// <summary>
    /// Whether numbers from <paramref name="low"/> to <paramref name="high"/> are one number up to rounding, as 0.1 + 0.2
    /// and 0.3 are: high - low is at most 10 machine epsilons times the larger magnitude.
    /// </summary>
    /// <remarks>
    /// The rule of scikit-learn's <c>_handle_zeros_in_scale</c> (scale &lt; 10 eps), made relative to the magnitude. Its
    /// <c>_is_constant_feature</c> allows for an error that grows with the number of rows, which the deviations here do
    /// not have, and would call a million different numbers near 1e12 constant.
    /// </remarks>
    internal static bool SameUpToRounding(double low, double high)
    {
        double magnitude = Math.Max(Smallest, Math.Max(Math.Abs(low), Math.Abs(high)));

        // Halves, because the difference of two huge numbers overflows.
        return (high / 2) - (low / 2) <= Tolerance / 2 * magnitude;
    }
}
