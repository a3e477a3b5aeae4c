using System.Diagnostics;
using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests;

/// <summary>What only a real process shows of run and choose-k: signals, closed pipes, another user, standard input.</summary>
public sealed class RunProcessTests : IDisposable
{
    /// <summary>More than it takes to read the customers, a small part of what it takes to cluster them.</summary>
    private static readonly TimeSpan IntoTheClustering = TimeSpan.FromSeconds(3);

    private readonly TemporaryFolder folder = new();

    public RunProcessTests()
    {
        Bash.SkipUnlessLinux();
    }

    private string Data => folder.File("customers.csv");

    private string Out => folder.File("made/by/run");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Run_SignalWhileClustering_LeavesNothing(string signal)
    {
        WriteManyCustomers();
        using Process process = Bash.Start($"exec dotnet '{Bash.Dll}' run '{Data}' --out '{Out}'");
        await Bash.UntilAsync(process, () => process.TotalProcessorTime > IntoTheClustering);
        Assert.True(Directory.Exists(Path.Combine(Out, ".segment-pending")));

        await Bash.SignalAsync(process, signal);

        Assert.Equal(new Invocation(130, "", "segment: cancelled\n"), await Bash.EndOfAsync(process));
        Assert.Equal([Data], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Run_SignalOverAnEarlierResult_LeavesThatWhole()
    {
        folder.Write("few.csv", Customers.ThreeGroups());
        Assert.Equal(0, (await Invocation.RunAsync("run", folder.File("few.csv"), "--out", Out)).ExitCode);
        IReadOnlyDictionary<string, string> before = Customers.ContentOf(Out);
        WriteManyCustomers();
        using Process process = Bash.Start($"exec dotnet '{Bash.Dll}' run '{Data}' --out '{Out}'");
        await Bash.UntilAsync(process, () => process.TotalProcessorTime > IntoTheClustering);

        await Bash.SignalAsync(process, "INT");

        Assert.Equal(130, (await Bash.EndOfAsync(process)).ExitCode);
        Assert.Equal(before, Customers.ContentOf(Out));
        Assert.False(Directory.Exists(Path.Combine(Out, ".segment-pending")));
        Assert.Equal(0, (await Invocation.RunAsync("verify", Out)).ExitCode);
    }

    [Fact]
    public async Task Run_SignalWhileItWaitsForStandardInput_LeavesNothing()
    {
        using Process process = Bash.Start($"exec dotnet '{Bash.Dll}' run - --out '{Out}'");
        await Bash.UntilAsync(process, () => File.Exists(Path.Combine(Out, ".segment-pending", ".lock")));

        await Bash.SignalAsync(process, "INT");

        Assert.Equal(new Invocation(130, "", "segment: cancelled\n"), await Bash.EndOfAsync(process));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512=0")]
    [InlineData("DOTNET_EnableAVX2=0")]
    [InlineData("DOTNET_EnableHWIntrinsic=0")]
    public async Task Run_OtherVectorInstructions_GiveTheSameBits(string setting)
    {
        folder.Write("customers.csv", Customers.ThreeGroups());
        string usual = folder.File("usual");
        await Invocation.RunAsync("run", Data, "--k", "4", "--out", usual);

        Invocation other = await Bash.RunAsync($"{setting} dotnet '{Bash.Dll}' run '{Data}' --k 4 --out '{Out}'");

        Assert.Equal((0, ""), (other.ExitCode, other.Error));
        Assert.All(["model.json", "segments.csv", "profiles.csv"], name => Assert.Equal(
            File.ReadAllBytes(Path.Combine(usual, name)), File.ReadAllBytes(Path.Combine(Out, name))));
        Assert.Equal(Silhouette(usual), Silhouette(Out));

        static double Silhouette(string folder) =>
            JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "summary.json")))!["silhouette"]!.GetValue<double>();
    }

    [Fact]
    public async Task Run_DataFromStandardInput_IsTheSameAsFromTheFile()
    {
        folder.Write("customers.csv", Customers.ThreeGroups());
        string read = folder.File("read");
        await Invocation.RunAsync("run", Data, "--k", "2", "--out", read);

        Invocation piped = await Bash.RunAsync($"segment run - --k 2 --out '{Out}' < '{Data}'");

        Assert.Equal((0, ""), (piped.ExitCode, piped.Error));
        Assert.EndsWith($"Next: segment verify {Out}\n", piped.Output, StringComparison.Ordinal);   // the pipe is used up
        Assert.All(["model.json", "segments.csv"], name => Assert.Equal(
            File.ReadAllBytes(Path.Combine(read, name)), File.ReadAllBytes(Path.Combine(Out, name))));
    }

    [Fact]
    public async Task Run_BadDataFromStandardInput_IsCalledThat()
    {
        Invocation invocation = await Bash.RunAsync($"printf 'Id,Age\\n1,2\\n3\\n' | segment run - --out '{Out}'");

        Assert.Equal(
            new Invocation(1, "", "segment: standard input(3): the row has 1 cell, but the header has 2.\n"), invocation);
    }

    [Theory]
    [InlineData("run customers.csv --out made/by/run")]
    [InlineData("choose-k customers.csv")]
    [InlineData("run customers.csv --out made/by/run --json")]
    [InlineData("choose-k customers.csv --json")]
    public async Task Reader_ClosesThePipe_IsNoError(string line)
    {
        folder.Write("customers.csv", Customers.ThreeGroups());

        // 'true' reads nothing and has long ended when the command writes.
        Invocation invocation = await Bash.RunAsync($"set -o pipefail; cd '{folder.Path}'; segment {line} | true");

        Assert.Equal(new Invocation(0, "", ""), invocation);
    }

    [Fact]
    public async Task Run_ReaderClosesThePipe_HasWrittenItsResult()
    {
        folder.Write("customers.csv", Customers.ThreeGroups());

        await Bash.RunAsync($"segment run '{Data}' --out '{Out}' | true");

        Assert.Equal(0, (await Invocation.RunAsync("verify", Out)).ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("NO_COLOR=1")]
    public async Task Run_InAPipe_HasNoEscapeCodesAndIsNotWrapped(string environment)
    {
        string name = new('x', 90);
        folder.Write("customers.csv", Customers.ThreeGroups(income: name));

        Invocation invocation = await Bash.RunAsync(
            $"env {environment} dotnet '{Bash.Dll}' run '{Data}' --features {name} --out '{Out}'");

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.DoesNotContain('\u001b', invocation.Output);
        string header = invocation.Output.Split('\n').First(line => line.StartsWith("Segment  Name", StringComparison.Ordinal));
        Assert.EndsWith(name, header, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoColorInATerminal_HasNoColours()
    {
        folder.Write("customers.csv", Customers.ThreeGroups());
        Assert.SkipUnless((await Bash.RunAsync("command -v script")).ExitCode == 0, "There is no 'script' to give the command a terminal.");

        Invocation invocation = await Bash.RunAsync(
            $"export NO_COLOR=1; script -qec \"stty cols 100; dotnet '{Bash.Dll}' run '{Data}' --out '{Out}' 2>/dev/null\" /dev/null");

        Assert.Equal(0, invocation.ExitCode);
        Assert.Contains("│ Segment │ Name", invocation.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\u001b\[[\d;]*m", invocation.Output);   // .NET itself sets the mode of the keys
    }

    [Fact]
    public async Task Run_FolderThatAnotherUserMayNotWrite_IsOneLineAndLeavesNothing()
    {
        folder.Write("customers.csv", Customers.ThreeGroups());
        await Bash.RunAsync($"chmod 755 '{folder.Path}'; chmod 644 '{Data}'");
        string asAnotherUser = await Bash.AsAnotherUserAsync();

        Invocation invocation = await Bash.RunAsync($"{asAnotherUser} dotnet '{Bash.Dll}' run '{Data}' --out '{Out}'");

        Assert.Equal(new Invocation(1, "", $"segment: {Out} cannot be written: permission denied.\n"), invocation);
        Assert.Equal([Data], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Run_DataThatAnotherUserMayNotRead_IsOneLine()
    {
        folder.Write("customers.csv", Customers.ThreeGroups());
        await Bash.RunAsync($"chmod 777 '{folder.Path}'; chmod 600 '{Data}'");
        string asAnotherUser = await Bash.AsAnotherUserAsync();

        Invocation invocation = await Bash.RunAsync($"{asAnotherUser} dotnet '{Bash.Dll}' run '{Data}' --out '{Out}'");

        Assert.Equal(new Invocation(1, "", $"segment: {Data} cannot be read: permission denied.\n"), invocation);
        Assert.Equal([Data], Directory.GetFileSystemEntries(folder.Path));
    }

    private void WriteManyCustomers() =>
        AtomicFile.WriteText(Data, SampleData.MallCustomers(400_000).WriteCsv, TestContext.Current.CancellationToken);
}
