using System.Diagnostics;
using System.Globalization;
using System.Text;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests;

/// <summary>What only a real process shows: exit codes, signals, closed pipes, another user.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly string Dll = Path.Combine(AppContext.BaseDirectory, "segment.dll");

    private readonly TemporaryFolder folder = new();

    public ProcessTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "These tests use bash and /proc.");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Process_WrongCommandLine_ExitsWith1AndOneLine()
    {
        Invocation invocation = await BashAsync("segment verfy out");

        Assert.Equal(
            new Invocation(1, "", "segment: Unknown command 'verfy'. Did you mean 'verify'?\n"), invocation);
    }

    [Fact]
    public async Task Process_ReaderClosesThePipe_IsNoError()
    {
        WriteResult(files: 5000);

        Invocation invocation = await BashAsync($"set -o pipefail; segment verify '{folder.Path}' | head -1");

        Assert.Equal(new Invocation(0, "File      State  Bytes\n", ""), invocation);
    }

    [Fact]
    public async Task Process_OutputDiskIsFull_ExitsWith1AndOneLine()
    {
        Invocation invocation = await BashAsync("segment --help > /dev/full");

        Assert.Equal(new Invocation(1, "", "segment: No space left on device\n"), invocation);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Process_Signal_UnwindsAndExitsWith130(string signal)
    {
        WriteResultThatTakesLongToVerify();
        using Process process = StartBash($"exec dotnet '{Dll}' verify '{folder.Path}'");
        await WaitUntilSignalsAreHandledAsync(process);

        using (Process kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(new Invocation(130, "", "segment: cancelled\n"), await EndOfAsync(process));
    }

    [Fact]
    public async Task Process_FileThatAnotherUserMayNotRead_IsOneLine()
    {
        WriteResult(files: 1);
        string manifest = folder.File("manifest.json");
        await BashAsync($"chmod 755 '{folder.Path}'; chmod 600 '{manifest}'");
        string asAnotherUser = await AsAnotherUserAsync();

        Invocation invocation = await BashAsync($"{asAnotherUser} dotnet '{Dll}' verify '{folder.Path}'");

        Assert.Equal(new Invocation(1, "", $"segment: {manifest} cannot be read: permission denied.\n"), invocation);
    }

    [Fact]
    public async Task Process_FolderThatAnotherUserMayNotWrite_IsOneLineAndLeavesNothing()
    {
        await BashAsync($"chmod 755 '{folder.Path}'");
        string asAnotherUser = await AsAnotherUserAsync();

        Invocation invocation = await BashAsync(
            $"{asAnotherUser} dotnet '{Dll}' generate mall --out '{folder.File("mall.csv")}'");

        Assert.Equal(
            new Invocation(1, "", $"segment: {folder.File("mall.csv")} cannot be written: permission denied.\n"), invocation);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    /// <summary>A limit on the length of files stands in for a full disk; .NET's own double mapping would run into it.</summary>
    [Fact]
    public async Task Process_NoRoomForTheFile_LeavesTheOldOneAndNoTemporary()
    {
        string file = folder.Write("mall.csv", "old");

        Invocation invocation = await BashAsync(
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
        Invocation invocation = await BashAsync("printf 'age\n20\n30\n' | segment describe - --json");

        Assert.Equal(0, invocation.ExitCode);
        Assert.Contains("\"mean\": 25,", invocation.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_FileIsStandardOutput_IsAppendedAndNotReplaced()
    {
        string path = folder.File("all.txt");

        Invocation invocation = await BashAsync(
            $"{{ echo begun; segment generate mall --customers 1 --out /dev/stdout; }} > '{path}'");

        Assert.Equal(new Invocation(0, "", "/dev/stdout: 1 rows, made with seed 42.\n"), invocation);
        string[] lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(
            ["begun", "CustomerID,Gender,Age,Annual Income (k$),Spending Score (1-100)"], lines.Take(2));
    }

    /// <summary>The words before a command that run it as a user without rights; the test is skipped where that cannot be.</summary>
    private static async Task<string> AsAnotherUserAsync()
    {
        const string Prefix = "HOME=/tmp setpriv --reuid=65534 --regid=65534 --clear-groups";
        Invocation possible = await BashAsync($"{Prefix} dotnet '{Dll}' --version");
        Assert.SkipUnless(possible.ExitCode == 0, "Another user cannot run the command here: setpriv needs root, and that user the files.");
        return Prefix;
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

    private static async Task<Invocation> BashAsync(string script)
    {
        using Process process = StartBash($"segment() {{ dotnet '{Dll}' \"$@\"; }}; {script}");
        return await EndOfAsync(process);
    }

    private static Process StartBash(string script) => Process.Start(new ProcessStartInfo("bash", ["-c", script])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task<Invocation> EndOfAsync(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Invocation(process.ExitCode, await output, await error);
    }

    /// <summary>Waits until the process reads the long file: then its handlers have long been there.</summary>
    private async Task WaitUntilSignalsAreHandledAsync(Process process)
    {
        string descriptors = $"/proc/{process.Id}/fd";
        while (!process.HasExited && !Directory.GetFiles(descriptors)
            .Any(link => new FileInfo(link).LinkTarget == folder.File("long.bin")))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
