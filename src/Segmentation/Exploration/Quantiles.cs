namespace Segmentation;

/// <summary>Quantiles by definition R7 (Hyndman and Fan 1996), the default of R, NumPy, pandas and Excel.</summary>
internal static class Quantiles
{
    /// <summary>The quantile of at least one number.</summary>
    /// <param name="sorted">The numbers in rising order.</param>
    /// <param name="probability">0 to 1; 0.5 gives the median.</param>
    internal static double OfSorted(double[] sorted, double probability)
    {
        double position = (sorted.Length - 1) * probability;
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return Between(sorted[below], sorted[above], position - below);
    }

    /// <summary>The point at a fraction of the way from one number to another, also where their difference overflows.</summary>
    internal static double Between(double low, double high, double fraction) =>
        2 * ((low / 2) + (fraction * ((high / 2) - (low / 2))));
}
