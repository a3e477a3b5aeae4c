using System.CommandLine;
using System.CommandLine.Help;
using System.Reflection;

namespace Segmentation.Cli;

/// <summary>Parses a command line, runs the command, and turns whatever happens into an exit code and one message.</summary>
internal sealed class Shell(TextWriter standardOutput, TextWriter standardError, Terminal terminal)
{
    private const string TraceVariable = "SEGMENT_TRACE";

    private readonly Option<bool> json = new("--json")
    {
        Description = "Print one JSON document and nothing else.",
        Recursive = true,
    };

    private readonly Option<bool> version = new("--version") { Description = "Print the version." };

    public async Task<int> RunAsync(
        IEnumerable<Subcommand> commands, string[] args, CancellationToken cancellationToken)
    {
        try
        {
            ParseResult arguments = Root(commands).Parse(
                args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
            if (arguments.Action is not HelpWithExamples && ParseProblem.Of(arguments) is string problem)
            {
                throw new DataException(problem);
            }

            InvocationConfiguration configuration = new()
            {
                Output = standardOutput,
                Error = standardError,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,   // Program waits for the command to unwind, however long that takes
            };
            return await arguments.InvokeAsync(configuration, cancellationToken);
        }
        catch (Exception error) when (IsCancellation(error) && cancellationToken.IsCancellationRequested)
        {
            Say("cancelled");
            return ExitCode.Cancelled;
        }
        catch (Exception error)
        {
            Say(Message(error));
            return ExitCode.Fault;
        }
    }

    private Command Root(IEnumerable<Subcommand> commands)
    {
        // Not RootCommand, which is called what the process is called.
        Command root = new("segment", "Finds groups of customers who resemble each other, and says what to do with each.");
        HelpOption help = new("--help", "-h") { Description = "Show this help." };
        help.Action = new HelpWithExamples((HelpAction)help.Action!, terminal);
        root.Options.Add(json);
        root.Options.Add(version);
        root.Options.Add(help);
        foreach (Subcommand command in commands)
        {
            command.SetAction((arguments, token) =>
            {
                CommandOutput output = new(standardOutput, standardError, terminal, arguments.GetValue(json));
                command.Run(arguments, output, token);
                return Task.FromResult(output.ExitCode);
            });
            root.Subcommands.Add(command);
        }

        root.SetAction(arguments =>
        {
            if (arguments.GetValue(version))
            {
                standardOutput.WriteLine($"segment {Version()}");
            }
            else
            {
                root.Parse("--help").Invoke(arguments.InvocationConfiguration);
            }
        });
        return root;
    }

    private void Say(string message) => standardError.WriteLine($"segment: {SafeText.OneLine(message)}");

    private static bool IsCancellation(Exception error) =>
        error is OperationCanceledException
        || (error is AggregateException several && several.InnerExceptions.All(IsCancellation));

    private static string Message(Exception error) => error switch
    {
        DataException => error.Message,
        ArgumentException => error.Message.Split(" (Parameter '", 2)[0],
        IOException or UnauthorizedAccessException => error.Message,
        _ when Environment.GetEnvironmentVariable(TraceVariable) is { Length: > 0 } => error.ToString(),
        _ => $"this is a mistake in segment itself: {error.GetType().Name}: {error.Message} "
            + $"Set {TraceVariable}=1 to see where it happened.",
    };

    private static string Version() => typeof(Shell).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
