using System.CommandLine.Parsing;
using System.Text;

namespace Segmentation.Cli;

/// <summary>
/// Column names as an option gives them: separated by commas, blanks around a name ignored; a name with a comma stands
/// in double quotes, and a double quote in it is doubled, as in a CSV file.
/// </summary>
internal static class ColumnNames
{
    /// <summary>The names of all occurrences of an option, in order; an error in the result when one is empty or twice.</summary>
    public static IReadOnlyList<string>? Parse(ArgumentResult result)
    {
        string option = result.Parent is OptionResult parent ? parent.Option.Name : result.Argument.Name;
        List<string> names = [];
        foreach (Token token in result.Tokens)
        {
            if (Split(token.Value) is not List<string> parts)
            {
                result.AddError($"{option} has double quotes that do not enclose a whole name: '{token.Value}'.");
                return null;
            }

            if (parts.Contains(""))
            {
                result.AddError($"{option} should be column names separated by commas, but one is empty: '{token.Value}'.");
                return null;
            }

            names.AddRange(parts);
        }

        if (names.FirstOrDefault(name => names.Count(other => other == name) > 1) is string twice)
        {
            result.AddError($"{option} names '{twice}' more than once.");
        }

        return names;
    }

    /// <summary>The names in one text, or null when a quoted one does not end before a comma or the end.</summary>
    private static List<string>? Split(string text)
    {
        List<string> names = [];
        int position = 0;
        while (true)
        {
            while (position < text.Length && text[position] == ' ')
            {
                position++;
            }

            string name;
            if (position < text.Length && text[position] == '"')
            {
                if (Quoted(text, ref position) is not string quoted)
                {
                    return null;
                }

                name = quoted;
            }
            else
            {
                int comma = text.IndexOf(',', position);
                int end = comma < 0 ? text.Length : comma;
                name = text[position..end].TrimEnd(' ');
                position = end;
            }

            names.Add(name);
            while (position < text.Length && text[position] == ' ')
            {
                position++;
            }

            if (position == text.Length)
            {
                return names;
            }

            if (text[position++] != ',')
            {
                return null;
            }
        }
    }

    /// <summary>Reads from a double quote to its end; the position is left behind it.</summary>
    private static string? Quoted(string text, ref int position)
    {
        StringBuilder name = new();
        for (position++; position < text.Length; position++)
        {
            if (text[position] != '"')
            {
                name.Append(text[position]);
            }
            else if (position + 1 < text.Length && text[position + 1] == '"')
            {
                name.Append('"');
                position++;
            }
            else
            {
                position++;
                return name.ToString();
            }
        }

        return null;
    }
}
