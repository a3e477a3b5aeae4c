namespace Segmentation;

/// <summary>Finds the number at the end of a column that stands for "unknown": 999 beyond ages, -1 below counts, 666666.</summary>
internal static class NumberPlaceholders
{
    private const int FewestValues = 10;

    /// <summary>A number of no special form has to stand in so many rows, and in this share of them.</summary>
    private const int Often = 5;
    private const double OftenShare = 0.005;

    /// <summary>The end of the column that is a placeholder; null where none is.</summary>
    public static NumberEnd? Of(NumberFacts facts, int distinct)
    {
        if (facts.Count < FewestValues || distinct < 4)
        {
            return null;
        }

        double often = Math.Max(Often, OftenShare * facts.Count);
        return IsHigh(facts, distinct, often) ? facts.High : IsLow(facts) ? facts.Low : null;
    }

    private static bool IsHigh(NumberFacts facts, int distinct, double often)
    {
        (double value, int count, double next) = facts.High;
        double gap = value - next;
        double range = next - facts.Low.Value;
        bool isFar = gap > range;
        int digits = EqualDigits(value);
        bool isNines = digits > 0 && value % 10 == 9;
        return (isFar && digits >= 3 && (count > 1 || digits >= 4))
            || (isFar && distinct >= 10 && count >= often && value > 0 && !IsRound(value))
            || (isNines && facts.AreWhole && count >= Math.Max(3, OftenShare * facts.Count) && IsBeyondItsScale(value, gap, range, next));
    }

    /// <summary>9 beyond a scale that ends at 5 or before, 99 a fifth of the range beyond the last value.</summary>
    private static bool IsBeyondItsScale(double value, double gap, double range, double next) =>
        value == 9 ? next <= 5 && gap >= range : gap >= 10 && gap >= range / 5;

    private static bool IsLow(NumberFacts facts)
    {
        (double value, int count, double next) = facts.Low;
        bool isCode = value == -1 || (EqualDigits(-value) > 0 && value % 10 == -9);
        bool isBeforeYears = next >= 1850 && facts.High.Value <= 2100 && (value == 0 || (value == 1900 && next - value >= 15));
        return facts.AreWhole && count > 1 && ((isCode && next >= 0 && facts.High.Value >= 10) || isBeforeYears);
    }

    /// <summary>How many digits a whole number has that are all the same; 0 for other numbers.</summary>
    private static int EqualDigits(double value)
    {
        if (value is < 1 or > 1e12 || value != Math.Floor(value))
        {
            return 0;
        }

        string digits = ((long)value).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return digits.All(digit => digit == digits[0]) ? digits.Length : 0;
    }

    /// <summary>An amount that people choose, such as 500 or 2,500, stands often for what it is.</summary>
    private static bool IsRound(double value)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
        return value % unit == 0;
    }
}
