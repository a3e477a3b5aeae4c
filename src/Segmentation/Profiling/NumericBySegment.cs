namespace Segmentation;

/// <summary>
/// A numeric column taken apart by segment. Every sum runs over sorted values, so that the order of the rows cannot
/// change a bit of the result.
/// </summary>
internal sealed class NumericBySegment
{
    private readonly string column;
    private readonly bool clustered;
    private readonly Summary overall;
    private readonly double unit;
    private readonly double? deviationInUnits;
    private readonly Summary[] segments;

    public NumericBySegment(NumericColumn column, bool clustered, ReadOnlySpan<int> labels, int segmentCount)
    {
        this.column = column.Name;
        this.clustered = clustered;
        double[] all = column.PresentValues();
        Array.Sort(all);
        overall = Summary.Of(all);
        unit = PowerOfTwoNear(all);
        deviationInUnits = SampleDeviation(all, overall.Mean, unit);

        (double[] grouped, int[] starts) = Group(column.Values, all.Length, labels, segmentCount);
        segments = new Summary[segmentCount];
        for (int segment = 0; segment < segmentCount; segment++)
        {
            Span<double> values = grouped.AsSpan(starts[segment]..starts[segment + 1]);
            values.Sort();
            segments[segment] = Summary.Of(values);
        }
    }

    /// <summary>
    /// The p-value of the v-test for each segment; null for a clustered column and where there is nothing to compare.
    /// </summary>
    public double?[] PValues() => [.. segments.Select(segment =>
        !clustered && Effect(segment) is double effect && segment.Count < overall.Count
            ? ValueTest.PValue(ValueTest.Statistic(effect, segment.Count, overall.Count))
            : (double?)null)];

    public NumericProfile Profile(int segment, double? adjustedPValue)
    {
        Summary own = segments[segment];
        return new(
            column, clustered, own.Count, own.Mean, own.Median, overall.Mean, overall.Median, Effect(own), adjustedPValue);
    }

    private double? Effect(Summary segment) => ((segment.Mean / unit) - (overall.Mean / unit)) / deviationInUnits;

    private static (double[] Values, int[] Starts) Group(
        ReadOnlySpan<double> values, int presentCount, ReadOnlySpan<int> labels, int segmentCount)
    {
        int[] starts = new int[segmentCount + 1];
        for (int row = 0; row < values.Length; row++)
        {
            starts[labels[row] + 1] += double.IsNaN(values[row]) ? 0 : 1;
        }

        for (int segment = 0; segment < segmentCount; segment++)
        {
            starts[segment + 1] += starts[segment];
        }

        double[] grouped = new double[presentCount];
        int[] next = [.. starts];
        for (int row = 0; row < values.Length; row++)
        {
            if (!double.IsNaN(values[row]))
            {
                grouped[next[labels[row]]++] = values[row];
            }
        }

        return (grouped, starts);
    }

    /// <summary>Null for fewer than two values and for a constant column, where no effect can be measured.</summary>
    private static double? SampleDeviation(double[] sorted, double? mean, double unit)
    {
        if (sorted.Length < 2 || sorted[0] == sorted[^1])
        {
            return null;
        }

        double squares = 0;
        foreach (double value in sorted)
        {
            double difference = (value / unit) - (mean!.Value / unit);
            squares += difference * difference;
        }

        return Math.Sqrt(squares / (sorted.Length - 1));
    }

    /// <summary>Dividing by a power of two is exact, and the sums and squares of the quotients cannot overflow.</summary>
    private static double PowerOfTwoNear(ReadOnlySpan<double> sorted)
    {
        double largest = sorted.IsEmpty ? 0 : Math.Max(Math.Abs(sorted[0]), Math.Abs(sorted[^1]));
        return largest == 0 ? 1 : Math.ScaleB(1, Math.Clamp(Math.ILogB(largest), -1000, 1000));
    }

    private sealed record Summary(int Count, double? Mean, double? Median)
    {
        public static Summary Of(ReadOnlySpan<double> sorted)
        {
            if (sorted.IsEmpty)
            {
                return new(0, null, null);
            }

            double unit = PowerOfTwoNear(sorted);
            double sum = 0;
            foreach (double value in sorted)
            {
                sum += value / unit;
            }

            // Rounding must not carry the mean of equal values away from them.
            double mean = Math.Clamp(sum / sorted.Length * unit, sorted[0], sorted[^1]);
            double median = (sorted[(sorted.Length - 1) / 2] / 2) + (sorted[sorted.Length / 2] / 2);
            return new(sorted.Length, mean, median);
        }
    }
}
