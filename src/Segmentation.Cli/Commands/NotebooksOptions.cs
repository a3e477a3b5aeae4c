using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Segmentation.Notebooks;

namespace Segmentation.Cli.Commands;

/// <summary>The arguments of <c>segment notebooks</c>.</summary>
internal sealed class NotebooksOptions
{
    private const string DefaultFolder = "notebooks";
    private const int MostSeconds = 24 * 60 * 60;

    private readonly Argument<string[]> files = new("FILES")
    {
        Description = $"Notebooks. [default: {DefaultFolder}/*.ipynb]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> set = new("--set")
    {
        HelpName = "name=value",
        Description = "Sets a variable of the cell tagged 'parameters'; may be repeated. A relative path, for a variable "
            + "whose name ends in File, Path or Folder, starts from where you are. Needs --out.",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = Assignments,
    };

    private readonly Option<string?> setFile = new("--set-file")
    {
        HelpName = "FILE",
        Description = "A JSON file with one object of such values; --set comes before it.",
    };

    private readonly Option<string?> folder = new("--out")
    {
        HelpName = "DIR",
        Description = "The folder for the notebooks with their outputs, made if missing. [default: the notebooks themselves]",
    };

    private readonly Option<string?> html = new("--html")
    {
        HelpName = "report|slides",
        Description = "Also writes a page to present, code folded away, or slides to go through by keyboard. Needs --out.",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = Kind,
    };

    private readonly Option<bool> list = new("--list-parameters") { Description = "Shows what can be set, and runs nothing." };

    private readonly Option<double?> timeout = new("--timeout")
    {
        HelpName = "SECONDS",
        Description = "How long one cell may take. [default: 600]",
        CustomParser = Seconds,
    };

    private readonly Option<bool> skip = new("--skip-unsupported")
    {
        Description = "Skips cells in other languages and with unknown magics instead of stopping there.",
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(files);
        command.Options.Add(set);
        command.Options.Add(setFile);
        command.Options.Add(folder);
        command.Options.Add(html);
        command.Options.Add(list);
        command.Options.Add(timeout);
        command.Options.Add(skip);
    }

    public NotebooksRequest Read(ParseResult arguments)
    {
        NotebookRunner runner = new() { SkipUnsupported = arguments.GetValue(skip) };
        PageKind? page = arguments.GetResult(html) is null or { Implicit: true }
            ? null
            : arguments.GetValue(html) == "slides" ? PageKind.Slides : PageKind.Report;
        return new NotebooksRequest(
            Files(arguments.GetValue(files) ?? []),
            Values(arguments),
            arguments.GetValue(folder),
            page,
            arguments.GetValue(list),
            arguments.GetValue(timeout) is double seconds ? runner with { CellTimeout = TimeSpan.FromSeconds(seconds) } : runner);
    }

    private static string[] Files(string[] given)
    {
        if (given.Length > 0)
        {
            return given;
        }

        string[] found = Directory.Exists(DefaultFolder)
            ? [.. Directory.GetFiles(DefaultFolder, "*.ipynb").Order(StringComparer.Ordinal)]
            : [];
        return found.Length > 0
            ? found
            : throw new DataException($"There are no notebooks in ./{DefaultFolder}; name the files to take.");
    }

    private Dictionary<string, string> Values(ParseResult arguments)
    {
        Dictionary<string, string> values = arguments.GetValue(setFile) is string path ? new(ParameterValues.Read(path)) : [];
        foreach (string assignment in arguments.GetValue(set) ?? [])
        {
            int sign = assignment.IndexOf('=', StringComparison.Ordinal);
            values[assignment[..sign]] = assignment[(sign + 1)..];
        }

        return values;
    }

    private static string[] Assignments(ArgumentResult result)
    {
        string[] texts = [.. result.Tokens.Select(token => token.Value)];
        if (texts.FirstOrDefault(text => text.IndexOf('=', StringComparison.Ordinal) < 1) is string wrong)
        {
            result.AddError($"--set should be name=value, but is '{wrong}'.");
        }

        string? twice = texts.Select(text => text.Split('=')[0]).GroupBy(name => name).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (twice is not null)
        {
            result.AddError($"--set gives '{twice}' more than once.");
        }

        return texts;
    }

    private static string? Kind(ArgumentResult result)
    {
        string? text = result.Tokens.Count > 0 ? result.Tokens[0].Value : null;
        if (text is not (null or "report" or "slides"))
        {
            result.AddError($"--html should be report or slides, but is '{text}'. Write the notebooks before the options.");
        }

        return text;
    }

    private static double? Seconds(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            && seconds > 0 && seconds <= MostSeconds)
        {
            return seconds;
        }

        result.AddError($"--timeout should be a number of seconds above 0, at most {MostSeconds}, but is '{text}'.");
        return null;
    }
}
