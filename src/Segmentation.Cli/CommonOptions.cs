using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Segmentation.Cli;

/// <summary>The arguments and options that several commands share, defined once so that they mean the same everywhere.</summary>
internal static class CommonOptions
{
    public const int DefaultSeed = 42;

    /// <summary>The columns to cluster by; null when not given. See <see cref="ColumnNames"/> for the form.</summary>
    public static Option<IReadOnlyList<string>?> Features() => new("--features")
    {
        HelpName = "A,B",
        Description = "Columns to compare customers by; a name with a comma in it stands in double quotes. "
            + "[default: every numeric column that is not an id]",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ColumnNames.Parse,
    };

    public static Option<int> Seed() => new("--seed")
    {
        HelpName = "S",
        Description = "Start of the random numbers: the same seed gives the same result.",
        DefaultValueFactory = _ => DefaultSeed,
        CustomParser = result => WholeNumberIn(result, "--seed", int.MinValue, int.MaxValue) ?? 0,
    };

    public static Option<int?> Threads() => WholeNumber(
        "--threads", "N", "Threads to compute with; the result does not depend on it. [default: one for each processor]", 1, 1024);

    public static Option<string> OutFile() => new("--out")
    {
        HelpName = "FILE",
        Description = "The file to write; an existing one is replaced once the new one is complete.",
        Required = true,
    };

    public static Option<string> OutFolder() => new("--out")
    {
        HelpName = "DIR",
        Description = "The folder to write into, made if missing. Files that segment did not write are never touched.",
        Required = true,
    };

    /// <summary>An option that is a whole number within bounds, or absent.</summary>
    public static Option<int?> WholeNumber(string name, string unit, string description, int minimum, int maximum) => new(name)
    {
        HelpName = unit,
        Description = description,
        CustomParser = result => WholeNumberIn(result, name, minimum, maximum),
    };

    /// <summary>An option that is a number within bounds, or absent.</summary>
    public static Option<double?> Number(string name, string unit, string description, double minimum, double maximum) => new(name)
    {
        HelpName = unit,
        Description = description,
        CustomParser = result => NumberIn(result, name, minimum, maximum),
    };

    /// <summary>An option that is one of several words; the first is the default.</summary>
    public static Option<string> OneOf(string name, string description, params string[] words) => new(name)
    {
        HelpName = string.Join('|', words),
        Description = description,
        DefaultValueFactory = _ => words[0],
        CustomParser = result => WordIn(result, name, words),
    };

    /// <summary>An argument that is one of several words.</summary>
    public static Argument<string> OneOfArgument(string name, string helpName, string description, params string[] words) => new(name)
    {
        HelpName = helpName,
        Description = description,
        CustomParser = result => WordIn(result, name, words),
    };

    private static int? WholeNumberIn(ArgumentResult result, string name, int minimum, int maximum)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            && value >= minimum && value <= maximum)
        {
            return value;
        }

        string bounds = (minimum, maximum) switch
        {
            (int.MinValue, int.MaxValue) => "",
            (_, int.MaxValue) => $" of at least {minimum}",
            _ => $" from {minimum} to {maximum}",
        };
        result.AddError($"{name} should be a whole number{bounds}, but is '{text}'.");
        return null;
    }

    private static double? NumberIn(ArgumentResult result, string name, double minimum, double maximum)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && value >= minimum && value <= maximum)
        {
            return value;
        }

        string bounds = maximum == double.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $" of at least {minimum}")
            : string.Create(CultureInfo.InvariantCulture, $" from {minimum} to {maximum}");
        result.AddError($"{name} should be a number{bounds}, but is '{text}'.");
        return null;
    }

    private static string WordIn(ArgumentResult result, string name, string[] words)
    {
        string text = result.Tokens[0].Value;
        if (!words.Contains(text))
        {
            string known = $"{string.Join(", ", words[..^1])} or {words[^1]}";
            result.AddError($"{name} should be {known}, but is '{text}'.{Spelling.DidYouMean(text, words)}");
        }

        return text;
    }
}
