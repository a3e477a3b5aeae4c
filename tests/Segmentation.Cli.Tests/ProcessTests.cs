using System.Diagnostics;
using System.Text;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests;

/// <summary>What only a real process shows: exit codes, signals, closed pipes, another user.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ProcessTests()
    {
        Bash.SkipUnlessLinux();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Process_WrongCommandLine_ExitsWith1AndOneLine()
    {
        Invocation invocation = await Bash.RunAsync("segment verfy out");

        Assert.Equal(
            new Invocation(1, "", "segment: Unknown command 'verfy'. Did you mean 'verify'?\n"), invocation);
    }

    [Fact]
    public async Task Process_ReaderClosesThePipe_IsNoError()
    {
        WriteResult(files: 5000);

        Invocation invocation = await Bash.RunAsync($"set -o pipefail; segment verify '{folder.Path}' | head -1");

        Assert.Equal(new Invocation(0, "File      State  Bytes\n", ""), invocation);
    }

    [Fact]
    public async Task Process_OutputDiskIsFull_ExitsWith1AndOneLine()
    {
        Invocation invocation = await Bash.RunAsync("segment --help > /dev/full");

        Assert.Equal(new Invocation(1, "", "segment: No space left on device\n"), invocation);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Process_Signal_UnwindsAndExitsWith130(string signal)
    {
        WriteResultThatTakesLongToVerify();
        using Process process = Bash.Start($"exec dotnet '{Bash.Dll}' verify '{folder.Path}'");
        await WaitUntilSignalsAreHandledAsync(process);

        await Bash.SignalAsync(process, signal);

        Assert.Equal(new Invocation(130, "", "segment: cancelled\n"), await Bash.EndOfAsync(process));
    }

    [Fact]
    public async Task Process_FileThatAnotherUserMayNotRead_IsOneLine()
    {
        WriteResult(files: 1);
        string manifest = folder.File("manifest.json");
        await Bash.RunAsync($"chmod 755 '{folder.Path}'; chmod 600 '{manifest}'");
        string asAnotherUser = await Bash.AsAnotherUserAsync();

        Invocation invocation = await Bash.RunAsync($"{asAnotherUser} dotnet '{Bash.Dll}' verify '{folder.Path}'");

        Assert.Equal(new Invocation(1, "", $"segment: {manifest} cannot be read: permission denied.\n"), invocation);
    }

    [Fact]
    public async Task Process_FolderThatAnotherUserMayNotWrite_IsOneLineAndLeavesNothing()
    {
        await Bash.RunAsync($"chmod 755 '{folder.Path}'");
        string asAnotherUser = await Bash.AsAnotherUserAsync();

        Invocation invocation = await Bash.RunAsync(
            $"{asAnotherUser} dotnet '{Bash.Dll}' generate mall --out '{folder.File("mall.csv")}'");

        Assert.Equal(
            new Invocation(1, "", $"segment: {folder.File("mall.csv")} cannot be written: permission denied.\n"), invocation);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    /// <summary>A limit on the length of files stands in for a full disk; .NET's own double mapping would run into it.</summary>
    [Fact]
    public async Task Process_NoRoomForTheFile_LeavesTheOldOneAndNoTemporary()
    {
        string file = folder.Write("mall.csv", "old");

        Invocation invocation = await Bash.RunAsync(
            "export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f 100; "
            + $"segment generate mall --customers 100000 --out '{file}'");

        Assert.StartsWith("segment: ", invocation.Error, StringComparison.Ordinal);
        Assert.Equal((1, ""), (invocation.ExitCode, invocation.Output));
        Assert.Equal("old", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal([file], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Process_DataFromStandardInput_IsRead()
    {
        Invocation invocation = await Bash.RunAsync("printf 'age\n20\n30\n' | segment describe - --json");

        Assert.Equal(0, invocation.ExitCode);
        Assert.Contains("\"mean\": 25,", invocation.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_FileIsStandardOutput_IsAppendedAndNotReplaced()
    {
        string path = folder.File("all.txt");

        Invocation invocation = await Bash.RunAsync(
            $"{{ echo begun; segment generate mall --customers 1 --out /dev/stdout; }} > '{path}'");

        Assert.Equal(new Invocation(0, "", "/dev/stdout: 1 row, made with seed 42.\n"), invocation);
        string[] lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(
            ["begun", "CustomerID,Gender,Age,Annual Income (k$),Spending Score (1-100)"], lines.Take(2));
    }

    private void WriteResult(int files)
    {
        string[] names = [.. Enumerable.Range(1000, files).Select(number => $"{number}.txt")];
        StringBuilder entries = new();
        foreach (string name in names)
        {
            folder.Write(name, "abc");
            entries.Append(entries.Length == 0 ? "" : ", ").Append(Entry(name, 3, Sha256OfAbc));
        }

        WriteManifest(entries.ToString());
    }

    /// <summary>A file without content but with a length takes no room on the disk, and minutes to read.</summary>
    private void WriteResultThatTakesLongToVerify()
    {
        const long Length = 1L << 38;
        using (FileStream file = File.Create(folder.File("long.bin")))
        {
            file.SetLength(Length);
        }

        WriteManifest(Entry("long.bin", Length, Sha256OfAbc));
    }

    private const string Sha256OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private void WriteManifest(string files) => folder.Write(
        "manifest.json",
        $$"""{ "manifestVersion": 1, "tool": "segment", "toolVersion": "1", "options": {}, "files": [{{files}}] }""");

    private static string Entry(string name, long length, string sha256) =>
        $$"""{ "name": "{{name}}", "bytes": {{length}}, "sha256": "{{sha256}}" }""";

    /// <summary>Waits until the process reads the long file: then its handlers have long been there.</summary>
    private Task WaitUntilSignalsAreHandledAsync(Process process) => Bash.UntilAsync(
        process,
        () => Directory.GetFiles($"/proc/{process.Id}/fd").Any(link => new FileInfo(link).LinkTarget == folder.File("long.bin")));
}
