namespace Segmentation.Cli.Tests;

/// <summary>What one command line gave, run inside the test's process.</summary>
internal sealed record Invocation(int ExitCode, string Output, string Error)
{
    public static async Task<Invocation> RunAsync(params string[] arguments) =>
        await RunAsync((output, error) => SegmentCommand.RunAsync(
            arguments, output, error, TestContext.Current.CancellationToken));

    /// <summary>Runs a command made for the test.</summary>
    public static async Task<Invocation> OfAsync(Subcommand command, string[] arguments, Terminal? terminal = null) =>
        await RunAsync((output, error) => new Shell(output, error, terminal ?? Terminal.None)
            .RunAsync([command], arguments, TestContext.Current.CancellationToken));

    /// <summary>Runs a command that the source can cancel.</summary>
    public static async Task<Invocation> OfAsync(Subcommand command, string[] arguments, CancellationTokenSource source) =>
        await RunAsync((output, error) => new Shell(output, error, Terminal.None)
            .RunAsync([command], arguments, source.Token));

    private static async Task<Invocation> RunAsync(Func<TextWriter, TextWriter, Task<int>> run)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int exitCode = await run(output, error);
        return new Invocation(exitCode, output.ToString(), error.ToString());
    }
}
