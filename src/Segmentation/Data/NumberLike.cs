using System.Globalization;
using System.Text.RegularExpressions;

namespace Segmentation;

/// <summary>Tells of texts that a reader takes for numbers and that are none as they are spelt: 5%, $5.00, 1,200.50.</summary>
internal static partial class NumberLike
{
    /// <summary>Says that at least half of the present cells look so, with the first that does; null when they do not.</summary>
    public static string? Warning(ColumnTexts texts, IReadOnlyList<int> lines)
    {
        string?[] marks = [.. texts.Raw.Texts.Select((text, code) => texts.IsMissingNumber(code) ? null : Marks(text))];
        int row = texts.Raw.FindRow(code => !string.IsNullOrEmpty(marks[code]));
        if (row < 0 || !texts.IsMostly([.. marks.Select(mark => mark?.Length)]))
        {
            return null;
        }

        string first = marks[texts.Raw.Codes[row]]!;
        string them = first.Length > 1 || char.IsWhiteSpace(first[0]) ? "them" : "it";
        return $"Column '{texts.Name}' was read as text: its cells look like numbers with {InWords(first)}, as '{texts.Raw.TextAt(row)}' in line {lines[row]}; remove {them} to use the column as numbers.";
    }

    /// <summary>What keeps a text from being a number, in words such as "'%'" or "'.' between thousands"; null where that is something else.</summary>
    public static string? MarksIn(string text) => Marks(text) is { Length: > 0 } marks ? InWords(marks) : null;

    /// <summary>
    /// The percent sign, the currency signs and the sign between thousands that keep the text from being a number: none
    /// where it is one; null where it would be none without them either.
    /// </summary>
    private static string? Marks(string text)
    {
        if (!MayBegin(text.AsSpan().TrimStart()))
        {
            return null;
        }

        Match match = Decorated().Match(text);
        if (!match.Success)
        {
            return null;
        }

        IEnumerable<string> signs = match.Groups["sign"].Captures.Select(sign => sign.Value).Where(sign => sign.Length > 0).Distinct();
        return string.Concat(signs) + match.Groups["group"].Value;
    }

    /// <summary>The marks in words: '$' and ',' between thousands.</summary>
    private static string InWords(string marks) => string.Join(" and ", marks.Select(mark =>
        IsCurrency(mark) || mark == '%' ? $"'{mark}'"
        : char.IsWhiteSpace(mark) ? "blanks between thousands"
        : $"'{mark}' between thousands"));

    /// <summary>Spares free text the regular expression.</summary>
    private static bool MayBegin(ReadOnlySpan<char> text) =>
        text.Length > 0 && (char.IsAsciiDigit(text[0]) || "+-.,%".Contains(text[0], StringComparison.Ordinal) || IsCurrency(text[0]));

    private static bool IsCurrency(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;

    /// <summary>A number, plain or with one and the same sign between its thousands, among percent and currency signs.</summary>
    [GeneratedRegex(
        @"^\s*[+-]?\s*(?<sign>[%\p{Sc}]?)\s*[+-]?(\d+([.,]\d*)?|[.,]\d+|\d{1,3}(?<group>[.,'’ \u00A0\u202F])\d{3}(\k<group>\d{3})*((?!\k<group>)[.,]\d+)?)\s*(?<sign>[%\p{Sc}]?)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Decorated();
}
