using System.Diagnostics;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>What only a real process shows of score: that nothing which stops it harms the file that was there.</summary>
public sealed class ScoreProcessTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("customers.csv");

    private string Model => folder.File("out/model.json");

    private string Scored => folder.File("scored.csv");

    public async ValueTask InitializeAsync()
    {
        Bash.SkipUnlessLinux();
        folder.Write("few.csv", Customers.ThreeGroups());
        Assert.Equal(0, (await Invocation.RunAsync("run", folder.File("few.csv"), "--k", "3", "--out", folder.File("out"))).ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Score_KilledAtAnyMoment_LeavesTheOldFileOrTheNewOne()
    {
        WriteManyCustomers(200_000);
        Assert.Equal(0, (await Invocation.RunAsync("score", Model, Data, "--out", Scored)).ExitCode);
        string whole = await File.ReadAllTextAsync(Scored, TestContext.Current.CancellationToken);
        const string Old = "Id,segment\nthe old file\n";
        List<bool> wasWriting = [];
        foreach (int written in new[] { 0, 1, 500_000, 2_000_000, 5_000_000, 8_000_000 })
        {
            await File.WriteAllTextAsync(Scored, Old, TestContext.Current.CancellationToken);
            using Process process = Bash.Start($"exec dotnet '{Bash.Dll}' score '{Model}' '{Data}' --out '{Scored}'");
            while (!process.HasExited && Written() < written)
            {
                await Task.Delay(2, TestContext.Current.CancellationToken);
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            string left = await File.ReadAllTextAsync(Scored, TestContext.Current.CancellationToken);
            Assert.True(left == Old || left == whole, $"Killed after {written} bytes, it left neither the old file nor the new one.");
            wasWriting.Add(left == Old && Temporaries().Length > 0);
            Array.ForEach(Temporaries(), File.Delete);
        }

        Assert.Contains(true, wasWriting);   // or the test killed too early or too late each time
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Score_SignalWhileScoring_LeavesTheOldFileAndNothingElse(string signal)
    {
        WriteManyCustomers(400_000);
        await File.WriteAllTextAsync(Scored, "old", TestContext.Current.CancellationToken);
        using Process process = Bash.Start($"exec dotnet '{Bash.Dll}' score '{Model}' '{Data}' --out '{Scored}'");
        await Bash.UntilAsync(process, () => Written() > 100_000);

        await Bash.SignalAsync(process, signal);

        Assert.Equal(new Invocation(130, "", "segment: cancelled\n"), await Bash.EndOfAsync(process));
        Assert.Equal("old", await File.ReadAllTextAsync(Scored, TestContext.Current.CancellationToken));
        Assert.Empty(Temporaries());
    }

    [Fact]
    public async Task Score_SignalWhileItWaitsForStandardInput_LeavesNothing()
    {
        using Process process = Bash.Start($"exec dotnet '{Bash.Dll}' score '{Model}' - --out '{Scored}'");
        await Bash.UntilAsync(process, () => Temporaries().Length > 0);

        await Bash.SignalAsync(process, "INT");

        Assert.Equal(new Invocation(130, "", "segment: cancelled\n"), await Bash.EndOfAsync(process));
        Assert.False(File.Exists(Scored));
        Assert.Empty(Temporaries());
    }

    [Fact]
    public async Task Score_StandardInputToStandardOutput_IsWhatTheFilesGive()
    {
        await Invocation.RunAsync("score", Model, folder.File("few.csv"), "--out", Scored);

        Invocation piped = await Bash.RunAsync($"cat '{folder.File("few.csv")}' | segment score '{Model}' - --out /dev/stdout");

        Assert.Equal(0, piped.ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(Scored, TestContext.Current.CancellationToken), piped.Output);
        Assert.StartsWith("/dev/stdout: 36 of 36 customers have a segment.\n", piped.Error, StringComparison.Ordinal);
    }

    private string[] Temporaries() => Directory.GetFiles(folder.Path, ".segment-*.tmp");

    private long Written() => Temporaries().Select(file => new FileInfo(file).Length).DefaultIfEmpty(0).Max();

    private void WriteManyCustomers(int count)
    {
        using StreamWriter writer = new(Data);
        writer.Write("Id,Income,Spending\n");
        for (int i = 0; i < count; i++)
        {
            writer.Write($"{i},{20 + (i % 80)},{10 + (i % 71)}\n");
        }
    }
}
