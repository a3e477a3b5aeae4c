using System.Diagnostics;
using System.Globalization;

namespace Segmentation.Cli.Tests;

/// <summary>Runs the command in real processes.</summary>
internal static class Bash
{
    public static string Dll { get; } = Path.Combine(AppContext.BaseDirectory, "segment.dll");

    public static void SkipUnlessLinux() =>
        Assert.SkipUnless(OperatingSystem.IsLinux(), "These tests use bash and /proc.");

    /// <summary>Runs a script in which <c>segment</c> is the command.</summary>
    public static async Task<Invocation> RunAsync(string script, string input = "")
    {
        using Process process = Start($"segment() {{ dotnet '{Dll}' \"$@\"; }}; {script}");
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await EndOfAsync(process);
    }

    public static Process Start(string script) => Process.Start(new ProcessStartInfo("bash", ["-c", script])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    public static async Task<Invocation> EndOfAsync(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Invocation(process.ExitCode, await output, await error);
    }

    public static async Task SignalAsync(Process process, string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for something to become true of a process; fails when the process ends before.</summary>
    public static async Task UntilAsync(Process process, Func<bool> condition)
    {
        while (!condition())
        {
            Assert.False(process.HasExited, "The process ended before what the test waits for.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The words before a command that run it as a user without rights; the test is skipped where that cannot be.</summary>
    public static async Task<string> AsAnotherUserAsync()
    {
        const string Prefix = "HOME=/tmp setpriv --reuid=65534 --regid=65534 --clear-groups";
        Invocation possible = await RunAsync($"{Prefix} dotnet '{Dll}' --version");
        Assert.SkipUnless(possible.ExitCode == 0, "Another user cannot run the command here: setpriv needs root, and that user the files.");
        return Prefix;
    }
}
