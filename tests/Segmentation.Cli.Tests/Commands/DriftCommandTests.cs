using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

public sealed class DriftCommandTests : SavedModelTests
{
    /// <summary>Incomes in thousandths of what they were.</summary>
    private string OtherUnit => Folder.Write("unit.csv", string.Concat(Lines().Select((cells, i) =>
        i == 0 ? $"{string.Join(',', cells)}\n" : $"{cells[0]},0.{cells[1].PadLeft(3, '0')},{cells[2]},{cells[3]}\n")));

    [Fact]
    public async Task Drift_TheTrainingFileInAnotherOrder_IsKeptWithoutAnyDifference()
    {
        string shuffled = Folder.Write("shuffled.csv", Customers.Shuffled(Customers.ThreeGroups()));

        Invocation invocation = await Invocation.RunAsync("drift", Model, shuffled, "--fail-on", "watch", "--json");

        JsonObject drift = JsonNode.Parse(invocation.Output)!.AsObject();
        Assert.Equal((0, "", "keep"), (invocation.ExitCode, invocation.Error, (string?)drift["verdict"]));
        Assert.Single(drift["reasons"]!.AsArray());
        Assert.Equal(0, (double)drift["shares"]!["moved"]!);
        Assert.All(
            drift["segments"]!.AsArray().SelectMany(segment => segment!["shifts"]!.AsArray()), shift => Assert.Equal(0, (double)shift!["deviations"]!));
    }

    [Theory]
    [InlineData("never", 0)]
    [InlineData("watch", 3)]
    [InlineData("refit", 3)]
    public async Task Drift_AnotherUnit_SaysSoAndEndsAsTold(string failOn, int exitCode)
    {
        Invocation invocation = await Invocation.RunAsync("drift", Model, OtherUnit, "--fail-on", failOn);

        Assert.Equal((exitCode, ""), (invocation.ExitCode, invocation.Error));
        Assert.StartsWith(
            "Verdict: refit.\n- Income is about 1,000 times smaller than in training: another unit? Its mean is 0.0588, in training 58.8. ",
            invocation.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_MissingValues_AreWatchedAndNoReasonToRefit()
    {
        string few = Folder.Write("few.csv", string.Concat(Enumerable.Range(0, 4).SelectMany(copy => Lines().Skip(copy == 0 ? 0 : 1).Select((cells, i) =>
            (copy > 0 || i > 0) && i % 8 == 1 ? $"{cells[0]},,{cells[2]},{cells[3]}\n" : $"{string.Join(',', cells)}\n"))));

        Invocation refit = await Invocation.RunAsync("drift", Model, few, "--fail-on", "refit");

        Assert.Equal(0, refit.ExitCode);
        Assert.Contains("lack a feature and count for the missing values only.\n", refit.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_Json_IsOneDocumentWithTheVerdictFirst()
    {
        Invocation invocation = await Invocation.RunAsync("drift", Model, OtherUnit, "--json", "--fail-on", "refit");

        JsonObject drift = JsonNode.Parse(invocation.Output)!.AsObject();
        Assert.Equal(3, invocation.ExitCode);
        Assert.Equal(
            [
                "verdict", "model", "data", "reasons", "notes", "falseAlarmRate", "rows", "customers", "trainingCustomers", "features", "shares",
                "segments", "unlike", "missing", "levels",
            ],
            drift.Select(property => property.Key));
        Assert.Equal(0.001, (double)drift["features"]![0]!["unitFactor"]!);
    }

    [Fact]
    public async Task Drift_AModelOfTheFirstVersion_SaysWhatToDo()
    {
        string old = await ModelOfTheFirstVersionAsync();

        Invocation invocation = await Invocation.RunAsync("drift", old, Data);

        Assert.Equal(
            new Invocation(
                1,
                "",
                $"segment: {old}: the model has no training statistics to compare with: it was written before they were kept, or by a stream that began from given centroids. "
                + $"Make it again from its training customers with 'segment run' or 'segment stream'.{Environment.NewLine}"),
            invocation);
    }

    [Theory]
    [InlineData("Id,Incom,Spending\n1,2,3\n", "NEW: the model needs a column that the file has not: 'Income' (did you mean 'Incom'?). Columns: Id, Incom, Spending.")]
    [InlineData("Id,Income,Spending\n", "NEW: the file has a header but no rows.")]
    public async Task Drift_ADataFileThatCannotBe_IsOneLine(string text, string message)
    {
        string data = Folder.Write("new.csv", text);

        Invocation invocation = await Invocation.RunAsync("drift", Model, data);

        Assert.Equal(new Invocation(1, "", $"segment: {message.Replace("NEW", data, StringComparison.Ordinal)}{Environment.NewLine}"), invocation);
    }

    [Fact]
    public async Task Drift_AModelOfAStream_IsCompared()
    {
        await Invocation.RunAsync("stream", Data, "--features", "Income,Spending", "--k", "3", "--out", Folder.File("stream"));

        Invocation invocation = await Invocation.RunAsync("drift", Folder.File("stream/model.json"), Data, "--fail-on", "watch");

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.StartsWith("Verdict: keep.\n", invocation.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_Help_IsAsReviewed() => Snapshot.Match("drift-help.txt", (await Invocation.RunAsync("drift", "--help")).Output);

    [Fact]
    public async Task Drift_AnotherUnit_IsShownAsReviewed() =>
        Snapshot.Match("drift-unit.txt", (await Invocation.RunAsync("drift", Model, OtherUnit)).Output);

    private static IEnumerable<string[]> Lines() =>
        Customers.ThreeGroups().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','));
}
