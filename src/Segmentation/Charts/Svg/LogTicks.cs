namespace Segmentation;

/// <summary>Round numbers along a logarithmic axis: 1, 2 and 5 times powers of ten, powers of ten, or every so many of them.</summary>
internal static class LogTicks
{
    private static readonly int[][] Digits = [[1, 2, 5], [1, 3], [1]];

    /// <summary>The densest round numbers of which no two stand nearer than a share of the axis.</summary>
    /// <param name="kind">How values are spread.</param>
    /// <param name="range">The places where the axis starts and ends.</param>
    /// <param name="most">One over the smallest distance of two ticks, as a share of the axis.</param>
    /// <returns>The values, in rising order.</returns>
    public static double[] Between(AxisKind kind, (double Minimum, double Maximum) range, int most)
    {
        double distance = (range.Maximum - range.Minimum) / most * (1 - 1e-9);
        (int first, int last) = ((int)Math.Floor(range.Minimum) - 1, (int)Math.Ceiling(range.Maximum) + 1);
        if (kind == AxisKind.LogOfOnePlus)
        {
            first = range.Maximum > 1 ? 0 : -3;
        }

        double[] ticks = [];
        for (int step = 1; step <= last - first + 1; step++)
        {
            foreach (int[] digits in step == 1 ? Digits : [[1]])
            {
                double[] candidates =
                [
                    .. Enumerable.Range(first, last - first + 1)
                        .Where(exponent => exponent % step == 0)
                        .SelectMany(exponent => digits.Select(digit => digit * Math.Pow(10, exponent))),
                ];
                ticks = [.. kind == AxisKind.LogOfOnePlus ? [0.0] : Array.Empty<double>(), .. candidates];
                ticks = [.. Apart(ticks.Where(tick => IsWithin(kind.Place(tick), range)), kind, distance, out bool allApart)];
                if (allApart)
                {
                    return ticks;
                }
            }
        }

        return ticks;
    }

    private static bool IsWithin(double place, (double Minimum, double Maximum) range) =>
        place >= range.Minimum - 1e-9 && place <= range.Maximum + 1e-9;

    /// <summary>Beside 0 the small powers of ten stand close: those that would touch it are left out.</summary>
    private static List<double> Apart(IEnumerable<double> ticks, AxisKind kind, double distance, out bool allApart)
    {
        List<double> kept = [];
        allApart = true;
        foreach (double tick in ticks)
        {
            if (kept.Count == 0 || kind.Place(tick) - kind.Place(kept[^1]) >= distance)
            {
                kept.Add(tick);
            }
            else if (kept[^1] != 0)
            {
                allApart = false;
            }
        }

        return kept;
    }
}
