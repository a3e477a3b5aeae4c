using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

public sealed class StreamCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string data;
    private readonly string output;

    public StreamCommandTests()
    {
        data = folder.Write("customers.csv", Customers.ThreeGroups());
        output = folder.File("made/by/stream");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Stream_Help_IsAsReviewed() =>
        Snapshot.Match("stream-help.txt", (await Invocation.RunAsync("stream", "--help")).Output);

    [Fact]
    public async Task Stream_ThreeGroups_SaysWhatItFound()
    {
        Invocation invocation = await RunAsync("--k", "3");

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Snapshot.Match("stream.txt", invocation.Output.Replace(output, "OUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stream_ThenVerify_IsAWholeResult()
    {
        await RunAsync("--k", "3");

        Invocation verified = await Invocation.RunAsync("verify", output);

        Assert.Equal(0, verified.ExitCode);
        Assert.Equal(
            ["manifest.json", "model.json", "segments.csv", "summary.json"],
            Directory.GetFileSystemEntries(output).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Stream_FileInTheOrderOfItsIds_GivesTheSegmentsOfRun()
    {
        string inMemory = folder.File("run");
        await RunAsync("--k", "3");
        await Invocation.RunAsync("run", data, "--features", "Income,Spending", "--k", "3", "--out", inMemory);

        JsonObject streamed = ResultJson.Of(output, "summary.json");
        JsonObject expected = ResultJson.Of(inMemory, "summary.json");

        // The traits of Town, which the stream does not read, name no segment here.
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(inMemory, "segments.csv"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(Path.Combine(output, "segments.csv"), TestContext.Current.CancellationToken));
        double inertia = expected["inertia"]!.GetValue<double>();
        Assert.Equal(inertia, streamed["inertia"]!.GetValue<double>(), 1e-12 * inertia); // other roundings of the means
    }

    [Fact]
    public async Task Stream_Model_ScoresNewCustomers()
    {
        await RunAsync("--k", "3");

        SegmentationModel model = SegmentationModel.Load(Path.Combine(output, "model.json"));
        CustomerTable table = CustomerTable.Load(data);

        string[] lines = await File.ReadAllLinesAsync(Path.Combine(output, "segments.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(lines.Skip(1).Select(line => line.Split(',')[1]), model.Assign(table).Select(segment => $"{segment}"));
        Assert.Equal([12, 12, 12], model.Segments.Select(segment => segment.Size));
    }

    [Fact]
    public async Task Stream_Json_IsTheContentOfTheSummary()
    {
        Invocation invocation = await RunAsync("--k", "3", "--json");

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        JsonObject summary = ResultJson.Of(output, "summary.json");
        Assert.True(JsonNode.DeepEquals(summary, JsonNode.Parse(invocation.Output)));
        Assert.Equal(
            ["rows", "clusteredRows", "features", "scale", "seed", "clusterCount", "inertia", "iterations", "converged", "passes", "segments", "warnings", "timings"],
            summary.Select(property => property.Key));
        Assert.Equal(["segment", "name", "size", "share", "centroid", "experiment"], summary["segments"]![0]!.AsObject().Select(property => property.Key));
    }

    [Fact]
    public async Task Stream_Manifest_RecordsEveryOptionAsResolved()
    {
        await RunAsync("--k", "3", "--seed", "7", "--threads", "2", "--scale", "minmax", "--sample", "20", "--max-iterations", "9", "--decimal", "point");

        JsonObject options = ResultJson.Of(output, "manifest.json")["options"]!.AsObject();

        Assert.Equal(
            $$"""{"command":"stream","data":"{{data}}","decimal":"point","strayText":"refuse","missingText":null,"features":["Income","Spending"],"scale":"minmax","missing":"drop","id":"Id","k":3,"seed":7,"maxIterations":9,"tolerance":0,"sampleSize":20,"blockRows":65536,"threads":2}""",
            options.ToJsonString());
    }

    [Fact]
    public async Task Stream_AnyNumberOfThreads_GivesTheSameBytes()
    {
        string other = folder.File("other");
        await RunAsync("--k", "4", "--threads", "1");
        await Invocation.RunAsync("stream", data, "--features", "Income,Spending", "--k", "4", "--threads", "3", "--out", other);

        foreach (string name in new[] { "segments.csv", "model.json" })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(output, name)), File.ReadAllBytes(Path.Combine(other, name)));
        }
    }

    [Fact]
    public async Task Stream_CustomersWhoLackAFeature_AreCountedAndKeepTheirRow()
    {
        await File.AppendAllTextAsync(data, "0037,,5,North\n", TestContext.Current.CancellationToken);

        Invocation invocation = await RunAsync("--k", "3");

        Assert.Contains(
            "Mind: 1 of 37 customers lacks a feature and was left out (missing: Income 1).", invocation.Output, StringComparison.Ordinal);
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(output, "segments.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("0037,,", lines[^1]);
    }

    [Fact]
    public async Task Stream_TooFewIterations_SaysThatItHadNotSettled()
    {
        string mall = folder.File("mall.csv");
        await Invocation.RunAsync("generate", "mall", "--customers", "5000", "--out", mall);

        Invocation invocation = await Invocation.RunAsync(
            "stream", mall, "--features", "Age", "--k", "7", "--sample", "20", "--max-iterations", "1", "--out", output);

        Assert.Contains("stopped after 1 iteration over the file, read 4 times in all.", invocation.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Mind: The clustering stopped at its limit of iterations, 1, before it had settled; allow more (--max-iterations).",
            invocation.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stream DATA --out OUT", "'stream' needs --features A,B and --k K. Try 'segment stream --help'.")]
    [InlineData("stream - --features Income --k 2 --out OUT", "'stream' reads its file several times, and standard input can be read only once: give a file.")]
    [InlineData("stream DATA --features Incme --k 2 --out OUT", "DATA: no column named 'Incme'. Did you mean 'Income'? Columns: Id, Income, Spending, Town.")]
    [InlineData("stream DATA --features Town --k 2 --out OUT", "DATA(2): column 'Town' should be a number but is 'North'.")]
    [InlineData("stream DATA --features Income --k 50 --out OUT", "50 clusters need at least 50 different rows, but there are only 36.")]
    [InlineData("stream DATA --features Income --k 2 --scale robust --out OUT", "--scale should be standard, minmax or none, but is 'robust'.")]
    [InlineData("stream none.csv --features Income --k 2 --out OUT", "none.csv: no such file.")]
    public async Task Stream_WhatCannotBe_IsAnsweredInOneLineAndLeavesNothing(string line, string message)
    {
        Invocation invocation = await Invocation.RunAsync(
            [.. line.Split(' ').Select(word => word.Replace("DATA", data, StringComparison.Ordinal).Replace("OUT", output, StringComparison.Ordinal))]);

        Assert.Equal(
            new Invocation(1, "", $"segment: {message.Replace("DATA", data, StringComparison.Ordinal)}{Environment.NewLine}"), invocation);
        Assert.Equal([data], Directory.GetFileSystemEntries(folder.Path));
    }

    private Task<Invocation> RunAsync(params string[] more) =>
        Invocation.RunAsync(["stream", data, "--features", "Income,Spending", .. more, "--out", output]);
}
