using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

public sealed class RefitCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("customers.csv");

    private string Model => folder.File("out/model.json");

    public async ValueTask InitializeAsync()
    {
        folder.Write("customers.csv", Customers.ThreeGroups());
        Assert.Equal(0, (await Invocation.RunAsync("run", Data, "--k", "3", "--out", folder.File("out"))).ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("--keep-scaling")]
    [InlineData("--match", "centroids")]
    [InlineData("--blend", "0.3")]
    [InlineData("--restarts", "3")]
    public async Task Refit_SameDataOverTheOldModel_LeavesTheSameBytes(params string[] options)
    {
        byte[] before = await File.ReadAllBytesAsync(Model, TestContext.Current.CancellationToken);
        folder.Write("shuffled.csv", Customers.Shuffled(Customers.ThreeGroups()));

        Invocation refit = await Invocation.RunAsync(["refit", Model, folder.File("shuffled.csv"), "--out", Model, .. options]);

        Assert.Equal((0, ""), (refit.ExitCode, refit.Output));
        Assert.Contains("3 segments of 36 customers, unchanged.", refit.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Model, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--old-data", "customers.csv")]
    [InlineData("--old-segments", "out/segments.csv")]
    public async Task Refit_OneGroupMore_IsNewInEveryFileAndInTheDocument(string option, string old)
    {
        folder.Write("more.csv", Customers.ThreeGroups() + string.Concat(Enumerable.Range(0, 10).Select(i => $"{100 + i:0000},{300 + i},{200 + i},North\n")));

        Invocation refit = await Invocation.RunAsync(
            "refit", Model, folder.File("more.csv"), option, folder.File(old), "--k", "4", "--out", folder.File("new.json"), "--json",
            "--migration", folder.File("migration.csv"), "--figure", folder.File("migration.svg"), "--consensus", folder.File("consensus.csv"));

        Assert.Equal((0, ""), (refit.ExitCode, refit.Error));
        JsonNode document = JsonNode.Parse(refit.Output)!;
        Assert.Equal(["survived", "survived", "survived", "new"], document["transitions"]!.AsArray().Select(transition => (string)transition!["kind"]!));
        Assert.Equal([12, 12, 12, 10], document["segments"]!.AsArray().Select(segment => (int)segment!["size"]!));
        Assert.Equal(36, (int)document["agreement"]!["customers"]!);
        string[] migration = await File.ReadAllLinesAsync(folder.File("migration.csv"), TestContext.Current.CancellationToken);
        Assert.StartsWith(",,4,", migration[^1], StringComparison.Ordinal);
        Assert.EndsWith(",10,,1", migration[^1], StringComparison.Ordinal);
        string[] consensus = await File.ReadAllLinesAsync(folder.File("consensus.csv"), TestContext.Current.CancellationToken);
        Assert.Equal((37, "Id,oldSegment,newSegment,consensusSegment,name"), (consensus.Length, consensus[0]));
        Assert.Equal("svg", XDocument.Load(folder.File("migration.svg")).Root!.Name.LocalName);
        Invocation score = await Invocation.RunAsync("score", folder.File("new.json"), folder.File("more.csv"), "--out", folder.File("scored.csv"));
        Assert.Equal(0, score.ExitCode);
        Assert.Equal(10, (await File.ReadAllLinesAsync(folder.File("scored.csv"), TestContext.Current.CancellationToken)).Count(line => line.Contains(",4,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Refit_FileWithoutAFeature_SaysWhichAndLeavesTheModel()
    {
        string before = await File.ReadAllTextAsync(Model, TestContext.Current.CancellationToken);
        folder.Write("other.csv", Customers.ThreeGroups(spending: "Outlay"));

        Invocation refit = await Invocation.RunAsync("refit", Model, folder.File("other.csv"), "--out", Model);

        Assert.Equal((1, ""), (refit.ExitCode, refit.Output));
        Assert.StartsWith("segment: No column named 'Spending'.", refit.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Model, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Refit_MixedUpCustomersWithBlend_RefusesAndWritesNothing()
    {
        string[] lines = (await File.ReadAllTextAsync(folder.File("out/segments.csv"), TestContext.Current.CancellationToken)).TrimEnd('\n').Split('\n');
        IEnumerable<string> mixed = lines.Skip(1).Select((line, i) => $"{line[..4]},{(i / 3 % 3) + 1},x");
        folder.Write("mixed.csv", string.Join('\n', mixed.Prepend("Id,segment,name")) + "\n");

        Invocation refit = await Invocation.RunAsync(
            "refit", Model, Data, "--old-segments", folder.File("mixed.csv"), "--keep-scaling", "--k", "2", "--blend", "0.5", "--out", folder.File("new.json"));

        Assert.Equal(1, refit.ExitCode);
        Assert.Contains("below 0.65: old and new disagree too much to be combined.", refit.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("new.json")));
    }

    [Fact]
    public async Task Refit_KilledAtAnyMoment_LeavesTheOldModelOrTheNewOne()
    {
        Bash.SkipUnlessLinux();
        using (StreamWriter writer = new(folder.File("many.csv")))
        {
            writer.Write("Id,Income,Spending\n");
            for (int i = 0; i < 20_000; i++)
            {
                writer.Write(FormattableString.Invariant($"{i:000000},{20 + (i % 3 * 35) + (i * 7919 % 12)},{70 - (i % 3 * 30) + (i * 104729 % 12)}\n"));
            }
        }

        byte[] old = await File.ReadAllBytesAsync(Model, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Invocation.RunAsync("refit", Model, folder.File("many.csv"), "--out", folder.File("new.json"))).ExitCode);
        byte[] whole = await File.ReadAllBytesAsync(folder.File("new.json"), TestContext.Current.CancellationToken);
        Assert.NotEqual(old, whole);
        bool wasOld = false;
        bool wasNew = false;
        foreach (int milliseconds in new[] { 100, 400, 800, 1600, 60_000 })
        {
            await File.WriteAllBytesAsync(Model, old, TestContext.Current.CancellationToken);
            using Process process = Bash.Start($"exec dotnet '{Bash.Dll}' refit '{Model}' '{folder.File("many.csv")}' --out '{Model}'");
            await Task.WhenAny(process.WaitForExitAsync(TestContext.Current.CancellationToken), Task.Delay(milliseconds, TestContext.Current.CancellationToken));
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            byte[] left = await File.ReadAllBytesAsync(Model, TestContext.Current.CancellationToken);
            Assert.True(left.AsSpan().SequenceEqual(old) || left.AsSpan().SequenceEqual(whole), $"Killed after {milliseconds} ms, it left neither model.");
            wasOld |= left.AsSpan().SequenceEqual(old);
            wasNew |= left.AsSpan().SequenceEqual(whole);
        }

        Assert.True(wasOld && wasNew);   // or the test killed too early or too late each time
    }
}
