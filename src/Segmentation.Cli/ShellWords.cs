using System.CommandLine;

namespace Segmentation.Cli;

/// <summary>Writes command lines that can be pasted into a POSIX shell.</summary>
internal static class ShellWords
{
    private const string Plain = "_-./:,+@%=";

    /// <summary>Words with blanks between them, each quoted where the shell would read it otherwise.</summary>
    public static string Join(params IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    /// <summary>The command line that was given, for another command, with the options that it has too.</summary>
    public static string Again(ParseResult arguments, Command command)
    {
        List<string> words = ["segment", command.Name];
        HashSet<string> shared = [.. command.Options.Select(option => option.Name)];
        foreach (Option option in arguments.CommandResult.Command.Options.Where(option => shared.Contains(option.Name)))
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
