namespace Segmentation;

/// <summary>Which texts of a column mean "missing".</summary>
internal sealed class MissingTokenRule
{
    /// <summary>The texts that mean missing in a column of numbers unless told otherwise, in any case of letters; a blank does too.</summary>
    public static readonly string[] AmongNumbers = ["NA", "N/A", "NaN", "null", "?", "-"];

    private static readonly string[] AmongTexts = ["N/A", "n/a", "NaN", "null", "NULL", "?", "-"];

    private readonly HashSet<string> amongNumbers;
    private readonly HashSet<string> amongTexts;
    private readonly int longestToken;

    public MissingTokenRule(CsvOptions options, string column)
    {
        IReadOnlyList<string>? given = options.ColumnMissingTokens.GetValueOrDefault(column) ?? options.MissingTokens;
        amongNumbers = new((given ?? AmongNumbers).Select(token => token.Trim()), StringComparer.OrdinalIgnoreCase);
        amongTexts = given is null ? new(AmongTexts, StringComparer.Ordinal) : amongNumbers;
        longestToken = amongNumbers.Concat(amongTexts).Select(token => token.Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>Whether a number, such as 999, can mean missing.</summary>
    public bool HasNumbers => amongNumbers.Any(token => NumberParsing.TryParse(token, '.', out _));

    /// <summary>Whether the text is missing in a column of numbers or dates.</summary>
    public bool IsMissingNumber(string text) => IsIn(amongNumbers, text);

    /// <summary>Whether the text is missing in a column of texts, categories or ids.</summary>
    public bool IsMissingText(string text) => IsIn(amongTexts, text);

    private bool IsIn(HashSet<string> tokens, string text)
    {
        // Most texts are neither blank nor as short as a token; they need no look-up.
        bool mayBeTrimmed = text.Length == 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]);
        return (mayBeTrimmed || text.Length <= longestToken) && (string.IsNullOrWhiteSpace(text) || tokens.Contains(text.Trim()));
    }
}
