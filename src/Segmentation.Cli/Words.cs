using Spectre.Console.Rendering;

namespace Segmentation.Cli;

/// <summary>Breaks texts between their words.</summary>
internal static class Words
{
    /// <summary>The text with line feeds in the place of blanks, so that no line exceeds the width but for a longer word.</summary>
    public static string Wrap(string text, int width)
    {
        List<string> lines = [];
        foreach (string word in text.Split(' '))
        {
            if (lines.Count > 0 && WidthOf(lines[^1]) + 1 + WidthOf(word) <= width)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>In columns of the screen: a Chinese character takes two.</summary>
    public static int WidthOf(string text) => new Segment(text).CellCount();
}
