using System.Globalization;

namespace Segmentation;

/// <summary>Reads numbers as files spell them, whatever the machine's culture. Thousands separators are not read.</summary>
internal static class NumberParsing
{
    /// <summary>2^53: up to here a double holds every whole number.</summary>
    private const double LargestExactInteger = 9007199254740992;

    /// <summary>Reads a finite number.</summary>
    public static bool TryParse(string text, char decimalSeparator, out double value)
    {
        if (text.Length > 0 && char.IsAsciiLetter(text[0]))
        {
            // At best it spells infinity.
            value = 0;
            return false;
        }

        if (decimalSeparator == ',')
        {
            if (text.Contains('.', StringComparison.Ordinal))
            {
                value = 0;
                return false;
            }

            text = text.Replace(',', '.');
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>Whether the text is a number beyond the range of a double, such as 1e999.</summary>
    public static bool IsTooLarge(string text) =>
        text.Any(char.IsAsciiDigit)
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && double.IsInfinity(value);

    /// <summary>Whether the sign stands in the text as it would between thousands: 1,234 or -12.345.</summary>
    public static bool MayGroupThousands(string text, char sign)
    {
        ReadOnlySpan<char> number = text.AsSpan().Trim().TrimStart("+-");
        int place = number.IndexOf(sign);
        return place is >= 1 and <= 3 && number[0] != '0' && number.Length - place == 4
            && IsDigits(number[..place]) && IsDigits(number[(place + 1)..]);
    }

    /// <summary>Whether the text is a whole number that a double cannot hold as it is spelt: 0001, or above 2^53.</summary>
    public static bool LosesDigits(string text)
    {
        ReadOnlySpan<char> digits = text.AsSpan().Trim();
        bool leadingZero = digits.Length > 1 && digits[0] == '0';
        return IsWhole(digits) && (leadingZero || digits.Length > 15 && !IsExact(digits));
    }

    /// <summary>Whether the text is digits only, after an optional sign.</summary>
    public static bool IsWhole(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        text = text.StartsWith('-') || text.StartsWith('+') ? text[1..] : text;
        return text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
    }

    private static bool IsExact(ReadOnlySpan<char> digits) =>
        long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
        && Math.Abs((double)value) <= LargestExactInteger && (long)(double)value == value;

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
