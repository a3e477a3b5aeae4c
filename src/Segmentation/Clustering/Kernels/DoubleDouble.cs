namespace Segmentation;

/// <summary>
/// A number as the unevaluated sum of two doubles, good for about 32 digits (Dekker 1971). The fused multiply-add that
/// finds the error of a product is correctly rounded on every machine, so the bits are the same everywhere.
/// </summary>
internal readonly record struct DoubleDouble(double High, double Low)
{
    /// <summary>The exact difference of two doubles (Knuth's TwoSum).</summary>
    public static DoubleDouble Difference(double left, double right)
    {
        double high = left - right;
        double subtracted = left - high;
        return new(high, left - (high + subtracted) + (subtracted - right));
    }

    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right) =>
        left - new DoubleDouble(-right.High, -right.Low);

    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right)
    {
        DoubleDouble difference = Difference(left.High, right.High);
        return Normal(difference.High, difference.Low + (left.Low - right.Low));
    }

    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        double high = left.High * right.High;
        double error = Math.FusedMultiplyAdd(left.High, right.High, -high);
        return Normal(high, error + ((left.High * right.Low) + (left.Low * right.High)));
    }

    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        double high = left.High / right.High;
        double rest = Math.FusedMultiplyAdd(-high, right.High, left.High) + (left.Low - (high * right.Low));
        return Normal(high, rest / right.High);
    }

    /// <summary>The same sum with as much as possible in its first part, which must be the larger.</summary>
    private static DoubleDouble Normal(double high, double low)
    {
        double sum = high + low;
        return new(sum, low - (sum - high));
    }
}
