using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

public sealed class ChooseKCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string data;

    public ChooseKCommandTests()
    {
        data = folder.Write("customers.csv", Customers.ThreeGroups());
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ChooseK_ShowsTheScoresTheCriteriaAndTheVerdict()
    {
        Invocation invocation = await Invocation.RunAsync("choose-k", data, "--max-k", "5");

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Snapshot.Match("choose-k.txt", invocation.Output);
    }

    [Fact]
    public async Task ChooseK_Json_HasTheKeysOfTheContract()
    {
        JsonObject verdict = await JsonAsync("--max-k", "4");

        Assert.Equal(["recommendedK", "confidence", "reasons", "criteria", "scan", "rows", "clusteredRows", "columns", "notCompared", "bestCandidate", "combinations"], verdict.Select(member => member.Key));
        Assert.Equal((3, "high"), (verdict["recommendedK"]!.GetValue<int>(), verdict["confidence"]!.GetValue<string>()));
        Assert.NotEmpty(verdict["reasons"]!.AsArray().Select(reason => reason!.GetValue<string>()));
        Assert.Equal(
            ["Silhouette", "Calinski-Harabasz", "Davies-Bouldin", "Gap (Tibs2001SEmax)", "Gap (globalmax)", "Prediction strength", "Kneedle 1-4"],
            verdict["criteria"]!.AsArray().Select(choice => choice!["criterion"]!.GetValue<string>()));
        Assert.All(verdict["criteria"]!.AsArray(), choice => Assert.Equal(
            ["criterion", "k", "explanation"], choice!.AsObject().Select(member => member.Key)));
        Assert.All(verdict["scan"]!.AsArray(), row => Assert.Equal(
            [
                "k", "inertia", "silhouette", "silhouetteSampleSize", "silhouetteStandardError", "calinskiHarabasz", "daviesBouldin", "smallestSegment",
                "uniformPValue", "gap", "gapStandardError", "predictionStrength", "leastStability", "valleyPValue",
            ],
            row!.AsObject().Select(member => member.Key)));
    }

    [Fact]
    public async Task ChooseK_Json_OneClusterHasAnInertiaAndNoIndices()
    {
        JsonObject verdict = await JsonAsync("--max-k", "4");

        JsonNode one = verdict["scan"]![0]!;
        Assert.Equal(1, one["k"]!.GetValue<int>());
        Assert.Equal(72, one["inertia"]!.GetValue<double>(), 1e-9);   // 36 rows x 2 features of variance 1
        Assert.Equal(36, one["smallestSegment"]!.GetValue<int>());
        Assert.All(["silhouette", "calinskiHarabasz", "daviesBouldin"], key => Assert.Null(one[key]));
        Assert.Equal([1, 2, 3, 4], verdict["scan"]!.AsArray().Select(row => row!["k"]!.GetValue<int>()));
    }

    [Fact]
    public async Task ChooseK_NoClearStructure_RecommendsNothingAndSaysWhy()
    {
        folder.Write("customers.csv", Customers.WithoutGroups());

        JsonObject verdict = await JsonAsync();
        Invocation invocation = await Invocation.RunAsync("choose-k", data);

        Assert.True(verdict.ContainsKey("recommendedK"));
        Assert.Null(verdict["recommendedK"]);
        Assert.InRange(verdict["bestCandidate"]!["k"]!.GetValue<int>(), 2, 10);
        Assert.NotEmpty(verdict["bestCandidate"]!["against"]!.AsArray());
        Assert.Contains(
            "Recommended: none.\n- No clear structure: the silhouettes do not stand out from uniform rows of the same extent, which have no groups.",
            invocation.Output,
            StringComparison.Ordinal);
        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
    }

    [Fact]
    public async Task ChooseK_MinSizeAboveTheSmallestSegment_RecommendsNoSuchNumber()
    {
        JsonObject free = await JsonAsync("--max-k", "4", "--min-size", "12");
        JsonObject limited = await JsonAsync("--max-k", "4", "--min-size", "13");

        Assert.Equal(3, free["recommendedK"]!.GetValue<int>());
        Assert.NotEqual(3, limited["recommendedK"]?.GetValue<int>());
        Assert.Contains(
            limited["reasons"]!.AsArray(),
            reason => reason!.GetValue<string>().Contains("fewer than the 13 rows asked for", StringComparison.Ordinal)
                && reason.GetValue<string>().Contains("k = 3 (12)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ChooseK_FewerDifferentRowsThanMaxK_TriesAsManyAsThereAre()
    {
        folder.Write("customers.csv", "Id,Age\n1,20\n2,20\n3,30\n4,50\n");

        JsonObject verdict = await JsonAsync("--max-k", "10", "--features", "Age");

        Assert.Equal([1, 2, 3], verdict["scan"]!.AsArray().Select(row => row!["k"]!.GetValue<int>()));
    }

    [Fact]
    public async Task ChooseK_AgreesWithRun()
    {
        JsonObject verdict = await JsonAsync();
        await Invocation.RunAsync("run", data, "--out", folder.File("out"));

        JsonObject summary = ResultJson.Of(folder.File("out"), "summary.json");
        Assert.Equal(verdict["recommendedK"]!.GetValue<int>(), summary["clusterCount"]!.GetValue<int>());
        Assert.Equal(
            verdict["scan"]![2]!["inertia"]!.GetValue<double>(), summary["inertia"]!.GetValue<double>());
    }

    private async Task<JsonObject> JsonAsync(params string[] options)
    {
        Invocation invocation = await Invocation.RunAsync(["choose-k", data, .. options, "--json"]);
        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        return JsonNode.Parse(invocation.Output)!.AsObject();
    }
}
