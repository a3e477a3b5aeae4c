namespace Segmentation;

/// <summary>
/// Count, mean, deviation, minimum and maximum of numbers that come one after the other. The sums of the differences from
/// the first number and of their squares are kept in pairs of doubles, about 32 digits (Dekker 1971), so that nothing
/// is lost however many rows there are and however far from 0 they lie. No fused multiply-add is used.
/// </summary>
internal sealed class StreamedMoments
{
    private double first;
    private (double High, double Low) sum;
    private (double High, double Low) squares;

    public int Count { get; private set; }

    public double Minimum { get; private set; } = double.PositiveInfinity;

    public double Maximum { get; private set; } = double.NegativeInfinity;

    public double Mean => first + (sum.High / Count) + (sum.Low / Count);

    /// <summary>With denominator n.</summary>
    public double PopulationDeviation => Math.Sqrt(SquaredDeviations / Count);

    /// <summary>With denominator n - 1; null for fewer than two numbers.</summary>
    public double? SampleDeviation => Count < 2 ? null : Math.Sqrt(SquaredDeviations / (Count - 1));

    /// <summary>The squares' sum less the sum's square over n; never below 0.</summary>
    private double SquaredDeviations
    {
        get
        {
            (double mean, double rest) = Divided(sum, Count);
            (double high, double low) = Product(sum.High, mean);
            low += (sum.High * rest) + (sum.Low * mean);
            return Math.Max(0, squares.High - high + (squares.Low - low));
        }
    }

    public void Add(double value)
    {
        first = Count == 0 ? value : first;
        Count++;
        Minimum = Math.Min(Minimum, value);
        Maximum = Math.Max(Maximum, value);
        (double difference, double rest) = Sum(value, -first);
        (double square, double error) = Product(difference, difference);
        sum = Added(sum, difference, rest);
        squares = Added(squares, square, error + (2 * difference * rest));
    }

    private static (double High, double Low) Added((double High, double Low) pair, double high, double low)
    {
        (double total, double error) = Sum(pair.High, high);
        return Sum(total, error + pair.Low + low);
    }

    private static (double High, double Low) Divided((double High, double Low) pair, double divisor)
    {
        double quotient = pair.High / divisor;
        (double high, double low) = Product(quotient, divisor);
        return (quotient, (pair.High - high - low + pair.Low) / divisor);
    }

    /// <summary>The sum and its rounding error (Knuth's TwoSum).</summary>
    private static (double Sum, double Error) Sum(double left, double right)
    {
        double sum = left + right;
        double rightPart = sum - left;
        return (sum, left - (sum - rightPart) + (right - rightPart));
    }

    /// <summary>The product and its rounding error (Dekker's TwoProduct).</summary>
    private static (double Product, double Error) Product(double left, double right)
    {
        double product = left * right;
        (double leftHigh, double leftLow) = Split(left);
        (double rightHigh, double rightLow) = Split(right);
        double error = (leftHigh * rightHigh) - product + (leftHigh * rightLow) + (leftLow * rightHigh);
        return (product, error + (leftLow * rightLow));
    }

    /// <summary>Two halves of 26 bits each (Veltkamp).</summary>
    private static (double High, double Low) Split(double value)
    {
        double shifted = 134217729 * value;
        double high = shifted - (shifted - value);
        return (high, value - high);
    }
}
