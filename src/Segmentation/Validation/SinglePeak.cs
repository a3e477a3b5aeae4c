namespace Segmentation;

/// <summary>
/// The distribution with a single peak that is nearest to a histogram by least squares: rising to the peak and falling
/// from it, each side by pooling adjacent violators (Barlow, Bartholomew, Bremner and Brunk 1972).
/// </summary>
internal static class SinglePeak
{
    /// <summary>The share of each bin; they add up to 1.</summary>
    /// <param name="rows">How many rows each bin has, at least one in all.</param>
    /// <param name="widths">How wide each bin is, positive; what has one peak is the rows for each unit of width.</param>
    public static double[] Nearest(double[] rows, double[] widths)
    {
        double[] best = [];
        double least = double.PositiveInfinity;
        for (int peak = 0; peak < rows.Length; peak++)
        {
            double[] fitted = [.. Rising(rows[..(peak + 1)], widths[..(peak + 1)]), .. Falling(rows[(peak + 1)..], widths[(peak + 1)..])];
            double distance = 0;
            for (int bin = 0; bin < rows.Length; bin++)
            {
                double off = (rows[bin] / widths[bin]) - fitted[bin];
                distance += off * off * widths[bin];
            }

            if (distance < least)
            {
                (least, best) = (distance, fitted);
            }
        }

        double total = best.Zip(widths, (density, width) => density * width).Sum();
        return [.. best.Zip(widths, (density, width) => density * width / total)];
    }

    private static double[] Falling(double[] rows, double[] widths)
    {
        Array.Reverse(rows);
        Array.Reverse(widths);
        double[] fitted = Rising(rows, widths);
        Array.Reverse(fitted);
        return fitted;
    }

    /// <summary>The rising densities nearest to the bins': neighbours that fall are pooled to their mean until none does.</summary>
    private static double[] Rising(double[] rows, double[] widths)
    {
        List<(double Rows, double Width, int Bins)> pools = [];
        for (int bin = 0; bin < rows.Length; bin++)
        {
            (double Rows, double Width, int Bins) pool = (rows[bin], widths[bin], 1);
            while (pools.Count > 0 && pools[^1].Rows * pool.Width >= pool.Rows * pools[^1].Width)
            {
                pool = (pools[^1].Rows + pool.Rows, pools[^1].Width + pool.Width, pools[^1].Bins + pool.Bins);
                pools.RemoveAt(pools.Count - 1);
            }

            pools.Add(pool);
        }

        return [.. pools.SelectMany(pool => Enumerable.Repeat(pool.Rows / pool.Width, pool.Bins))];
    }
}
