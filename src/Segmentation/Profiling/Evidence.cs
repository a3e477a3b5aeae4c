using System.Globalization;

namespace Segmentation;

/// <summary>A number that supports a sentence.</summary>
/// <param name="Column">The column it comes from.</param>
/// <param name="Level">The category's level, or null for a number.</param>
/// <param name="Value">The segment's mean in original units, or the level's share in the segment.</param>
/// <param name="BaseValue">The same over all clustered customers.</param>
/// <param name="Effect">The difference in overall standard deviations, or in shares for a level.</param>
/// <param name="Count">The customers behind the value: those of the segment whose cell is present.</param>
public sealed record Evidence(
    string Column, string? Level, double Value, double BaseValue, double Effect, int Count)
{
    private const int LongestText = 60;

    /// <summary>
    /// All its numbers as a clause without a full stop, such as "Age averages 25.3 in this segment against 38.9 overall
    /// (1.0 standard deviations below; 22 customers)".
    /// </summary>
    public string Describe() => Level is null
        ? $"{ColumnText} averages {NumberText.Of(Value)} in this segment against {NumberText.Of(BaseValue)} overall "
            + $"({Difference(Math.Abs(Effect), "standard deviations", "above", "below")}; {NumberText.Customers(Count)})"
        : $"{ColumnText} is {LevelText} for {NumberText.Percent(Value)} of this segment against {NumberText.Percent(BaseValue)} overall "
            + $"({Difference(Math.Abs(Effect) * 100, "percentage points", "more", "less")}; "
            + $"{Math.Round(Value * Count).ToString("#,##0", CultureInfo.InvariantCulture)} of {NumberText.Customers(Count)})";

    /// <summary>Value and base value alone, such as "Age averages 25.3 against 38.9 overall".</summary>
    internal string Comparison => Level is null
        ? $"{ColumnText} averages {NumberText.Of(Value)} against {NumberText.Of(BaseValue)} overall"
        : $"{ColumnText} is {LevelText} for {NumberText.Percent(Value)} against {NumberText.Percent(BaseValue)} overall";

    private string ColumnText => PlainText.OneLine(Column, LongestText);

    private string LevelText => PlainText.OneLine(Level!, LongestText);

    private string Difference(double size, string unit, string more, string less)
    {
        string text = size.ToString(size < 0.095 ? "0.00" : "#,##0.0", CultureInfo.InvariantCulture);
        return size < 0.005 ? "no difference" : $"{text} {unit} {(Effect > 0 ? more : less)}";
    }
}
