using System.Globalization;

namespace Segmentation;

/// <summary>Numbers in the report's tables; a dash where there is none.</summary>
internal static class ReportNumbers
{
    public const string None = "–";

    public static string Of(double? value) => value is double number ? NumberText.Of(number) : None;

    public static string Whole(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>An index near 1, with three decimals.</summary>
    public static string Index(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? None;

    /// <summary>A difference in standard deviations, with its sign.</summary>
    public static string Effect(double? value) => value?.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture) ?? None;

    /// <summary>
    /// An adjusted p-value with two significant digits below 0.1, so that what is below <see cref="Trait.ClaimLevel"/>
    /// also looks it: 0.0096 is not shown as 0.010, nor 0.00998 as 0.0100.
    /// </summary>
    public static string PValue(double? value) => value switch
    {
        null => None,
        < 0.001 => "< 0.001",
        < 0.00995 => value.Value.ToString("0.0000", CultureInfo.InvariantCulture),
        < Trait.ClaimLevel => "< 0.01",
        < 0.1 => value.Value.ToString("0.000", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.00", CultureInfo.InvariantCulture),
    };

    /// <summary>A number with all its digits.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
