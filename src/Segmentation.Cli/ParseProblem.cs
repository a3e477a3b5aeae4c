using System.CommandLine;
using System.CommandLine.Parsing;

namespace Segmentation.Cli;

/// <summary>
/// The one thing to say about a command line that cannot be run. The parser's list has several entries for one slip:
/// after a misspelt option its value is a stray argument and a required option is missing.
/// </summary>
internal static class ParseProblem
{
    /// <summary>One line, or null when the command line is in order.</summary>
    public static string? Of(ParseResult arguments) =>
        OptionWithoutValue(arguments)
        ?? UnknownOption(arguments)
        ?? NoCommand(arguments)
        ?? StrayArgument(arguments)
        ?? BadValue(arguments)
        ?? Missing(arguments);

    private static string? OptionWithoutValue(ParseResult arguments)
    {
        string[] names = OptionNames(arguments);
        OptionResult? option = OptionResults(arguments).FirstOrDefault(result =>
            result.Option.Arity.MinimumNumberOfValues > 0
            && (result.Tokens.Count < result.IdentifierTokenCount || result.Tokens.Any(token => names.Contains(token.Value))));
        return option is null ? null : $"{option.Option.Name} needs a value: {option.Option.HelpName}.";
    }

    private static string? UnknownOption(ParseResult arguments)
    {
        // A misspelt option before the first argument is taken for that argument. What follows "--" is none.
        HashSet<Token> ownWords = [.. arguments.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)];
        IEnumerable<Token> taken = arguments.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Where(token => ownWords.Any(word => ReferenceEquals(word, token)));
        IEnumerable<string> left = arguments.UnmatchedTokens
            .Where(text => ownWords.Any(word => word.Value == text));
        string? unknown = taken.Select(token => token.Value).Concat(left)
            .FirstOrDefault(text => text.Length > 1 && text[0] == '-');
        if (unknown is null)
        {
            return null;
        }

        string name = unknown.Split('=', 2)[0];
        return $"Unknown option '{name}'.{Suggestion(name, OptionNames(arguments), arguments)}";
    }

    private static string? NoCommand(ParseResult arguments)
    {
        if (arguments.CommandResult.Command is Subcommand)
        {
            return null;
        }

        Command root = arguments.CommandResult.Command;
        string commands = $"Commands: {string.Join(", ", root.Subcommands.Select(command => command.Name))}.";
        return arguments.UnmatchedTokens is [string first, ..]
            ? Spelling.Nearest(first, root.Subcommands.Select(command => command.Name)) is string nearest
                ? $"Unknown command '{first}'. Did you mean '{nearest}'?"
                : $"Unknown command '{first}'. {commands}"
            : arguments.Tokens.Any(token => token.Value == "--json") ? $"No command is given. {commands}" : null;
    }

    private static string? StrayArgument(ParseResult arguments) => arguments.UnmatchedTokens is [string first, ..]
        ? $"Unexpected argument '{first}'. A value with spaces needs quotes around it."
        : null;

    private static string? BadValue(ParseResult arguments)
    {
        OptionResult? repeated = OptionResults(arguments).FirstOrDefault(
            result => result.IdentifierTokenCount > 1 && result.Option.Arity.MaximumNumberOfValues == 1);
        return repeated is not null
            ? $"{repeated.Option.Name} is given more than once."
            : arguments.Errors.FirstOrDefault(error => !IsMissing(error))?.Message;
    }

    private static string? Missing(ParseResult arguments)
    {
        if (arguments.CommandResult.Command is not Subcommand command)
        {
            return null;
        }

        string[] missing =
        [
            .. arguments.Errors.Select(error => error.SymbolResult).OfType<ArgumentResult>()
                .Select(result => result.Argument.HelpName ?? result.Argument.Name),
            .. arguments.Errors.Select(error => error.SymbolResult).OfType<OptionResult>()
                .Select(result => $"{result.Option.Name} {result.Option.HelpName}"),
        ];
        return missing.Length == 0
            ? null
            : $"'{command.Name}' needs {string.Join(" and ", missing)}. Try 'segment {command.Name} --help'.";
    }

    /// <summary>The parser reports what is absent on a symbol that has no word of the command line.</summary>
    private static bool IsMissing(ParseError error) => error.SymbolResult is { Tokens.Count: 0 };

    private static string Suggestion(string name, string[] known, ParseResult arguments) =>
        Spelling.Nearest(name, known) is string nearest
            ? $" Did you mean '{nearest}'?"
            : $" Try 'segment {(arguments.CommandResult.Command is Subcommand command ? command.Name + " " : "")}--help'.";

    private static IEnumerable<OptionResult> OptionResults(ParseResult arguments) =>
        arguments.CommandResult.Children.OfType<OptionResult>().Where(result => !result.Implicit);

    private static string[] OptionNames(ParseResult arguments)
    {
        IEnumerable<Option> own = arguments.CommandResult.Command.Options;
        IEnumerable<Option> inherited = arguments.RootCommandResult.Command.Options.Where(option => option.Recursive);
        return [.. own.Concat(inherited).Select(option => option.Name).Distinct()];
    }
}
