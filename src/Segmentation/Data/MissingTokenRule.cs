namespace Segmentation;

/// <summary>Which texts of a column mean "missing".</summary>
internal sealed class MissingTokenRule
{
    private static readonly string[] AmongNumbers = ["NA", "N/A", "NaN", "null", "?", "-"];
    private static readonly string[] AmongTexts = ["N/A", "n/a", "NaN", "null", "NULL", "?", "-"];

    private readonly HashSet<string> amongNumbers;
    private readonly HashSet<string> amongTexts;

    public MissingTokenRule(CsvOptions options, string column)
    {
        IReadOnlyList<string>? given = options.ColumnMissingTokens.GetValueOrDefault(column) ?? options.MissingTokens;
        amongNumbers = new((given ?? AmongNumbers).Select(token => token.Trim()), StringComparer.OrdinalIgnoreCase);
        amongTexts = given is null ? new(AmongTexts, StringComparer.Ordinal) : amongNumbers;
    }

    /// <summary>Whether the text is missing in a column of numbers or dates.</summary>
    public bool IsMissingNumber(string text) => IsIn(amongNumbers, text);

    /// <summary>Whether the text is missing in a column of texts, categories or ids.</summary>
    public bool IsMissingText(string text) => IsIn(amongTexts, text);

    private static bool IsIn(HashSet<string> tokens, string text) => string.IsNullOrWhiteSpace(text) || tokens.Contains(text.Trim());
}
