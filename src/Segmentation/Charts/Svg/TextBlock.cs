using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation;

/// <summary>A text broken into lines, with the room that it takes. Widths are estimates on the safe side.</summary>
internal sealed class TextBlock
{
    public const double DefaultSize = 13;

    private const string Ellipsis = "…";

    private TextBlock(string full, ImmutableArray<string> lines, double size, bool shortened)
    {
        Full = full;
        Lines = lines;
        Shortened = shortened;
        LineHeight = size * 1.25;
        Width = lines.Max(line => WidthOf(line, size));
    }

    /// <summary>The text as it was given.</summary>
    public string Full { get; }

    public ImmutableArray<string> Lines { get; }

    /// <summary>Whether the lines say less than the text.</summary>
    public bool Shortened { get; }

    public double Width { get; }

    public double LineHeight { get; }

    public double Height => Lines.Length * LineHeight;

    /// <summary>A text in one line, or in the lines that it has.</summary>
    public static TextBlock Of(string text, double size = DefaultSize) => new(text, [.. text.Split('\n')], size, shortened: false);

    /// <summary>
    /// Breaks a text between words where it must, within a word where it has to, there after a joining sign if it can, and ends it with an ellipsis when the
    /// lines run out.
    /// </summary>
    public static TextBlock Wrap(string text, double width, int mostLines, double size = DefaultSize)
    {
        List<string> lines = [.. text.Split('\n').SelectMany(paragraph => Break(paragraph, width, size))];
        bool shortened = lines.Count > mostLines;
        if (shortened)
        {
            string last = lines[mostLines - 1];
            lines = lines[..mostLines];
            lines[^1] = Shorten(last + Ellipsis, width, size);
        }

        return new(text, [.. lines], size, shortened);
    }

    /// <summary>
    /// The width of a line in pixels: that of DejaVu Sans, among the widest faces that the font family can mean.
    /// </summary>
    public static double WidthOf(string line, double size)
    {
        double width = 0;
        foreach (System.Text.Rune rune in line.EnumerateRunes())
        {
            width += rune.Value switch
            {
                'i' or 'j' or 'l' or 'I' or '\'' or '|' => 0.3,
                ' ' or '.' or ',' or ':' or ';' or '!' => 0.33,
                '-' or '(' or ')' or '[' or ']' or 'f' or 't' or 'r' or '/' or '·' => 0.4,
                'm' or 'w' or 'M' or 'W' or '%' or '@' or '…' => 1.0,
                >= 'A' and <= 'Z' => 0.72,
                < 0x1100 => 0.64,
                _ => 1.0,
            };
        }

        return width * size;
    }

    private static IEnumerable<string> Break(string paragraph, double width, double size)
    {
        string line = string.Empty;
        foreach (string word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && WidthOf(longer, size) > width && WidthOf(word, size) <= width)
            {
                yield return line;
                line = word;
                continue;
            }

            line = longer;
            while (WidthOf(line, size) > width && FittingLength(line, width, size) is int length && length < line.Length)
            {
                int end = line.AsSpan(0, length).LastIndexOfAny("_-/") + 1;
                length = end > length / 3 ? end : length;
                yield return line[..length];
                line = line[length..];
            }
        }

        yield return line;
    }

    private static string Shorten(string line, double width, double size)
    {
        double room = width - WidthOf(Ellipsis, size);
        string kept = line.TrimEnd('…');
        return WidthOf(kept, size) <= room ? line : kept[..FittingLength(kept, room, size)].TrimEnd() + Ellipsis;
    }

    /// <summary>How many characters fit, whole text elements only and at least one.</summary>
    private static int FittingLength(string text, double width, double size)
    {
        int length = StringInfo.GetNextTextElementLength(text);
        double used = WidthOf(text[..length], size);
        while (length < text.Length)
        {
            int next = StringInfo.GetNextTextElementLength(text, length);
            used += WidthOf(text.Substring(length, next), size);
            if (used > width)
            {
                break;
            }

            length += next;
        }

        return length;
    }
}
