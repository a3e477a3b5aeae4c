using System.Globalization;

namespace Segmentation.Cli;

/// <summary>Numbers as people read them, in the invariant culture. JSON has them in full instead.</summary>
internal static class Shown
{
    private const int Digits = 6;

    /// <summary>A count.</summary>
    public static string Count(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number to six significant digits, its whole part always in full; null where there is none.</summary>
    public static string? Number(double? value)
    {
        if (value is not double number || number == 0)
        {
            return value is null ? null : "0";
        }

        double size = Math.Abs(number);
        if (size is >= 1e15 or < 1e-4)
        {
            return number.ToString($"G{Digits}", CultureInfo.InvariantCulture);
        }

        int decimals = Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(size)), 0, Digits + 3);
        return number.ToString($"0.{new string('#', decimals)}", CultureInfo.InvariantCulture);
    }

    /// <summary>A share of 1 in percent, always with one decimal; rounding never makes it 0% or 100%.</summary>
    public static string Percent(double share) => share switch
    {
        (> 0 and < 0.0005) or (> 0.9995 and < 1) => NumberText.Percent(share),
        _ => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + "%",
    };

    /// <summary>A correlation, always with three decimals; null where there is none.</summary>
    public static string? Correlation(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture);
}
