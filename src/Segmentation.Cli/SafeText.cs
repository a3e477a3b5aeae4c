using System.Globalization;
using System.Text;

namespace Segmentation.Cli;

/// <summary>
/// Text from data, made fit for a terminal: what would move the cursor, change colours, ring the bell, break the line
/// or turn the direction of writing is shown as its code, such as <c>\u001B</c>.
/// </summary>
internal static class SafeText
{
    public static string OneLine(string text)
    {
        StringBuilder safe = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())   // a lone surrogate becomes U+FFFD
        {
            if (IsUnsafe(rune))
            {
                safe.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            }
            else
            {
                safe.Append(rune);
            }
        }

        return safe.ToString();
    }

    private static bool IsUnsafe(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
