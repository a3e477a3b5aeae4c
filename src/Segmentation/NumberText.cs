using System.Globalization;

namespace Segmentation;

/// <summary>Numbers as people read them: about three significant digits, independent of the machine's culture.</summary>
public static class NumberText
{
    private const int MostDecimals = 12;

    /// <summary>A number: 86.538 is 86.5, 0.01234 is 0.0123, 12345.6 is 12,346 (whole numbers keep all their digits).</summary>
    public static string Of(double value) => value == 0 ? "0" : value.ToString(
        Math.Abs(value) switch
        {
            >= 1e15 or < 1e-4 => "0.##e+0",
            >= 100 => "#,##0",
            >= 10 => "0.#",
            >= 1 => "0.##",
            >= 0.1 => "0.###",
            >= 0.01 => "0.####",
            >= 0.001 => "0.#####",
            _ => "0.######",
        },
        CultureInfo.InvariantCulture);

    /// <summary>A share, 0 to 1, as a percentage with one decimal: 0.195 is 19.5%. Rounding never makes it 0% or 100%.</summary>
    public static string Percent(double share) => share switch
    {
        > 0 and < 0.0005 => "<0.1%",
        > 0.9995 and < 1 => ">99.9%",
        _ => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%",
    };

    /// <summary>
    /// Two numbers side by side, with so many more decimals that they differ where the numbers do: 71,464.25 and 71,463.9, not
    /// 71,464 twice. Numbers that are the same to twelve decimals stay alike.
    /// </summary>
    public static (string One, string Other) Apart(double one, double other)
    {
        (string, string) shortest = (Of(one), Of(other));
        (string One, string Other) texts = shortest;
        for (int decimals = 1; one != other && texts.One == texts.Other && decimals <= MostDecimals; decimals++)
        {
            string format = "#,##0." + new string('#', decimals);
            texts = (one.ToString(format, CultureInfo.InvariantCulture), other.ToString(format, CultureInfo.InvariantCulture));
        }

        return texts.One == texts.Other ? shortest : texts;
    }

    /// <summary>
    /// A number to be compared with bounds: with so many decimals, and up to two more where rounding would carry it onto a
    /// bound or across it, so that 0.797 beside 0.8 is no 0.80. What is nearer still is rounded away from the bound.
    /// </summary>
    internal static string Beside(double value, int decimals, params IEnumerable<double> bounds)
    {
        string text = string.Empty;
        for (int digits = decimals; digits <= decimals + 2; digits++)
        {
            text = WithDecimals(value, digits);
            double shown = double.Parse(text, CultureInfo.InvariantCulture);
            if (bounds.All(bound => shown.CompareTo(bound) == value.CompareTo(bound)))
            {
                return text;
            }
        }

        double step = Math.Pow(10, -(decimals + 2));
        double nearest = bounds.MinBy(bound => Math.Abs(value - bound));
        return WithDecimals(value < nearest ? nearest - step : nearest + step, decimals + 2);
    }

    /// <summary>A count of customers: "1 customer", "1,200 customers".</summary>
    public static string Customers(long count) => Counted(count, "customer");

    /// <summary>A count with its noun, which takes an s unless the count is one: "1 row", "1,200 rows".</summary>
    public static string Counted(long count, string noun) =>
        $"{count.ToString("#,##0", CultureInfo.InvariantCulture)} {noun}{(count == 1 ? string.Empty : "s")}";

    /// <summary>An amount with its noun, which takes an s unless the amount reads as one: "1 point", "2.5 points".</summary>
    public static string Counted(double amount, string noun) => $"{Of(amount)} {noun}{(Of(amount) == "1" ? string.Empty : "s")}";

    /// <summary>"is" for one, "are" for every other count.</summary>
    public static string Are(long count) => count == 1 ? "is" : "are";

    private static string WithDecimals(double value, int decimals) =>
        value.ToString("0." + new string('0', decimals), CultureInfo.InvariantCulture);
}
