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
    private readonly bool isFlag;
    private readonly double unit;
    private readonly double? deviationInUnits;
    private readonly Summary[] segments;
    private readonly NumericLimits? limits;
    private readonly ShareBySegment? above;
    private readonly ShareBySegment? below;
    private readonly ShareBySegment? missing;
    private readonly ShareBySegment? outliers;
    private readonly double?[][] pValues;

    public NumericBySegment(NumericColumn column, bool clustered, ReadOnlySpan<int> labels, int[] sizes)
    {
        this.column = column.Name;
        this.clustered = clustered;
        double[] all = column.PresentValues();
        Array.Sort(all);
        overall = Summary.Of(all);
        isFlag = all is [0, .., 1] && Array.TrueForAll(all, value => value is 0 or 1);
        unit = PowerOfTwoNear(all);
        deviationInUnits = SampleDeviation(all, overall.Mean, unit);

        (double[] grouped, int[] starts) = Group(column.Values, all.Length, labels, sizes.Length);
        segments = new Summary[sizes.Length];
        for (int segment = 0; segment < sizes.Length; segment++)
        {
            Span<double> values = grouped.AsSpan(starts[segment]..starts[segment + 1]);
            values.Sort();
            segments[segment] = Summary.Of(values);
        }

        int[] present = [.. segments.Select(segment => segment.Count)];
        missing = all.Length == labels.Length ? null : new([.. sizes.Zip(present, (size, cells) => size - cells)], sizes, clustered);
        if (all.Length > 0)
        {
            NumericLimits found = NumericLimits.OfSorted(all);
            limits = found;
            above = clustered ? Share(value => value > found.UpperQuartile) : null;
            below = clustered ? Share(value => value < found.LowerQuartile) : null;

            // Where half of the values are the same, all others lie beyond the fences, and are nothing special.
            bool spread = found.UpperQuartile > found.LowerQuartile && (found.IsOutlier(all[0]) || found.IsOutlier(all[^1]));
            outliers = spread ? Share(found.IsOutlier) : null;
        }

        pValues = [.. segments.Select((_, segment) => new[] { MeanPValue(segment), missing?.PValue(segment), outliers?.PValue(segment) })];

        ShareBySegment Share(Predicate<double> has) => new(
            [.. present.Select((cells, segment) => CountOf(grouped.AsSpan(starts[segment], cells), has))], present, clustered);
    }

    /// <summary>
    /// For each segment the p-values of the v-test, of missing cells and of outliers; null for a clustered column and
    /// where there is nothing to compare.
    /// </summary>
    public IReadOnlyList<double?[]> PValues => pValues;

    public NumericProfile Profile(int segment, double?[] adjustedPValues)
    {
        Summary own = segments[segment];
        double? effect = Effect(own);
        return new(
            column, clustered, own.Count, own.Mean, own.Median, overall.Mean, overall.Median, effect, adjustedPValues[0])
        {
            // The overall mean is that of the segment and that of the rest, weighted by their customers.
            EffectFromRest = own.Count < overall.Count ? effect * overall.Count / (overall.Count - own.Count) : null,
            IsFlag = isFlag,
            PValue = pValues[segment][0],
            Limits = limits,
            AboveUpperQuartile = above?.Profile(segment, null, null),
            BelowLowerQuartile = below?.Profile(segment, null, null),
            Missing = missing?.Profile(segment, pValues[segment][1], adjustedPValues[1]),
            Outliers = outliers?.Profile(segment, pValues[segment][2], adjustedPValues[2]),
        };
    }

    private double? MeanPValue(int segment) =>
        !clustered && Effect(segments[segment]) is double effect && segments[segment].Count < overall.Count
            ? ValueTest.PValue(ValueTest.Statistic(effect, segments[segment].Count, overall.Count))
            : null;

    private double? Effect(Summary segment) => ((segment.Mean / unit) - (overall.Mean / unit)) / deviationInUnits;

    private static int CountOf(ReadOnlySpan<double> values, Predicate<double> has)
    {
        int count = 0;
        foreach (double value in values)
        {
            count += has(value) ? 1 : 0;
        }

        return count;
    }

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
            double sizes = 0;
            foreach (double value in sorted)
            {
                sum += value / unit;
                sizes += Math.Abs(value / unit);
            }

            sum = Rounding.ZeroIfCancelled(sum, sizes);

            // Rounding must not carry the mean of equal values away from them.
            double mean = Math.Clamp(sum / sorted.Length * unit, sorted[0], sorted[^1]);
            double median = (sorted[(sorted.Length - 1) / 2] / 2) + (sorted[sorted.Length / 2] / 2);
            return new(sorted.Length, mean, median);
        }
    }
}
