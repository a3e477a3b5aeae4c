using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

public sealed class RunReasonsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string output;

    public RunReasonsTests() => output = folder.File("out");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_Reasons_WritesAReasonForEachCustomerThatVerifyKnows()
    {
        string data = folder.Write("customers.csv", "CustomerID,Income\n=b2,11\na1,1\nd4,12\nc3,\ne5,2\n");

        Invocation invocation = await Invocation.RunAsync("run", data, "--id", "CustomerID", "--features", "Income", "--scale", "none", "--k", "2", "--reasons", "--out", output);

        // Centroids 1.5 and 11.5: margins (9.5 - 0.5) / 9.5 and (10.5 - 0.5) / 10.5.
        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Equal(
            """
            CustomerID,segment,next_segment,margin,reason
            '=b2,2,1,0.9473684210526315,Income 11 is nearer to 11.5 here than to 1.5 in segment 1 (margin 0.95).
            a1,1,2,0.9523809523809523,Income 1 is nearer to 1.5 here than to 11.5 in segment 2 (margin 0.95).
            d4,2,1,0.9523809523809523,Income 12 is nearer to 11.5 here than to 1.5 in segment 1 (margin 0.95).
            c3,,,,"In no segment, for it lacks Income."
            e5,1,2,0.9473684210526315,Income 2 is nearer to 1.5 here than to 11.5 in segment 2 (margin 0.95).

            """.ReplaceLineEndings("\n"),
            await File.ReadAllTextAsync(Path.Combine(output, "reasons.csv"), TestContext.Current.CancellationToken));
        JsonObject manifest = ResultJson.Of(output, "manifest.json");
        Assert.Contains("reasons.csv", manifest["files"]!.AsArray().Select(file => file!["name"]!.GetValue<string>()));
        Assert.True(manifest["options"]!["reasons"]!.GetValue<bool>());
        Assert.Equal(0, (await Invocation.RunAsync("verify", output)).ExitCode);
    }

    [Fact]
    public async Task Run_AgainWithoutReasons_RemovesThemWithTheResultThatTheyBelongTo()
    {
        string data = folder.Write("customers.csv", Customers.ThreeGroups());
        await Invocation.RunAsync("run", data, "--reasons", "--out", output);
        Assert.True(File.Exists(Path.Combine(output, "reasons.csv")));

        Invocation invocation = await Invocation.RunAsync("run", data, "--out", output);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.False(File.Exists(Path.Combine(output, "reasons.csv")));
    }

    [Fact]
    public async Task Run_IdNamedAsAColumnOfOurs_KeepsTheColumnsApart()
    {
        string data = folder.Write("customers.csv", "Segment,Income\na,1\nb,2\nc,11\n");

        await Invocation.RunAsync("run", data, "--id", "Segment", "--features", "Income", "--k", "2", "--reasons", "--out", output);

        string[] lines = await File.ReadAllLinesAsync(Path.Combine(output, "reasons.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("id_Segment,segment,next_segment,margin,reason", lines[0]);
    }

    [Fact]
    public async Task Run_Summary_HasTheRulesWithTheirCounts()
    {
        string data = folder.Write("customers.csv", "Income\n1\n2\n11\n12\n13\n");

        await Invocation.RunAsync("run", data, "--features", "Income", "--k", "2", "--out", output);

        Assert.Equal(
            """
            {"leaves":2,"fidelity":1,"relativeCost":1,"smallest":{"leaves":2,"fidelity":1,"relativeCost":1},"segments":[{"segment":1,"rule":"Income above 6 (3 of 3 right)","covered":3,"right":3,"size":3},{"segment":2,"rule":"Income at most 6 (2 of 2 right)","covered":2,"right":2,"size":2}]}
            """.Trim(),
            ResultJson.Of(output, "summary.json")["rules"]!.ToJsonString());
    }

    [Fact]
    public async Task Run_OneSegment_HasNoRulesInTheSummary()
    {
        string data = folder.Write("customers.csv", "Income\n1\n2\n11\n12\n13\n");

        await Invocation.RunAsync("run", data, "--features", "Income", "--k", "1", "--reasons", "--out", output);

        Assert.Null(ResultJson.Of(output, "summary.json")["rules"]);
        Assert.Equal("1,1,,,There is only one segment.", (await File.ReadAllLinesAsync(Path.Combine(output, "reasons.csv"), TestContext.Current.CancellationToken))[1]);
    }
}
