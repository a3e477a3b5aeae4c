using System.Globalization;

namespace Segmentation;

/// <summary>Numbers as people read them, the same on every machine.</summary>
internal static class ChartNumbers
{
    private static readonly (double Size, string Suffix)[] Units = [(1e12, " tn"), (1e9, " bn"), (1e6, " M"), (1, "")];

    /// <summary>A whole number with a comma at every thousand.</summary>
    public static string Count(double value) => WithDecimals(value, 0);

    /// <summary>About three significant digits: 0.12, 4.57, 45.7, 457, 4,567, 4.57 M.</summary>
    public static string Short(double value)
    {
        double size = Math.Abs(value);
        if (size >= 1e15 || (size > 0 && size < 0.001))
        {
            return Exponent(value, 2);
        }

        (double unit, string suffix) = Units.First(u => size >= u.Size || u.Size == 1);
        double shown = size / unit;
        int decimals = shown >= 99.95 ? 0 : shown >= 9.995 ? 1 : shown >= 0.1 || size == 0 ? 2 : 3;
        return WithDecimals(value / unit, decimals) + suffix;
    }

    /// <summary>Two decimals, always.</summary>
    public static string Fixed(double value) => WithDecimals(value, 2);

    /// <summary>A number with its sign, without needless zeros: +2, −0.5, 0.</summary>
    public static string Signed(double value) => value.ToString("+0.##;−0.##;0", CultureInfo.InvariantCulture);

    /// <summary>The labels of ticks: one unit and one number of decimals for the whole axis.</summary>
    /// <param name="step">The distance between two ticks.</param>
    /// <param name="largest">The largest absolute value on the axis.</param>
    public static Func<double, string> ForTicks(double step, double largest)
    {
        if (largest >= 1e15 || largest < 0.001)
        {
            int digits = Math.Clamp(DecimalsOf(step / largest) + 1, 0, 6);
            return value => value == 0 ? "0" : Exponent(value, digits);
        }

        (double size, string suffix) = Units.First(unit => largest >= unit.Size || unit.Size == 1);
        int decimals = DecimalsOf(step / size);
        if (decimals > 2 && size > 1)
        {
            (size, suffix, decimals) = (1, string.Empty, DecimalsOf(step));
        }

        return value => value == 0 ? "0" : WithDecimals(value / size, decimals) + suffix;
    }

    /// <summary>How many decimals show a step of 1, 2 or 5 times a power of ten, at most 12.</summary>
    private static int DecimalsOf(double step)
    {
        int decimals = 0;
        for (double rest = step; rest < 1 - 1e-9 && decimals < 12; rest *= 10)
        {
            decimals++;
        }

        return decimals;
    }

    private static string Exponent(double value, int digits) =>
        Minus(value.ToString("0." + new string('#', digits) + "e0", CultureInfo.InvariantCulture));

    private static string WithDecimals(double value, int decimals)
    {
        string text = Math.Abs(value).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return value < 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "−" + text : text;
    }

    private static string Minus(string text) => text.Replace('-', '−');
}
