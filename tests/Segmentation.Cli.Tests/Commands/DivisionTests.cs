using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>What the command does where the data support no number of segments, and where columns have few values.</summary>
public sealed class DivisionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("customers.csv");

    private string Out => folder.File("out");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_NoStructure_WritesADivisionAndSaysWhatSpeaksAgainstIt()
    {
        folder.Write("customers.csv", Customers.WithoutGroups());

        Invocation invocation = await Invocation.RunAsync("run", Data, "--out", Out);

        JsonObject summary = JsonNode.Parse(File.ReadAllText(Path.Combine(Out, "summary.json")))!.AsObject();
        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Contains("The data support no number of segments: this is a division, not a discovery.", invocation.Output, StringComparison.Ordinal);
        Assert.Contains("Rows without groups of the same extent and values have silhouettes as high in ", invocation.Output, StringComparison.Ordinal);
        Assert.Contains("would change that", invocation.Output, StringComparison.Ordinal);
        Assert.Null(summary["recommendedK"]);
        Assert.True(summary["isDivision"]!.GetValue<bool>());
        Assert.Equal(summary["bestCandidate"]!["k"]!.GetValue<int>(), summary["clusterCount"]!.GetValue<int>());
        Assert.Contains("a division, not a discovery", File.ReadAllText(Path.Combine(Out, "report.html")), StringComparison.Ordinal);
        Assert.Contains("a division, not a discovery", File.ReadAllText(Path.Combine(Out, "report.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoStructureThoughRequired_ShowsTheScanAndWritesNothing()
    {
        folder.Write("customers.csv", Customers.WithoutGroups());

        Invocation invocation = await Invocation.RunAsync("run", Data, "--require-structure", "--out", Out);

        Assert.Equal(1, invocation.ExitCode);
        Assert.StartsWith("segment: No clear structure: ", invocation.Error, StringComparison.Ordinal);
        Assert.Single(invocation.Error.TrimEnd().Split('\n'));
        Assert.All(
            ["Rows: all 120 are used.", "Compared by Income and Spending", "p uniform", "Recommended: none.", "Best candidate: k = ", "Next: segment run "],
            text => Assert.Contains(text, invocation.Output, StringComparison.Ordinal));
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public async Task Run_StructureRequiredAndThere_IsDone()
    {
        folder.Write("customers.csv", Customers.ThreeGroups());

        Invocation invocation = await Invocation.RunAsync("run", Data, "--require-structure", "--out", Out);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
    }

    [Fact]
    public async Task Run_MoreSegmentsThanTheRange_AreTriedBeforeAnythingIsSaidOfThem()
    {
        folder.Write("customers.csv", Customers.ThreeGroups());

        Invocation invocation = await Invocation.RunAsync("run", Data, "--k", "15", "--out", Out);
        Invocation manyMore = await Invocation.RunAsync("run", Data, "--k", "30", "--out", Out);

        Assert.Contains("You asked for 15; the data support 3, with high confidence.", invocation.Output, StringComparison.Ordinal);
        Assert.Contains("You asked for 30; the data support 3, with high confidence.", manyMore.Output, StringComparison.Ordinal);
        Assert.Contains("30", JsonNode.Parse(File.ReadAllText(Path.Combine(Out, "summary.json")))!["clusterCount"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TwoFlags_ShowsTheTableThatTheyForm()
    {
        folder.Write(
            "customers.csv",
            "Id,Member,Online\n" + string.Concat(Enumerable.Range(0, 121).Select(i => $"{i + 1:000},{(i / 2) % 2},{i % 2}\n")));

        Invocation invocation = await Invocation.RunAsync("run", Data, "--out", Out);

        Assert.Contains("The columns form a table of 4 combinations\n", invocation.Output, StringComparison.Ordinal);
        Assert.Contains("this is a division, not a discovery", invocation.Output, StringComparison.Ordinal);
        Assert.Equal(4, JsonNode.Parse(File.ReadAllText(Path.Combine(Out, "summary.json")))!["combinations"]!.AsArray().Count);
    }
}
