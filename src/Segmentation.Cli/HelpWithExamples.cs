using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Segmentation.Cli;

/// <summary>The usual help text, and the command's examples below it. Wrapped for a terminal only.</summary>
internal sealed class HelpWithExamples(HelpAction help, Terminal terminal) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Command command = parseResult.CommandResult.Command;
        help.MaxWidth = terminal.OutputIsTerminal ? terminal.Width : int.MaxValue;
        help.Invoke(parseResult);
        IReadOnlyList<string> examples = command is Subcommand subcommand
            ? subcommand.Examples
            : [.. command.Subcommands.OfType<Subcommand>().SelectMany(each => each.Examples.Take(1))];
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (examples.Count > 0)
        {
            output.WriteLine("Examples:");
            foreach (string example in examples)
            {
                output.WriteLine($"  segment {example}");
            }

            output.WriteLine();
        }

        if (command is not Subcommand)
        {
            output.WriteLine("'segment COMMAND --help' explains a command.");
            output.WriteLine("Exit codes: 0 done, 1 the data or the arguments are at fault, 3 the customers drifted (drift --fail-on), 130 cancelled.");
        }

        return ExitCode.Done;
    }
}
