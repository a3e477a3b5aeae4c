using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// The values of one column where there are no groups. A column of few values keeps them, for equal values make tight
/// groups by themselves: with up to seven different ones (flags, ratings of five stars) also how often each occurs, and
/// with more as often as the column with a single peak that is nearest to it, so that two heaps of ratings become one.
/// Any other column is spread evenly from its lowest value to its highest.
/// </summary>
internal sealed class ReferenceColumn
{
    /// <summary>So few different values have no shape beyond how often each occurs.</summary>
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

    private readonly double[]? own;
    private readonly double[] values;
    private readonly double[] shares;

    private ReferenceColumn(double[]? own, double[] values, double[] shares)
    {
        this.own = own;
        this.values = values;
        this.shares = shares;
    }

    /// <summary>Whether the column has few values.</summary>
    public bool IsOfFewValues => own is not null || shares.Length > 0;

    /// <param name="sorted">The values of all rows, at least one, rising.</param>
    public static ReferenceColumn Of(double[] sorted)
    {
        double range = sorted[^1] - sorted[0];
        (double[] values, int[] counts) = Different(sorted, Rounding * range);
        if (2 * values.Length > sorted.Length || values.Length == 1)
        {
            return new(null, [sorted[0], sorted[^1]], []);
        }

        if (values.Length <= FewValues)
        {
            return new(sorted, values, []);
        }

        double[] gaps = [.. values.Zip(values.Skip(1), (low, high) => high - low)];
        double step = gaps.Min();
        double steps = Math.Round(range / step);
        bool isGrid = values.All(value => Math.Abs(((value - values[0]) / step) - Math.Round((value - values[0]) / step)) < 1e-6);
        bool isCoarse = steps <= MostSteps || (steps <= MostStepsOfCounts && counts.Max() >= FrequentShare * sorted.Length);
        return isGrid && isCoarse ? OnGrid(values, counts, step, (int)steps)
            : !isGrid && values.Length <= MostSteps && gaps.Max() <= LargestHole * range ? OnValues(values, counts, gaps)
            : new(null, [sorted[0], sorted[^1]], []);
    }

    /// <summary>So many values of a column without groups, rising.</summary>
    public double[] Draw(int count, Xoshiro256StarStar random)
    {
        if (own is not null && own.Length == count)
        {
            return own;
        }

        double[] drawn = new double[count];
        for (int i = 0; i < count; i++)
        {
            double uniform = random.NextDouble();
            drawn[i] = shares.Length > 0 ? values[Position(uniform)] : values[0] + (uniform * (values[1] - values[0]));
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

        return new(null, places, SinglePeak.Nearest(rows, [.. rows.Select(_ => 1.0)]));
    }

    /// <summary>The values alone, each as wide as it is to half of the way to its neighbours.</summary>
    private static ReferenceColumn OnValues(double[] values, int[] counts, double[] gaps)
    {
        double[] widths = [.. values.Select((_, i) => (gaps[Math.Max(0, i - 1)] + gaps[Math.Min(gaps.Length - 1, i)]) / 2)];
        return new(null, values, SinglePeak.Nearest([.. counts.Select(count => (double)count)], widths));
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
