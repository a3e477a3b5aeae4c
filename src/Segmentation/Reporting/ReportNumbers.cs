using System.Globalization;

namespace Segmentation;

/// <summary>Numbers in the report's tables; a dash where there is none.</summary>
internal static class ReportNumbers
{
    public const string None = "–";

    public static string Of(double? value) => value is double number ? NumberText.Of(number) : None;

    public static string Whole(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>An index near 1, with three decimals, and more where it takes them to lie on the same side of a bound as it does.</summary>
    public static string Index(double? value, params IEnumerable<double> bounds) =>
        value is double known ? NumberText.Beside(known, 3, bounds) : None;

    /// <summary>A difference in standard deviations, with its sign.</summary>
    public static string Effect(double? value) => value?.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture) ?? None;

    /// <summary>An adjusted p-value.</summary>
    public static string PValue(double? value) => value is double known ? EvidenceText.PValue(known) : None;

    /// <summary>Terms as one phrase with a capital at its start only: "Rule, stability, separation".</summary>
    public static string Sentence(IEnumerable<string> terms) => string.Join(
        ", ", terms.Select((term, i) => i == 0 ? term : term.ToLowerInvariant()));

    /// <summary>A number with all its digits.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
