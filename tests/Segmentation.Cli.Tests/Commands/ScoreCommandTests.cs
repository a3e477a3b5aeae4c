using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

public sealed class ScoreCommandTests : SavedModelTests
{
    private string Scored => Folder.File("scored.csv");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Score_TheTrainingFileInAnyOrder_GivesTheSegmentsOfTheRun(bool shuffled)
    {
        string data = shuffled ? Folder.Write("shuffled.csv", Customers.Shuffled(Customers.ThreeGroups())) : Data;

        Invocation invocation = await ScoreAsync(data);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Output));
        Assert.StartsWith($"{Scored}: 36 of 36 customers have a segment.\n", invocation.Error, StringComparison.Ordinal);
        string[] expected = await LinesAsync(Folder.File("out/segments.csv"));
        string[] scored = [.. (await LinesAsync(Scored)).Select(line => string.Join(',', CsvCells(line)[..3]))];
        Assert.Equal("Id,segment,name,distance,margin,unlike_training,reason", (await LinesAsync(Scored))[0]);
        Assert.Equal(
            expected.Skip(1).Select(line => string.Join(',', CsvCells(line))).Order(StringComparer.Ordinal),
            scored.Skip(1).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Score_LevelThatTrainingDidNotHave_IsNamedWithItsCustomers()
    {
        string rows = string.Concat(Enumerable.Range(1, 60).Select(i => $"{i},{i % 3 * 30},{(i % 2 == 0 ? "North" : "South")}\n"));
        await Invocation.RunAsync(
            "run", Folder.Write("towns.csv", "Id,Income,Town\n" + rows), "--features", "Income,Town", "--k", "2", "--max-k", "2", "--out", Folder.File("towns"));
        string later = Folder.Write("later.csv", "Id,Income,Town\n1,30,West\n2,60,North\n3,60,West\n");

        Invocation invocation = await Invocation.RunAsync("score", Folder.File(Path.Combine("towns", "model.json")), later, "--out", Scored);

        Assert.Equal(0, invocation.ExitCode);
        Assert.Contains(
            "warning: 'West' of 'Town' (2 customers) was not in the training data and counts as none of the values that were.", invocation.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_Json_IsTheSummary()
    {
        string data = Folder.Write("new.csv", "Id,Income,Spending\n1,25,75\n2,,75\n3,95,15\n4,5000,15\n5,many,15\n");

        Invocation invocation = await Invocation.RunAsync("score", Model, data, "--out", Scored, "--json");

        JsonObject summary = JsonNode.Parse(invocation.Output)!.AsObject();
        Assert.Equal(
            ["model", "file", "rows", "scored", "segments", "unlikeTraining", "unlikeTrainingShare", "notScored", "reasons", "unseenLevels", "doubt"],
            summary.Select(property => property.Key));
        Assert.Equal((5, 3, 2, 1), (summary["rows"]!.GetValue<int>(), summary["scored"]!.GetValue<int>(), summary["notScored"]!.GetValue<int>(), summary["unlikeTraining"]!.GetValue<int>()));
        Assert.Equal(3, summary["segments"]!.AsArray().Sum(segment => segment!["customers"]!.GetValue<int>()));
        Assert.Equal(
            """[{"reason":"Income is missing","rows":1},{"reason":"Income is not a number","rows":1}]""", summary["reasons"]!.ToJsonString());
    }

    [Fact]
    public async Task Score_RowsWithoutASegment_AreWarnedOf()
    {
        string data = Folder.Write("new.csv", "Id,Income,Spending\n1,25,75\n2,,75\n");

        Invocation invocation = await ScoreAsync(data);

        Assert.Contains("segment: warning: 1 of 2 customers has no segment: Income is missing (1).\n", invocation.Error, StringComparison.Ordinal);
        Assert.Equal("2,,,,,,Income is missing", (await LinesAsync(Scored))[2]);
    }

    [Fact]
    public async Task Score_OneOfEach_IsSpokenOfInTheSingular()
    {
        string model = Folder.File("towns/model.json");
        string rows = string.Concat(Enumerable.Range(1, 60).Select(i => $"{i},{i % 3 * 30},{i % 5},{i % 4},{i % 6},{(i % 2 == 0 ? "North" : "South")}\n"));
        await Invocation.RunAsync(
            "run", Folder.Write("towns.csv", "Id,A,B,C,D,Town\n" + rows), "--features", "A,B,C,D,Town", "--k", "2", "--max-k", "2", "--out", Folder.File("towns"));
        string later = Folder.Write("later.csv", "Id,A,B,C,D,Town\n1,9000,1,1,1,North\n2,,,,,West\n3,,,,,East\n4,,,,,Up\n5,,,,,Down\n");

        Invocation invocation = await Invocation.RunAsync("score", model, later, "--out", Scored);

        Assert.Contains($"{Scored}: 1 of 5 customers has a segment.", invocation.Error, StringComparison.Ordinal);
        Assert.Contains(" and 1 more reason.", invocation.Error, StringComparison.Ordinal);
        Assert.Contains("warning: 1 more value was not in the training data.", invocation.Error, StringComparison.Ordinal);
        Assert.Contains("1 of 1 customer is unlike the training customers (100%)", invocation.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_ManyUnlikeTheTrainingCustomers_IsAWarning()
    {
        string data = Folder.Write("new.csv", "Id,Income,Spending\n1,2500,75\n2,5000,75\n3,20,70\n");

        Invocation invocation = await ScoreAsync(data);

        Assert.Contains("segment: warning: 2 of 3 customers are unlike the training customers (66.7%); 1% is usual.\n", invocation.Error, StringComparison.Ordinal);
        Assert.All((await LinesAsync(Scored))[1..3], line => Assert.EndsWith(",yes,", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Score_AModelOfTheFirstVersion_SaysWhatItCannotTell()
    {
        string old = await ModelOfTheFirstVersionAsync();

        Invocation invocation = await Invocation.RunAsync("score", old, Data, "--out", Scored);

        Assert.Equal(0, invocation.ExitCode);
        Assert.Contains(
            "segment: warning: the model has no training statistics, so that nobody can be told from the training customers; run it again to have them.\n",
            invocation.Error,
            StringComparison.Ordinal);
        Assert.All((await LinesAsync(Scored)).Skip(1), line => Assert.EndsWith(",,", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Score_AModelOfAStream_Works()
    {
        await Invocation.RunAsync("stream", Data, "--features", "Income,Spending", "--k", "3", "--out", Folder.File("stream"));

        Invocation invocation = await Invocation.RunAsync("score", Folder.File("stream/model.json"), Data, "--out", Scored);

        Assert.Equal(0, invocation.ExitCode);
        Assert.Contains("0001,", (await LinesAsync(Scored))[1], StringComparison.Ordinal);
        Assert.All((await LinesAsync(Scored)).Skip(1), line => Assert.Matches(",(yes|no),$", line));
    }

    [Theory]
    [InlineData(
        "Id,Income,Spending\n1,\"12.000,50\",3\n2,\"13.000,50\",4\n",
        "NEW(2): column 'Income' should be a number but is '12.000,50'. Not one of 2 rows gets a segment, and nothing was written. Remove '.' between thousands from the numbers, and read them with --decimal comma.")]
    [InlineData(
        "Id,Income,Spending\n1,\"12,5\",3\n",
        "NEW(2): column 'Income' should be a number but is '12,5'. The only row gets no segment, and nothing was written. DecimalSeparator (--decimal comma) reads its comma as a decimal one.")]
    [InlineData(
        "Id,Income,Spending,Note\n1,,3,\"two\nlines\"\n2,5,,x\n",
        "NEW(2): Income is missing. Not one of 2 rows gets a segment, and nothing was written. A model that is made with --missing median fills missing cells.")]
    public async Task Score_NoRowWithASegment_IsAnErrorThatQuotesTheFirstCellAndLeavesTheOldFile(string text, string message)
    {
        string data = Folder.Write("new.csv", text);
        await File.WriteAllTextAsync(Scored, "old", TestContext.Current.CancellationToken);

        Invocation invocation = await ScoreAsync(data);

        Assert.Equal(new Invocation(1, "", $"segment: {message.Replace("NEW", data, StringComparison.Ordinal)}{Environment.NewLine}"), invocation);
        Assert.Equal("old", await File.ReadAllTextAsync(Scored, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Score_AHeaderWithoutRows_IsAnEmptyAnswer()
    {
        Invocation invocation = await ScoreAsync(Folder.Write("new.csv", "Id,Income,Spending\n"));

        Assert.Equal(0, invocation.ExitCode);
        Assert.Contains("0 of 0 customers have a segment.", invocation.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Id,Incom,Spending\n1,2,3\n", "NEW: the model needs a column that the file has not: 'Income' (did you mean 'Incom'?). Columns: Id, Incom, Spending.")]
    [InlineData("Id,Income,Spending\n1,\"2,3\n", "NEW(2): a quote opens here and is never closed.")]
    [InlineData("", "NEW: the file is empty; a header and rows are needed.")]
    public async Task Score_ADataFileThatCannotBe_IsOneLineAndLeavesTheOldFile(string text, string message)
    {
        string data = Folder.Write("new.csv", text);
        await File.WriteAllTextAsync(Scored, "old", TestContext.Current.CancellationToken);

        Invocation invocation = await ScoreAsync(data);

        Assert.Equal(new Invocation(1, "", $"segment: {message.Replace("NEW", data, StringComparison.Ordinal)}{Environment.NewLine}"), invocation);
        Assert.Equal("old", await File.ReadAllTextAsync(Scored, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Score_AFileThatIsNoModel_SaysSo()
    {
        Invocation invocation = await Invocation.RunAsync("score", Data, Data, "--out", Scored);

        Assert.Equal(1, invocation.ExitCode);
        Assert.StartsWith($"segment: {Data}: the model is damaged: ", invocation.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Scored));
    }

    [Fact]
    public async Task Score_Help_IsAsReviewed() => Snapshot.Match("score-help.txt", (await Invocation.RunAsync("score", "--help")).Output);

    private Task<Invocation> ScoreAsync(string data) => Invocation.RunAsync("score", Model, data, "--out", Scored);

    private static async Task<string[]> LinesAsync(string path) => await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);

    private static string[] CsvCells(string line) => [.. System.Text.RegularExpressions.Regex.Split(line, ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")];
}
