using System.Globalization;

namespace Segmentation;

/// <summary>Doubles as literals that a database reads back to the same bits.</summary>
internal static class SqlNumbers
{
    /// <summary>Every decimal of so many digits, times a power of ten up to 10^22, is read right by SQLite.</summary>
    private const int SafeDigits = 15;

    private const int SafeExponent = 22;

    /// <summary>2^62, the largest power of two that SQLite has as an integer.</summary>
    private const int MostShift = 62;

    public static string Literal(double value, SqlDialect dialect)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return dialect switch
        {
            SqlDialect.Sqlite => InSqlite(value),
            SqlDialect.Postgres => $"float8 '{text}'",
            _ => $"({text}{(text.Contains('E', StringComparison.Ordinal) ? string.Empty : "E0")})",
        };
    }

    /// <summary>
    /// SQLite promises 15 digits; a double that needs more is written as a whole number below 2^53 and powers of two, which are
    /// exact, and so are their products and quotients.
    /// </summary>
    private static string InSqlite(double value)
    {
        string scientific = value.ToString("E14", CultureInfo.InvariantCulture);
        int exponent = int.Parse(scientific.AsSpan(scientific.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (double.Parse(scientific, CultureInfo.InvariantCulture) == value && Math.Abs(exponent) + SafeDigits - 1 <= SafeExponent)
        {
            string plain = ((decimal)value).ToString(CultureInfo.InvariantCulture);
            return plain.Contains('.', StringComparison.Ordinal) ? $"({plain})" : $"({plain}.0)";
        }

        long bits = BitConverter.DoubleToInt64Bits(value);
        long mantissa = bits & 0xFFFFFFFFFFFFF;
        int biased = (int)(bits >> 52) & 0x7FF;
        mantissa |= biased == 0 ? 0 : 1L << 52;
        int shift = Math.Max(1, biased) - 1075;
        int zeros = long.TrailingZeroCount(mantissa) is var count && mantissa != 0 ? (int)count : 0;
        (mantissa, shift) = (mantissa >> zeros, shift + zeros);
        string factors = $"CAST({(value < 0 ? "-" : string.Empty)}{mantissa.ToString(CultureInfo.InvariantCulture)} AS REAL)";
        string sign = shift < 0 ? "/" : "*";
        for (int left = Math.Abs(shift); left > 0; left -= MostShift)
        {
            factors += $" {sign} {(1L << Math.Min(left, MostShift)).ToString(CultureInfo.InvariantCulture)}";
        }

        return $"({factors})";
    }
}
