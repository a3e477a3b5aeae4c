using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests;

/// <summary><c>run --open</c> with an opener that only notes what it was asked to open.</summary>
public sealed class OpenProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public OpenProcessTests()
    {
        Bash.SkipUnlessLinux();
        folder.Write("customers.csv", Customers.ThreeGroups());
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A quote and a dollar sign, because the path passes by a shell.</summary>
    private string Out => folder.File("it's $HOME; out");

    private string Opened => folder.File("opened.txt");

    [Fact]
    public async Task Run_Open_HandsTheReportsFullPathToTheSystem()
    {
        Invocation invocation = await RunAsync("--open", openerExits: 0);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Equal($"1 {Path.Combine(Out, "report.html")}\n", await File.ReadAllTextAsync(Opened, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("--open --json")]
    public async Task Run_WithoutOpenOrForAProgram_OpensNothing(string arguments)
    {
        Invocation invocation = await RunAsync(arguments, openerExits: 0);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.False(File.Exists(Opened));
    }

    [Fact]
    public async Task Run_OpenFails_SaysSoAndIsDone()
    {
        Invocation invocation = await RunAsync("--open", openerExits: 3);

        Assert.Equal(0, invocation.ExitCode);
        Assert.Equal(
            $"segment: warning: no browser could be opened; open {Path.Combine(Out, "report.html")} in one.\n", invocation.Error);
        Assert.True(File.Exists(Path.Combine(Out, "manifest.json")));
    }

    private async Task<Invocation> RunAsync(string arguments, int openerExits)
    {
        string opener = Directory.CreateDirectory(folder.File("bin")).FullName;
        string script = Path.Combine(opener, "xdg-open");
        await File.WriteAllTextAsync(
            script, $"#!/bin/sh\necho noise\necho \"$# $1\" > '{Opened}'\nexit {openerExits}\n", TestContext.Current.CancellationToken);
        await Bash.RunAsync($"chmod 755 '{script}'");
        return await Bash.RunAsync(
            $"cd '{folder.Path}' && PATH='{opener}':\"$PATH\" segment run customers.csv --k 3 --out \"it's \\$HOME; out\" {arguments} && true");
    }
}
