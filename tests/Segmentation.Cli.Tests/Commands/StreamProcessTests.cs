using System.Diagnostics;
using System.Globalization;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>What only a real process shows of stream: a signal, a named pipe.</summary>
public sealed class StreamProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public StreamProcessTests()
    {
        Bash.SkipUnlessLinux();
    }

    private string Data => folder.File("customers.csv");

    private string Out => folder.File("out");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Stream_SignalAmongThePasses_LeavesNothing(string signal)
    {
        await WriteManyCustomersAsync();
        using Process process = Bash.Start($"exec dotnet '{Bash.Dll}' stream '{Data}' --features 'Age,Spending Score (1-100)' --k 40 --sample 200 --out '{Out}'");
        await Bash.UntilAsync(process, () => process.TotalProcessorTime > TimeSpan.FromSeconds(2));

        await Bash.SignalAsync(process, signal);

        Assert.Equal(new Invocation(130, "", "segment: cancelled\n"), await Bash.EndOfAsync(process));
        Assert.Equal([Data], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Stream_NamedPipe_IsRefusedForItCannotBeReadAgain()
    {
        Invocation invocation = await Bash.RunAsync(
            $"mkfifo '{Data}'; (printf 'a\\n1\\n2\\n' > '{Data}' 2> /dev/null &); segment stream '{Data}' --features a --k 2 --out '{Out}'");

        Assert.Equal(
            new Invocation(1, "", $"segment: {Data}: can be read only once, but is needed several times; write it to a file first.\n"), invocation);
    }

    private async Task WriteManyCustomersAsync()
    {
        string customers = 200_000.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(0, (await Invocation.RunAsync("generate", "mall", "--customers", customers, "--out", Data)).ExitCode);
    }
}
