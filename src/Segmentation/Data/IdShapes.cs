namespace Segmentation;

/// <summary>
/// Tells texts that identify something by what they look like, whatever their column is called: UUIDs and e-mail addresses,
/// and codes such as C-00123 of which no two are equal.
/// </summary>
internal static class IdShapes
{
    /// <summary>Fewer codes than this may all differ by chance.</summary>
    private const int FewestCodes = 20;

    /// <summary>Letters before digits that are a currency and no code.</summary>
    private static readonly HashSet<string> Currencies = new("EUR USD GBP CHF JPY CNY RMB SEK NOK DKK PLN CZK HUF INR BRL CAD AUD RS US".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether texts are ids by their shape.</summary>
    /// <param name="texts">The texts that are not missing.</param>
    /// <param name="presentRows">The rows that have one; a code that stands in two of them is a category.</param>
    public static bool AreIds(IReadOnlyCollection<string> texts, int presentRows) =>
        texts.Count > 1 && (texts.All(IsUuid) || AreEmails(texts) || (texts.Count == presentRows && AreCodes(texts)));

    /// <summary>Whether all texts are e-mail addresses.</summary>
    public static bool AreEmails(IEnumerable<string> texts) => texts.All(IsEmail);

    private static bool IsUuid(string text) => text.Length == 36 && Guid.TryParseExact(text, "D", out _);

    private static bool IsEmail(string text)
    {
        int at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && text.IndexOf('.', at) > at + 1 && text[^1] != '.' && text.IndexOf('@', at + 1) < 0 && !text.Any(char.IsWhiteSpace);
    }

    /// <summary>
    /// Letters, digits and dashes, as many in each and with a digit in each, none twice. An amount with a unit or a currency
    /// (12kg, EUR500) is none.
    /// </summary>
    private static bool AreCodes(IReadOnlyCollection<string> texts)
    {
        string first = texts.First();
        return texts.Count >= FewestCodes
            && texts.All(text => text.Length == first.Length && IsCode(text))
            && texts.Distinct(StringComparer.Ordinal).Count() == texts.Count;
    }

    private static bool IsCode(string text)
    {
        int letters = text.Count(char.IsAsciiLetter);
        string before = new([.. text.TakeWhile(char.IsAsciiLetter)]);
        bool isAmount = char.IsAsciiDigit(text[0]) && text.SkipWhile(char.IsAsciiDigit).All(char.IsAsciiLetter);
        return text.Length > 3 && letters > 0 && !isAmount && !Currencies.Contains(before) && text.Any(char.IsAsciiDigit)
            && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
    }
}
