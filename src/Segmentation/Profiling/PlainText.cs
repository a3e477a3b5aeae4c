using System.Globalization;
using System.Text;

namespace Segmentation;

/// <summary>Text from data made fit to stand inside a sentence. Escaping for HTML or CSV is left to those who write these.</summary>
internal static class PlainText
{
    /// <summary>The text on one line without control or invisible format characters, cut to a length with "…".</summary>
    public static string OneLine(string text, int maxLength)
    {
        StringBuilder line = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool blank = Rune.IsWhiteSpace(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
            if (!blank)
            {
                line.Append(rune.ToString());
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return Shorten(line.ToString().TrimEnd(), maxLength);
    }

    /// <summary>
    /// The text as part of a name: letters, digits and what joins them, so that no text from data can look like the
    /// commas, brackets and signs that a name is built with; "other" when nothing is left.
    /// </summary>
    public static string Label(string text, int maxLength)
    {
        string kept = string.Concat(text.EnumerateRunes().Select(rune =>
            IsPartOfWord(rune) || "-+&./'".Contains(rune.ToString(), StringComparison.Ordinal) ? rune.ToString() : " "));
        string label = OneLine(kept, maxLength);
        return label.Length == 0 ? "other" : label;
    }

    /// <summary>
    /// The words of a text in lower case: "AnnualIncome_2024 (k$)" is annual, income, 2024. What stands in brackets, and
    /// all that is neither letter nor digit, only separates.
    /// </summary>
    public static IReadOnlyList<string> Words(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        int depth = 0;
        bool previousIsLower = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            depth = Math.Max(0, depth + BracketStep(rune));
            bool letter = depth == 0 && IsPartOfWord(rune);
            if (!letter || (previousIsLower && Rune.IsUpper(rune)))
            {
                Flush();
            }

            if (letter)
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }

            previousIsLower = letter && Rune.IsLower(rune);
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    /// <summary>The text where it is short enough, else its beginning up to a blank where one is near, and "…".</summary>
    public static string Shorten(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        int end = maxLength - 1;
        int blank = text.LastIndexOf(' ', end);
        end = blank > maxLength / 2 ? blank : end;
        end -= char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return text[..end].TrimEnd() + "…";
    }

    private static int BracketStep(Rune rune) => rune.Value switch
    {
        '(' or '[' => 1,
        ')' or ']' => -1,
        _ => 0,
    };

    private static bool IsPartOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
