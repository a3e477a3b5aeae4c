using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Spectre.Console;

namespace Segmentation.Cli;

/// <summary>
/// Where a command shows its results. Under <c>--json</c> only <see cref="Document"/> prints, otherwise everything but
/// it, so that a command calls both and asks nothing. Texts may come from data: they are made safe here.
/// </summary>
internal sealed class CommandOutput(
    TextWriter standardOutput, TextWriter standardError, Terminal terminal, bool isJson)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Whether a program reads the output, so that nothing may be shown to people.</summary>
    public bool IsJson => isJson;

    /// <summary>What the process tells its caller once the command is done.</summary>
    public int ExitCode { get; set; } = Cli.ExitCode.Done;

    /// <summary>A line of text, broken between words where a terminal is narrower.</summary>
    public void Line(string text = "") => Write(
        terminal.OutputIsTerminal ? Words.Wrap(SafeText.OneLine(text), terminal.Width) : SafeText.OneLine(text));

    /// <summary>A line that is meant to be copied, such as a command: it is never broken.</summary>
    public void CopyableLine(string text) => Write(SafeText.OneLine(text));

    /// <summary>A text of several lines that is meant to be copied, such as a query; exact, but made safe in a terminal.</summary>
    public void Text(string text)
    {
        foreach (string line in text.TrimEnd('\n').Split('\n'))
        {
            Write(terminal.OutputIsTerminal ? SafeText.OneLine(line) : line);
        }
    }

    /// <summary>A line above what follows; bold in a terminal, after an empty line.</summary>
    public void Heading(string text)
    {
        Line();
        if (!isJson && terminal is { OutputIsTerminal: true, Colour: true })
        {
            Console(standardOutput).Write(new Text(SafeText.OneLine(text) + "\n", new Style(decoration: Decoration.Bold)));
        }
        else
        {
            Line(text);
        }
    }

    /// <summary>A table: made to fit in a terminal, in plain aligned rows that never wrap elsewhere.</summary>
    public void Table(TextTable table)
    {
        if (isJson)
        {
            return;
        }

        if (terminal.OutputIsTerminal && table.Fits(terminal.Width))
        {
            Console(standardOutput).Write(table.ToTerminal(terminal.Width));
        }
        else
        {
            standardOutput.Write(table.ToPlainText());
        }
    }

    /// <summary>The one JSON document of <c>--json</c>; made only when it is wanted.</summary>
    public void Document(Func<JsonNode> document)
    {
        if (isJson)
        {
            standardOutput.Write(document().ToJsonString(Readable) + "\n");
        }
    }

    /// <summary>
    /// What a command did, where its result is a file: a line on standard error, because the file may be standard output.
    /// </summary>
    public void Done(string text)
    {
        if (!isJson)
        {
            standardError.Write(SafeText.OneLine(text) + "\n");
        }
    }

    /// <summary>Something to take note of that does not stop the command: a line on standard error.</summary>
    public void Warn(string text) => standardError.Write($"segment: warning: {SafeText.OneLine(text)}\n");

    /// <summary>
    /// Runs work that takes a while, with a bar for each of its stages on standard error. Silent where that is not a
    /// terminal.
    /// </summary>
    public T WithProgress<T>(Func<ProgressStages, T> work)
    {
        if (!terminal.ErrorIsTerminal)
        {
            return work(new ProgressStages(null));
        }

        Progress progress = Console(standardError).Progress();
        progress.AutoClear = true;
        return progress.Start(context =>
        {
            ProgressStages stages = new(context);
            T result = work(stages);
            stages.Finish();
            return result;
        });
    }

    private void Write(string safeText)
    {
        if (!isJson)
        {
            standardOutput.Write(safeText + "\n");
        }
    }

    private IAnsiConsole Console(TextWriter writer)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.Colour || writer == standardError ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = terminal.Width;
        return console;
    }
}
