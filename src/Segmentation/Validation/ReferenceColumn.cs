using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// The values of one column where there are no groups. A column of few values keeps them, for equal values make tight
/// groups by themselves: where there is room for up to seven (flags, ratings of five stars) also how often each occurs. With
/// more they are as frequent as in the nearest distribution with a single peak, so that two heaps of ratings become one;
/// and so are the ranges of any other column.
/// </summary>
internal sealed class ReferenceColumn
{
    /// <summary>So few values, one step from the next, have no shape beyond how often each occurs.</summary>
    private const int FewValues = 7;

    /// <summary>A column with more steps than this from its lowest value to its highest is as good as continuous…</summary>
    private const int MostSteps = 50;

    /// <summary>…unless some value is as frequent as this, as 0 is among counts,</summary>
    private const double FrequentShare = 0.1;

    /// <summary>and there are no more steps than this.</summary>
    private const int MostStepsOfCounts = 500;

    /// <summary>Values with a hole of this share of their range between them are heaps, not steps.</summary>
    private const double LargestHole = 0.4;

    /// <summary>Two values nearer than this share of the range differ by rounding; also what a step may be off its grid.</summary>
    private const double Rounding = 1e-9;

    /// <summary>The values themselves where how often each occurs is kept; else empty.</summary>
    private readonly double[] own;

    /// <summary>The values that occur, or where the ranges of other columns begin.</summary>
    private readonly double[] values;

    /// <summary>How wide the range from each value is; 0 for the value alone.</summary>
    private readonly double[] widths;

    private readonly double[] shares;

    private ReferenceColumn(double[] own, double[] values, double[] widths, double[] shares)
    {
        this.own = own;
        this.values = values;
        this.widths = widths;
        this.shares = shares;
    }

    /// <summary>Whether the column has few values.</summary>
    public bool IsOfFewValues => own.Length > 0 || (values.Length > 1 && widths[0] == 0);

    /// <param name="sorted">The values of all rows, at least one, rising.</param>
    public static ReferenceColumn Of(double[] sorted)
    {
        double range = sorted[^1] - sorted[0];
        (double[] values, int[] counts) = Different(sorted, Rounding * range);
        if (2 * values.Length > sorted.Length || values.Length == 1)
        {
            return OfRanges(sorted);
        }

        double[] gaps = [.. values.Zip(values.Skip(1), (low, high) => high - low)];
        double step = gaps.Min();
        double steps = Math.Round(range / step);
        bool isGrid = values.All(value => Math.Abs(((value - values[0]) / step) - Math.Round((value - values[0]) / step)) < 1e-6);
        bool isCoarse = steps <= MostSteps || (steps <= MostStepsOfCounts && counts.Max() >= FrequentShare * sorted.Length);
        return values.Length <= FewValues && (!isGrid || steps < FewValues) ? new(sorted, [], [], [])
            : isGrid && isCoarse ? OnGrid(values, counts, step, (int)steps)
            : !isGrid && values.Length <= MostSteps && gaps.Max() <= LargestHole * range ? OnValues(values, counts, gaps)
            : OfRanges(sorted);
    }

    /// <summary>As many values as the rows, without groups, rising.</summary>
    public double[] Draw(int count, Xoshiro256StarStar random)
    {
        if (own.Length > 0)
        {
            return own;
        }

        double[] drawn = new double[count];
        for (int i = 0; i < count; i++)
        {
            int position = Position(random.NextDouble());
            drawn[i] = widths[position] == 0 ? values[position] : values[position] + (random.NextDouble() * widths[position]);
        }

        Array.Sort(drawn);
        return drawn;
    }

    private int Position(double uniform)
    {
        int position = 0;
        for (double above = uniform - shares[0]; above >= 0 && position < shares.Length - 1; above -= shares[position])
        {
            position++;
        }

        return position;
    }

    /// <summary>Every step between the lowest value and the highest, those too that no row has.</summary>
    private static ReferenceColumn OnGrid(double[] values, int[] counts, double step, int steps)
    {
        double[] places = [.. Enumerable.Range(0, steps + 1).Select(i => values[0] + (step * i))];
        double[] rows = new double[steps + 1];
        for (int i = 0; i < values.Length; i++)
        {
            int place = (int)Math.Round((values[i] - values[0]) / step);
            places[place] = values[i];
            rows[place] += counts[i];
        }

        return new([], places, new double[places.Length], SinglePeak.Nearest(rows, [.. rows.Select(_ => 1.0)]));
    }

    /// <summary>The values alone, each as wide as it is to half of the way to its neighbours.</summary>
    private static ReferenceColumn OnValues(double[] values, int[] counts, double[] gaps)
    {
        double[] widths = [.. values.Select((_, i) => (gaps[Math.Max(0, i - 1)] + gaps[Math.Min(gaps.Length - 1, i)]) / 2)];
        return new([], values, new double[values.Length], SinglePeak.Nearest([.. counts.Select(count => (double)count)], widths));
    }

    /// <summary>Ranges with about as many rows each, the square root of all of them.</summary>
    private static ReferenceColumn OfRanges(double[] sorted)
    {
        int ranges = Math.Max(1, (int)Math.Sqrt(sorted.Length));
        List<double> starts = [];
        List<double> widths = [];
        List<double> rows = [];
        int from = 0;
        for (int range = 1; range <= ranges; range++)
        {
            int to = (int)((long)range * (sorted.Length - 1) / ranges);
            if (sorted[to] > sorted[from])
            {
                starts.Add(sorted[from]);
                widths.Add(sorted[to] - sorted[from]);
                rows.Add(to - from);
                from = to;
            }
        }

        return starts.Count == 0
            ? new([], [sorted[0]], [0], [1])
            : new([], [.. starts], [.. widths], SinglePeak.Nearest([.. rows], [.. widths]));
    }

    private static (double[] Values, int[] Counts) Different(double[] sorted, double rounding)
    {
        List<double> values = [sorted[0]];
        List<int> counts = [0];
        foreach (double value in sorted)
        {
            if (value - values[^1] > rounding)
            {
                values.Add(value);
                counts.Add(0);
            }

            counts[^1]++;
        }

        return ([.. values], [.. counts]);
    }
}
