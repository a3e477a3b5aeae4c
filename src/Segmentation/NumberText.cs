using System.Globalization;

namespace Segmentation;

/// <summary>Numbers as people read them: about three significant digits, independent of the machine's culture.</summary>
public static class NumberText
{
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

    /// <summary>A count of customers: "1 customer", "1,200 customers".</summary>
    public static string Customers(long count) => Counted(count, "customer");

    /// <summary>A count with its noun, which takes an s unless the count is one: "1 row", "1,200 rows".</summary>
    public static string Counted(long count, string noun) =>
        $"{count.ToString("#,##0", CultureInfo.InvariantCulture)} {noun}{(count == 1 ? string.Empty : "s")}";

    /// <summary>An amount with its noun, which takes an s unless the amount reads as one: "1 point", "2.5 points".</summary>
    public static string Counted(double amount, string noun) => $"{Of(amount)} {noun}{(Of(amount) == "1" ? string.Empty : "s")}";
}
