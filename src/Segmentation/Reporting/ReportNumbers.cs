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

    public static string PValue(double? value) => value switch
    {
        null => None,
        < 0.001 => "<0.001",
        < 0.1 => value.Value.ToString("0.000", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.00", CultureInfo.InvariantCulture),
    };

    /// <summary>A number with all its digits.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
