using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string data;
    private readonly string output;

    public RunCommandTests()
    {
        data = folder.Write("customers.csv", Customers.ThreeGroups());
        output = folder.File("results/2026/out");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_WritesEveryFileIntoAFolderThatItMakes()
    {
        Invocation invocation = await Invocation.RunAsync("run", data, "--out", output);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Equal(
            ["manifest.json", "model.json", "profiles.csv", "recommendations.csv", "report.html", "report.md", "segments.csv", "summary.json"],
            Directory.GetFileSystemEntries(output).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
    }

    /// <summary>Of 17 columns those that part the two groups are B2, B4, …, B12; the others are the same in both.</summary>
    [Fact]
    public async Task Run_MoreThanSixColumns_ShowsThoseThatTellMostAndCountsTheOthers()
    {
        string header = string.Join(',', Enumerable.Range(1, 17).Select(column => $"B{column}"));
        string[] rows = [.. Enumerable.Range(0, 40).Select(row => string.Join(',', Enumerable.Range(1, 17).Select(column =>
            (column <= 12 && column % 2 == 0 ? row % 2 * 50 : 0) + (row * (column + 3) % 11))))];
        string wide = folder.Write("wide.csv", $"{header}\n{string.Join('\n', rows)}\n");

        Invocation invocation = await Invocation.RunAsync("run", wide, "--k", "2", "--max-k", "2", "--stability-samples", "0", "--out", output);

        string[] lines = invocation.Output.Split('\n');
        string[] shown = lines.First(line => line.StartsWith("Segment", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["B2", "B4", "B6", "B8", "B10", "B12"], shown[^6..]);
        Assert.Contains("And 11 more columns in profiles.csv; shown are the 6 that tell the segments apart most.", lines);
    }

    [Fact]
    public async Task Run_NamesOfTheUser_StandInEveryFileAndTheManifest()
    {
        string names = folder.Write("names.json", "{\"1\": \"Regulars\"}");

        Invocation invocation = await Invocation.RunAsync("run", data, "--k", "3", "--names", names, "--out", output);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Contains("1 Regulars (", invocation.Output, StringComparison.Ordinal);
        string[] files = ["segments.csv", "profiles.csv", "recommendations.csv", "model.json", "report.html", "summary.json", "manifest.json"];
        Assert.All(files, file => Assert.Contains("Regulars", File.ReadAllText(Path.Combine(output, file)), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("segment,name\n9,VIP\n", "There is no segment 9 to name 'VIP': this run has 3 segments.")]
    [InlineData("segment,name\n1,VIP\n2,vip\n", "Segments 1 and 2 have the same name, 'vip'.")]
    [InlineData("{\"first\": \"VIP\"}", "'first' should be the number of a segment, such as 1.")]
    public async Task Run_NamesThatDoNotFit_SaysWhyAndWritesNothing(string text, string message)
    {
        string names = folder.Write("names", text);

        Invocation invocation = await Invocation.RunAsync("run", data, "--k", "3", "--names", names, "--out", output);

        Assert.Equal(1, invocation.ExitCode);
        Assert.Contains(message, invocation.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(output, "segments.csv")));
    }

    [Fact]
    public async Task Run_ThenVerify_SaysWholeUntilAFileIsTamperedWith()
    {
        await Invocation.RunAsync("run", data, "--out", output);

        Invocation whole = await Invocation.RunAsync("verify", output);
        await File.AppendAllTextAsync(Path.Combine(output, "segments.csv"), "0037,1,x\n", TestContext.Current.CancellationToken);
        Invocation tampered = await Invocation.RunAsync("verify", output);

        Assert.Equal(0, whole.ExitCode);
        Assert.Contains($"{output} is a whole result, written by segment ", whole.Output, StringComparison.Ordinal);
        Assert.Equal(1, tampered.ExitCode);
        Assert.Contains("segments.csv is changed.", tampered.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Twice_GivesTheSameBytesButForTheTimings()
    {
        string second = folder.File("second");
        await Invocation.RunAsync("run", data, "--out", output);
        await Invocation.RunAsync("run", data, "--out", second);

        foreach (string name in ResultFiles.Names.Where(name => name != "summary.json"))
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(output, name)), File.ReadAllBytes(Path.Combine(second, name)));
        }
    }

    [Fact]
    public async Task Run_OverAnEarlierResult_ReplacesItAndLeavesOtherFilesAlone()
    {
        await Invocation.RunAsync("run", data, "--out", output, "--k", "2");
        await File.WriteAllTextAsync(Path.Combine(output, "notes.txt"), "mine", TestContext.Current.CancellationToken);

        Invocation invocation = await Invocation.RunAsync("run", data, "--out", output, "--k", "4");

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Equal(4, ResultJson.Of(output, "summary.json")["clusterCount"]!.GetValue<int>());
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(output, "notes.txt"), TestContext.Current.CancellationToken));
        Assert.Equal(0, (await Invocation.RunAsync("verify", output)).ExitCode);
    }

    [Fact]
    public async Task Run_Json_IsTheContentOfTheSummary()
    {
        Invocation invocation = await Invocation.RunAsync("run", data, "--out", output, "--json");

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.True(JsonNode.DeepEquals(ResultJson.Of(output, "summary.json"), JsonNode.Parse(invocation.Output)));
    }

    [Fact]
    public async Task Run_Json_HasTheKeysOfTheContract()
    {
        await Invocation.RunAsync("run", data, "--out", output, "--seed", "7");

        JsonObject summary = ResultJson.Of(output, "summary.json");

        Assert.Equal(
            """
            bestCandidate budget combinations isDivision clusterCount clusteredRows confidence converged calinskiHarabasz daviesBouldin features inertia iterations notCompared outcome
            recommendations recommendedK rows rules scale seed segments silhouette silhouetteSampleSize silhouetteStandardError stabilityRows stabilitySamples timings value warnings
            """.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            summary.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal((36, 36), (summary["rows"]!.GetValue<int>(), summary["clusteredRows"]!.GetValue<int>()));
        Assert.Equal(["Income", "Spending"], summary["features"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal(("standard", 7, 3), (summary["scale"]!.GetValue<string>(), summary["seed"]!.GetValue<int>(), summary["clusterCount"]!.GetValue<int>()));
        Assert.Equal((3, "high"), (summary["recommendedK"]!.GetValue<int>(), summary["confidence"]!.GetValue<string>()));
        Assert.True(summary["converged"]!.GetValue<bool>());
        Assert.True(summary["iterations"]!.GetValue<int>() > 0);
        Assert.InRange(summary["silhouette"]!.GetValue<double>(), 0.7, 1);
        Assert.All(["inertia", "calinskiHarabasz", "daviesBouldin"], key => Assert.True(summary[key]!.GetValue<double>() > 0, key));
        Assert.Equal(
            ["load", "prepare", "cluster", "validate", "total"],
            summary["timings"]!.AsObject().Select(member => member.Key));
        Assert.All(summary["timings"]!.AsObject(), member => Assert.True(member.Value!.GetValue<double>() >= 0, member.Key));
    }

    [Fact]
    public async Task Run_ExperimentOptions_ReachTheSummaryAndTheRecommendations()
    {
        Invocation invocation = await Invocation.RunAsync(
            "run", data, "--holdout", "0.5", "--baseline-rate", "0.3", "--effect", "0.6", "--out", output);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        JsonNode experiment = ResultJson.Of(output, "summary.json")["segments"]![0]!["experiment"]!;
        Holdout expected = new HoldoutDesign { HoldoutShare = 0.5, BaselineRate = 0.3, Effect = 0.6 }.For(12);
        Assert.Equal((6, 0.3, false), ((int)experiment["holdout"]!, (double)experiment["baselineRate"]!, (bool)experiment["baselineAssumed"]!));
        Assert.Equal(expected.SmallestEffect, (double?)experiment["smallestEffect"]);
        Assert.Equal(expected.IsMeasurable, (bool)experiment["measurable"]!);
        CustomerTable recommendations = CustomerTable.Load(Path.Combine(output, "recommendations.csv"));
        Assert.Equal("6", recommendations["holdout"].TextAt(0));
        Assert.Equal(expected.Describe(), recommendations["experiment"].TextAt(0));
    }

    [Fact]
    public async Task Run_EffectBeyondEverybody_SaysSoAndWritesNothing()
    {
        Invocation invocation = await Invocation.RunAsync("run", data, "--baseline-rate", "0.6", "--effect", "0.5", "--out", output);

        Assert.Equal(
            new Invocation(1, "", $"segment: An effect of 50 points on a response of 60% would exceed 100%.{Environment.NewLine}"), invocation);
        Assert.False(Directory.Exists(output));
    }

    [Fact]
    public async Task Run_Json_DescribesEachSegmentInOriginalUnits()
    {
        await Invocation.RunAsync("run", data, "--out", output);

        JsonArray segments = ResultJson.Of(output, "summary.json")["segments"]!.AsArray();

        Assert.Equal([1, 2, 3], segments.Select(segment => segment!["segment"]!.GetValue<int>()));
        Assert.All(segments, segment => Assert.Equal(
            ["segment", "name", "size", "share", "means", "centroid", "experiment", "stability", "stabilityGrade"], segment!.AsObject().Select(member => member.Key)));
        Assert.All(segments, segment => Assert.Equal((12, 1 / 3.0), (segment!["size"]!.GetValue<int>(), segment["share"]!.GetValue<double>())));
        Assert.Equal(
            [25.5, 55.5, 95.5],   // the means of 20..31, 50..61 and 90..101
            segments.Select(segment => Math.Round(segment!["centroid"]!["Income"]!.GetValue<double>(), 9)).Order());
        Assert.Equal(3, segments.Select(segment => segment!["name"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public async Task Run_OneSegment_HasNoIndices()
    {
        Invocation invocation = await Invocation.RunAsync("run", data, "--out", output, "--k", "1");

        JsonObject summary = ResultJson.Of(output, "summary.json");
        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.All(["silhouette", "calinskiHarabasz", "daviesBouldin"], key =>
        {
            Assert.True(summary.ContainsKey(key), key);
            Assert.Null(summary[key]);
        });
    }

    [Fact]
    public async Task Run_AsManySegmentsAsCustomers_IsDone()
    {
        string few = folder.Write("few.csv", "Id,Age\n1,20\n2,30\n3,50\n");

        Invocation invocation = await Invocation.RunAsync("run", few, "--features", "Age", "--k", "3", "--out", output);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Equal(0, ResultJson.Of(output, "summary.json")["inertia"]!.GetValue<double>());
    }
}
