using System.Globalization;
using System.Text;

namespace Segmentation;

/// <summary>Text for a terminal, measured in its columns.</summary>
internal static class TerminalText
{
    /// <summary>No line is longer than this.</summary>
    public const int Width = 100;

    /// <summary>How many columns a text takes: a Chinese character two, a combining mark none.</summary>
    public static int WidthOf(string text) => text.EnumerateRunes().Sum(WidthOf);

    /// <summary>Fills up with blanks on the right, or on the left.</summary>
    public static string Pad(string text, int width, bool alignRight)
    {
        string blanks = new(' ', Math.Max(0, width - WidthOf(text)));
        return alignRight ? blanks + text : text + blanks;
    }

    /// <summary>Breaks a text between words, and a word that is longer than a line within it.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        List<string> lines = [];
        string line = string.Empty;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (string piece in Pieces(word, width))
            {
                string longer = line.Length == 0 ? piece : $"{line} {piece}";
                if (line.Length > 0 && WidthOf(longer) > width)
                {
                    lines.Add(line);
                    longer = piece;
                }

                line = longer;
            }
        }

        lines.Add(line);
        return lines;
    }

    private static IEnumerable<string> Pieces(string word, int width)
    {
        StringBuilder piece = new();
        int used = 0;
        foreach (Rune rune in word.EnumerateRunes())
        {
            int next = WidthOf(rune);
            if (used > 0 && used + next > width)
            {
                yield return piece.ToString();
                piece.Clear();
                used = 0;
            }

            piece.Append(rune.ToString());
            used += next;
        }

        yield return piece.ToString();
    }

    private static int WidthOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        _ => rune.Value >= 0x1100 && IsWide(rune.Value) ? 2 : 1,
    };

    /// <summary>The blocks of Unicode's annex 11 that are wide as a whole.</summary>
    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF)
        or (>= 0x20000 and <= 0x3FFFD);
}
