namespace Segmentation;

/// <summary>Wilson's score interval (1927) of a share, 95%: it never leaves 0 to 1, and has a width where nobody or everybody is counted.</summary>
internal static class WilsonInterval
{
    private const double Quantile = 1.959963984540054;

    /// <param name="count">Those that are counted.</param>
    /// <param name="customers">All, at least one.</param>
    public static (double Lower, double Upper) Of(int count, int customers)
    {
        double n = customers;
        double share = count / n;
        double square = Quantile * Quantile;
        double center = (share + (square / (2 * n))) / (1 + (square / n));
        double margin = Quantile / (1 + (square / n)) * Math.Sqrt((share * (1 - share) / n) + (square / (4 * n * n)));
        return (count == 0 ? 0 : center - margin, count == customers ? 1 : center + margin);
    }
}
