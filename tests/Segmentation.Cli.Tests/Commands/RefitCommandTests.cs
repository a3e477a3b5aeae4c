using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Segmentation.Cli.Tests.Commands;

public sealed class RefitCommandTests : SavedModelTests
{
    [Theory]
    [InlineData("--keep-scaling")]
    [InlineData("--match", "centroids")]
    [InlineData("--blend", "0.3")]
    [InlineData("--restarts", "3")]
    public async Task Refit_SameDataOverTheOldModel_LeavesTheSameBytes(params string[] options)
    {
        byte[] before = await File.ReadAllBytesAsync(Model, TestContext.Current.CancellationToken);
        Folder.Write("shuffled.csv", Customers.Shuffled(Customers.ThreeGroups()));

        Invocation refit = await Invocation.RunAsync(["refit", Model, Folder.File("shuffled.csv"), "--out", Model, .. options]);

        Assert.Equal((0, ""), (refit.ExitCode, refit.Output));
        Assert.Contains("3 segments of 36 customers, unchanged.", refit.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Model, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--old-data", "customers.csv")]
    [InlineData("--old-segments", "out/segments.csv")]
    public async Task Refit_OneGroupMore_IsNewInEveryFileAndInTheDocument(string option, string old)
    {
        Folder.Write("more.csv", Customers.ThreeGroups() + string.Concat(Enumerable.Range(0, 10).Select(i => $"{100 + i:0000},{300 + i},{200 + i},North\n")));

        Invocation refit = await Invocation.RunAsync(
            "refit", Model, Folder.File("more.csv"), option, Folder.File(old), "--k", "4", "--out", Folder.File("new.json"), "--json",
            "--migration", Folder.File("migration.csv"), "--figure", Folder.File("migration.svg"), "--consensus", Folder.File("consensus.csv"));

        Assert.Equal((0, ""), (refit.ExitCode, refit.Error));
        JsonNode document = JsonNode.Parse(refit.Output)!;
        Assert.Equal(["survived", "survived", "survived", "new"], document["transitions"]!.AsArray().Select(transition => (string)transition!["kind"]!));
        Assert.Equal([12, 12, 12, 10], document["segments"]!.AsArray().Select(segment => (int)segment!["size"]!));
        Assert.Equal(36, (int)document["agreement"]!["customers"]!);
        string[] migration = await File.ReadAllLinesAsync(Folder.File("migration.csv"), TestContext.Current.CancellationToken);
        Assert.StartsWith(",,4,", migration[^1], StringComparison.Ordinal);
        Assert.EndsWith(",10,,1", migration[^1], StringComparison.Ordinal);
        string[] consensus = await File.ReadAllLinesAsync(Folder.File("consensus.csv"), TestContext.Current.CancellationToken);
        Assert.Equal((37, "Id,oldSegment,newSegment,consensusSegment,name"), (consensus.Length, consensus[0]));
        Assert.Equal("svg", XDocument.Load(Folder.File("migration.svg")).Root!.Name.LocalName);
        Invocation score = await Invocation.RunAsync("score", Folder.File("new.json"), Folder.File("more.csv"), "--out", Folder.File("scored.csv"));
        Assert.Equal(0, score.ExitCode);
        Assert.Equal(10, (await File.ReadAllLinesAsync(Folder.File("scored.csv"), TestContext.Current.CancellationToken)).Count(line => line.Contains(",4,", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null, "No old segments were given (--old-segments or --old-data), so that nobody was matched by id: the old model was asked about the new customers, and knows the ", "oldModel")]
    [InlineData("out/segments.csv", "Customers were matched by their ids in 'Id': 36 of 36 customers are among the 36 old ones with a segment.", "ids")]
    public async Task Refit_SaysWhoCountsAsKnownToBoth(string? old, string sentence, string knownBy)
    {
        string[] known = old is null ? [] : ["--old-segments", Folder.File(old)];

        Invocation refit = await Invocation.RunAsync(["refit", Model, Data, "--out", Folder.File("new.json"), .. known]);
        Invocation json = await Invocation.RunAsync(["refit", Model, Data, "--out", Folder.File("new.json"), "--json", .. known]);

        Assert.Contains(sentence, refit.Error, StringComparison.Ordinal);
        Assert.Equal(knownBy, (string)JsonNode.Parse(json.Output)!["knownBy"]!);
    }

    [Fact]
    public async Task Refit_FileWithoutAFeature_SaysWhichAndLeavesTheModel()
    {
        string before = await File.ReadAllTextAsync(Model, TestContext.Current.CancellationToken);
        Folder.Write("other.csv", Customers.ThreeGroups(spending: "Outlay"));

        Invocation refit = await Invocation.RunAsync("refit", Model, Folder.File("other.csv"), "--out", Model);

        Assert.Equal((1, ""), (refit.ExitCode, refit.Output));
        Assert.StartsWith("segment: No column named 'Spending'.", refit.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Model, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Refit_IdThatTheRunWasTold_IsFoundAgainWithItsEscapedCells()
    {
        string[] lines = Customers.ThreeGroups().TrimEnd('\n').Split('\n');
        string data = Folder.Write("told.csv", string.Join('\n', lines.Select((line, i) => (i == 0 ? "@Handle," : $"@{(char)('a' + (i * 7 % 26))}{i},") + line)) + "\n");
        Assert.Equal(0, (await Invocation.RunAsync("run", data, "--id", "@Handle", "--features", "Income,Spending", "--k", "3", "--out", Folder.File("told"))).ExitCode);
        byte[] before = await File.ReadAllBytesAsync(Folder.File("told/model.json"), TestContext.Current.CancellationToken);

        Invocation refit = await Invocation.RunAsync("refit", Folder.File("told/model.json"), data, "--old-segments", Folder.File("told/segments.csv"), "--out", Folder.File("new.json"));

        Assert.Equal((0, ""), (refit.ExitCode, refit.Output));
        Assert.StartsWith("'@Handle,segment,name\n'@", await File.ReadAllTextAsync(Folder.File("told/segments.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("3 segments of 36 customers, unchanged.", refit.Error, StringComparison.Ordinal);
        Assert.Contains("36 of 36 customers known to both (100%)", refit.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Folder.File("new.json"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Refit_AFileThatCannotBeWritten_ReplacesNoneOfTheOthers()
    {
        string consensus = Folder.Write("consensus.csv", "old");
        byte[] before = await File.ReadAllBytesAsync(Model, TestContext.Current.CancellationToken);
        Folder.Write("fewer.csv", string.Join('\n', Customers.ThreeGroups().Split('\n')[..31]) + "\n");

        Invocation refit = await Invocation.RunAsync(
            "refit", Model, Folder.File("fewer.csv"), "--consensus", consensus, "--migration", Folder.File("no/such/m.csv"), "--out", Model);

        Assert.Equal(new Invocation(1, "", $"segment: {Folder.File("no/such/m.csv")} cannot be written: there is no folder {Folder.File("no/such")}.{Environment.NewLine}"), refit);
        Assert.Equal("old", await File.ReadAllTextAsync(consensus, TestContext.Current.CancellationToken));
        Assert.Equal(before, await File.ReadAllBytesAsync(Model, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Refit_OneNameForTwoFiles_IsRefused()
    {
        string same = Folder.File("same.csv");

        Invocation refit = await Invocation.RunAsync("refit", Model, Data, "--consensus", same, "--migration", same, "--out", Folder.File("new.json"));

        Assert.Equal(new Invocation(1, "", $"segment: {same} would be written twice; give each file a name of its own.{Environment.NewLine}"), refit);
        Assert.False(File.Exists(same) || File.Exists(Folder.File("new.json")));
    }

    [Fact]
    public async Task Refit_OneCustomerWithAGap_IsSpokenOfInTheSingular()
    {
        Folder.Write("gap.csv", Customers.ThreeGroups() + "0037,,5,North\n");

        Invocation refit = await Invocation.RunAsync("refit", Model, Folder.File("gap.csv"), "--k", "1", "--out", Folder.File("new.json"));

        Assert.Contains(": 1 segment of 36 customers.\n", refit.Error, StringComparison.Ordinal);
        Assert.Contains("segment: warning: 1 customer lacks a feature and was left out.\n", refit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refit_Help_SaysWhichIdIsTheDefault() => Assert.Contains(
        "[default: that of the training customers, else found by its name and its values]",
        string.Join(' ', (await Invocation.RunAsync("refit", "--help")).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        StringComparison.Ordinal);

    [Fact]
    public async Task Refit_MixedUpCustomersWithBlend_RefusesAndWritesNothing()
    {
        string[] lines = (await File.ReadAllTextAsync(Folder.File("out/segments.csv"), TestContext.Current.CancellationToken)).TrimEnd('\n').Split('\n');
        IEnumerable<string> mixed = lines.Skip(1).Select((line, i) => $"{line[..4]},{(i / 3 % 3) + 1},x");
        Folder.Write("mixed.csv", string.Join('\n', mixed.Prepend("Id,segment,name")) + "\n");

        Invocation refit = await Invocation.RunAsync(
            "refit", Model, Data, "--old-segments", Folder.File("mixed.csv"), "--keep-scaling", "--k", "2", "--blend", "0.5", "--out", Folder.File("new.json"));

        Assert.Equal(1, refit.ExitCode);
        Assert.Contains("below 0.65: old and new disagree too much to be combined.", refit.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Folder.File("new.json")));
    }

    [Fact]
    public async Task Refit_KilledAtAnyMoment_LeavesTheOldModelOrTheNewOne()
    {
        Bash.SkipUnlessLinux();
        using (StreamWriter writer = new(Folder.File("many.csv")))
        {
            writer.Write("Id,Income,Spending\n");
            for (int i = 0; i < 20_000; i++)
            {
                writer.Write(FormattableString.Invariant($"{i:000000},{20 + (i % 3 * 35) + (i * 7919 % 12)},{70 - (i % 3 * 30) + (i * 104729 % 12)}\n"));
            }
        }

        byte[] old = await File.ReadAllBytesAsync(Model, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Invocation.RunAsync("refit", Model, Folder.File("many.csv"), "--out", Folder.File("new.json"))).ExitCode);
        byte[] whole = await File.ReadAllBytesAsync(Folder.File("new.json"), TestContext.Current.CancellationToken);
        Assert.NotEqual(old, whole);
        bool wasOld = false;
        bool wasNew = false;
        foreach (int milliseconds in new[] { 100, 400, 800, 1600, 60_000 })
        {
            await File.WriteAllBytesAsync(Model, old, TestContext.Current.CancellationToken);
            using Process process = Bash.Start($"exec dotnet '{Bash.Dll}' refit '{Model}' '{Folder.File("many.csv")}' --out '{Model}'");
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
