namespace Segmentation;

/// <summary>
/// The mean of some customers' values with Student's 95% interval, mean ± t(n - 1) · s / √n. It holds nearly as often as it
/// says while n exceeds 25 times the squared skewness (Cochran 1977, Sampling Techniques, 3rd ed., p. 42).
/// </summary>
internal sealed class ValueMean
{
    /// <summary>Fewer equal values than this do not show that all others would be equal too.</summary>
    private const int ManyEqual = 30;

    private readonly double? standardError;
    private readonly double skewness;

    private ValueMean(int count, double mean, double? standardError, double skewness) =>
        (Count, Mean, this.standardError, this.skewness) = (count, mean, standardError, skewness);

    public int Count { get; }

    public double Mean { get; }

    public double? Lower => Mean - Margin;

    public double? Upper => Mean + Margin;

    /// <summary>Whether the values are too skewed for the interval to hold as often as it says.</summary>
    public bool IsRough => standardError is not null && Count <= 25 * skewness * skewness;

    private double? Margin => standardError is double error ? ValueStudent.Quantile(Count - 1) * error : null;

    /// <summary>Null for no value. The values get sorted, so that the order of the rows cannot change a bit.</summary>
    public static ValueMean? Of(double[] values)
    {
        if (values.Length == 0)
        {
            return null;
        }

        Array.Sort(values);
        Moments moments = Moments.OfSorted(values);
        bool hasError = values.Length > 1 && (moments.SampleDeviation > 0 || values.Length >= ManyEqual);
        return new ValueMean(
            values.Length, moments.Mean, hasError ? moments.SampleDeviation / Math.Sqrt(values.Length) : null, moments.Skewness ?? 0);
    }

    /// <summary>How often chance alone takes the mean so far from 0; null where the interval is unknown.</summary>
    public double? PValueAgainstZero() => standardError switch
    {
        null => null,
        0 => Mean == 0 ? 1 : 0,
        double error => ValueStudent.PValue(Mean / error, Count - 1),
    };

    /// <summary>
    /// Welch's test (1947): how often chance alone sets two means so far apart; null where an interval is unknown.
    /// </summary>
    public static double? PValueOfDifference(ValueMean one, ValueMean other)
    {
        if (one.standardError is not double left || other.standardError is not double right)
        {
            return null;
        }

        double largest = Math.Max(left, right);
        if (largest == 0)
        {
            return one.Mean == other.Mean ? 1 : 0;
        }

        double first = left / largest * (left / largest);
        double second = right / largest * (right / largest);
        double sum = first + second;
        double freedom = sum * sum / ((first * first / (one.Count - 1)) + (second * second / (other.Count - 1)));
        return ValueStudent.PValue(((one.Mean / largest) - (other.Mean / largest)) / Math.Sqrt(sum), freedom);
    }
}
