namespace Segmentation;

/// <summary>Distances from the mean, free of cancellation and of overflow.</summary>
internal static class Deviations
{
    /// <summary>
    /// Replaces values (at least one) by their deviations from the mean, divided by 2^Exponent. The mean is taken in two
    /// passes, the second over the deviations from the first, so that values near 1e9 keep a small variance; a power of
    /// two divides exactly and keeps squares and cubes from overflowing or vanishing. A mean that is nothing but rounding is 0.
    /// </summary>
    internal static (double Mean, int Exponent) Center(Span<double> values)
    {
        double largest = 0;
        foreach (double value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        int exponent = largest == 0 ? 0 : Math.Clamp(Math.ILogB(largest), -1000, 1000);
        double unit = Math.ScaleB(1, -exponent);
        double sum = 0;
        double sizes = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= unit;
            sum += values[i];
            sizes += Math.Abs(values[i]);
        }

        double roughMean = sum / values.Length;
        double rest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] -= roughMean;
            rest += values[i];
        }

        rest /= values.Length;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] -= rest;
        }

        return (Math.ScaleB(Rounding.ZeroIfCancelled(roughMean + rest, sizes / values.Length), exponent), exponent);
    }
}
