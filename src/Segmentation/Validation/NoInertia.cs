namespace Segmentation;

/// <summary>When an inertia is 0 up to rounding, so that every cluster is one and the same row again and again.</summary>
internal static class NoInertia
{
    /// <summary>
    /// Beside the inertia of a single cluster: a mean of equal numbers is off by some 1e-16 of them, squared 1e-32, and more
    /// where they lie far from 0.
    /// </summary>
    private const double Rounding = 1e-15;

    /// <param name="inertia">The inertia in question.</param>
    /// <param name="total">The inertia of the same rows in a single cluster.</param>
    public static bool Is(double inertia, double total) => inertia <= Rounding * total;
}
