using Segmentation.Cli.Commands;

namespace Segmentation.Cli;

/// <summary>The command <c>segment</c>: its subcommands, and the way in for Program and for tests.</summary>
internal static class SegmentCommand
{
    /// <summary>
    /// Runs one command line and gives its <see cref="ExitCode"/>. Without a terminal the output is plain, as in a pipe.
    /// </summary>
    public static Task<int> RunAsync(
        string[] args,
        TextWriter standardOutput,
        TextWriter standardError,
        CancellationToken cancellationToken,
        Terminal? terminal = null) =>
        new Shell(standardOutput, standardError, terminal ?? Terminal.None).RunAsync(Commands(), args, cancellationToken);

    private static IEnumerable<Subcommand> Commands() =>
    [
        new RunCommand(),
        new StreamCommand(),
        new ScoreCommand(),
        new RefitCommand(),
        new DriftCommand(),
        new ExportSqlCommand(),
        new ChooseKCommand(),
        new DescribeCommand(),
        new AuditCommand(),
        new GenerateCommand(),
        new AudienceCommand(),
        new BudgetCommand(),
        new VerifyCommand(),
        new PlaybookCommand(),
        new NotebooksCommand(),
    ];
}
