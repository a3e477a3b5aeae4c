using System.CommandLine;

namespace Segmentation.Cli;

/// <summary>Writes command lines that can be pasted into a POSIX shell.</summary>
internal static class ShellWords
{
    private const string Plain = "_-./:,+@%=";

    /// <summary>Words with blanks between them, each quoted where the shell would read it otherwise.</summary>
    public static string Join(params IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    /// <summary>The command line that was given, for another command that shares its options, without some of them.</summary>
    public static string Again(ParseResult arguments, string command, params Option[] without)
    {
        List<string> words = ["segment", command];
        foreach (Option option in arguments.CommandResult.Command.Options.Except(without))
        {
            foreach (string value in arguments.GetResult(option)?.Tokens.Select(token => token.Value) ?? [])
            {
                words.AddRange(value.StartsWith('-') ? [$"{option.Name}={value}"] : [option.Name, value]);
            }
        }

        IEnumerable<string> data = arguments.CommandResult.Command.Arguments
            .SelectMany(argument => arguments.GetResult(argument)?.Tokens.Select(token => token.Value) ?? []);
        return data.Any(word => word.StartsWith('-'))
            ? Join([.. words, "--", .. data])
            : Join([.. words[..2], .. data, .. words[2..]]);
    }

    private static string Quote(string word) =>
        word.Length > 0 && word[0] != '=' && word.All(letter => char.IsLetterOrDigit(letter) || Plain.Contains(letter, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
