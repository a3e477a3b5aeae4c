using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

public sealed class AudienceCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("customers.csv");

    private string Result => folder.File("out");

    private string Out => folder.File("audiences");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Audience_Result_PutsEveryCustomerIntoOneArmOfTheirSegment()
    {
        await RunAsync(Customers.ThreeGroups());

        Invocation invocation = await Invocation.RunAsync("audience", Result, "--out", Out);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Dictionary<string, string> segments = Rows(Path.Combine(Result, "segments.csv")).ToDictionary(row => row[0], row => row[1]);
        List<string> found = [];
        for (int segment = 1; segment <= 3; segment++)
        {
            string[][] rows = Rows(Path.Combine(Out, $"audience-0{segment}.csv"));
            Assert.All(rows, row => Assert.Equal($"{segment}", segments[row[0]]));
            Assert.Equal((10, 2), (rows.Count(row => row[1] == "treatment"), rows.Count(row => row[1] == "holdout")));
            found.AddRange(rows.Select(row => row[0]));
        }

        Assert.Equal(segments.Keys.Order(), found.Order());
        Assert.Equal(
            ["audience-01.csv", "audience-02.csv", "audience-03.csv", "key.csv", "manifest.json"],
            Directory.GetFiles(Out).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(0, (await Invocation.RunAsync("verify", Out)).ExitCode);
    }

    [Fact]
    public async Task Audience_RealNames_AreInTheKeyAlone()
    {
        await RunAsync(Customers.ThreeGroups());
        string[] names = [.. ResultJson.Of(Result, "summary.json")["segments"]!.AsArray().Select(segment => (string)segment!["name"]!)];

        await Invocation.RunAsync("audience", Result, "--out", Out);

        CustomerTable key = CustomerTable.Load(Path.Combine(Out, "key.csv"));
        Assert.Equal(names, Enumerable.Range(0, 3).Select(row => key["name"].TextAt(row)));
        Assert.Equal("Audience 02 holdout", key["holdoutAudience"].TextAt(1));
        Assert.All(Enumerable.Range(0, 3), row => Assert.Contains("Do not upload it.", key["note"].TextAt(row), StringComparison.Ordinal));
        string[] others = [.. Directory.GetFiles(Out).Where(file => !file.EndsWith("key.csv", StringComparison.Ordinal))];
        Assert.All(others, file => Assert.DoesNotContain(names, name => File.ReadAllText(file).Contains(name, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal("id,arm", File.ReadLines(Path.Combine(Out, "audience-01.csv")).First());
    }

    [Fact]
    public async Task Audience_ShuffledFileAndSameSeed_GivesEveryCustomerTheSameArm()
    {
        await RunAsync(Customers.ThreeGroups());
        await Invocation.RunAsync("audience", Result, "--out", Out);
        string[] before = Arms();
        await RunAsync(Customers.Shuffled(Customers.ThreeGroups()));

        Invocation again = await Invocation.RunAsync("audience", Result, "--out", Out);

        Assert.Equal((0, ""), (again.ExitCode, again.Error));
        Assert.Equal(before, Arms());
        await Invocation.RunAsync("audience", Result, "--seed", "7", "--out", Out);
        Assert.NotEqual(before, Arms());
    }

    [Fact]
    public async Task Audience_SomeSegments_WritesTheseAndRemovesItsOtherFilesOnly()
    {
        await RunAsync(Customers.ThreeGroups());
        await Invocation.RunAsync("audience", Result, "--out", Out);
        File.WriteAllText(Path.Combine(Out, "mine.txt"), "mine");

        Invocation invocation = await Invocation.RunAsync("audience", Result, "--segments", "1,3", "--holdout", "0.5", "--out", Out);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Equal(
            ["audience-01.csv", "audience-03.csv", "key.csv", "manifest.json", "mine.txt"],
            Directory.GetFiles(Out).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(6, Rows(Path.Combine(Out, "audience-03.csv")).Count(row => row[1] == "holdout"));
    }

    [Fact]
    public async Task Audience_Json_IsOneDocumentWithTheExperiments()
    {
        await RunAsync(Customers.ThreeGroups());

        Invocation invocation = await Invocation.RunAsync(
            "audience", Result, "--data", Data, "--value", "Spending", "--value-effect", "20", "--baseline-rate", "0.2", "--out", Out, "--json");

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        JsonNode document = JsonNode.Parse(invocation.Output)!;
        JsonNode audience = document["audiences"]![0]!;
        Assert.Equal(("Id", "exact", 42), ((string)document["id"]!, (string)document["split"]!, (int)document["seed"]!));
        Assert.Equal(("Audience 01", "audience-01.csv"), ((string)audience["audience"]!, (string)audience["file"]!));
        Holdout expected = new HoldoutDesign { BaselineRate = 0.2 }.For(12);
        Assert.Equal(expected.Describe(), (string)audience["experiment"]!["sentence"]!);
        Assert.Equal(expected.NeededCustomers, (long)audience["experiment"]!["neededCustomers"]!);

        // The spendings of a group are 12 whole numbers in a row, each once: their variance is 12 x 13 / 12 = 13.
        Assert.Equal(
            new HoldoutDesign { BaselineRate = 0.2 }.ForMean(12, 2, Math.Sqrt(13), 20).SmallestEffect!.Value,
            (double)audience["valueExperiment"]!["smallestEffect"]!, 1e-9);
    }

    [Fact]
    public async Task Audience_ValueThatDoesNotDiffer_SaysThatThereIsNothingToCompare()
    {
        await RunAsync(Customers.ThreeGroups());
        string values = folder.Write("values.csv", "Id,Value\n" + string.Concat(Enumerable.Range(1, 36).Select(id => $"{id:0000},7\n")));

        Invocation invocation = await Invocation.RunAsync(
            "audience", Result, "--data", values, "--value", "Value", "--value-effect", "1", "--segments", "3", "--out", Out);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Contains("\nAudience 03 by Value: fewer than 2 different values are known of these customers.\n", invocation.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audience_NoIds_TakesTheRowsAndWarns()
    {
        await RunAsync("Income,Spending\n" + string.Join('\n', Customers.ThreeGroups().TrimEnd('\n').Split('\n').Skip(1)
            .Select(line => string.Join(',', line.Split(',')[1..3]))));

        Invocation invocation = await Invocation.RunAsync("audience", Result, "--out", Out);

        Assert.Equal(0, invocation.ExitCode);
        Assert.Equal(
            "segment: warning: the result has no ids: the customers are known by the number of their row, which no platform knows and which "
            + "changes with the file. Run 'segment run' again with --id COLUMN.\n",
            invocation.Error);
        Assert.Equal(36, Arms().Length);
        Assert.Equal(
            $"segment: --value needs ids to find customers by: run 'segment run' again with --id COLUMN.{Environment.NewLine}",
            (await Invocation.RunAsync("audience", Result, "--data", Data, "--value", "Income", "--value-effect", "1", "--out", Out)).Error);
    }

    [Fact]
    public async Task Audience_IdThatASpreadsheetWouldRun_StaysEscaped()
    {
        await RunAsync(Customers.ThreeGroups().Replace("\n0005,", "\n=1+1,", StringComparison.Ordinal));

        await Invocation.RunAsync("audience", Result, "--out", Out);

        Assert.Single(Arms(), row => row.StartsWith("'=1+1,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Audience_RowThatLacksAFeature_IsCountedAndInNoAudience()
    {
        await RunAsync(Customers.ThreeGroups().Replace("\n0005,51,", "\n0005,,", StringComparison.Ordinal));

        Invocation invocation = await Invocation.RunAsync("audience", Result, "--out", Out, "--json");

        Assert.Equal(1, (int)JsonNode.Parse(invocation.Output)!["unassigned"]!);
        Assert.Equal("segment: warning: in no audience for want of a feature: 1 customer in no segment.\n", invocation.Error);
        Assert.Equal(35, Arms().Length);
    }

    [Fact]
    public async Task Audience_ValuesOfAFileThatNeedsOptions_AreReadAsForTheRun()
    {
        // Whole numbers and a quarter, 3 apart within a group: "1,250" alone may be a thousand. The variance of 12 of them is 9 x 13.
        string[] lines = Customers.ThreeGroups().TrimEnd('\n').Split('\n');
        string customers = string.Join('\n', lines.Select((line, i) =>
            line.Replace(',', ';') + (i == 0 ? ";Balance" : i == 3 ? ";unknown" : $";{i},250")));
        string file = folder.Write("customers.csv", customers + "\n");
        Invocation run = await Invocation.RunAsync(
            "run", file, "--features", "Income,Spending", "--k", "3", "--max-k", "3", "--restarts", "1", "--decimal", "comma", "--stray-text", "missing", "--out", Result);
        Assert.Equal(0, run.ExitCode);

        Invocation invocation = await Invocation.RunAsync(
            "audience", Result, "--data", file, "--value", "Balance", "--value-effect", "20", "--out", Out, "--json");

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        double expected = new HoldoutDesign().ForMean(12, 2, Math.Sqrt(117), 20).SmallestEffect!.Value;
        Assert.Equal(2, JsonNode.Parse(invocation.Output)!["audiences"]!.AsArray()
            .Count(audience => Math.Abs((double)audience!["valueExperiment"]!["smallestEffect"]! - expected) < 1e-9));
    }

    [Fact]
    public async Task Audience_ChangedResult_IsRefused()
    {
        await RunAsync(Customers.ThreeGroups());
        await File.AppendAllTextAsync(Path.Combine(Result, "segments.csv"), "x,1,y\n", TestContext.Current.CancellationToken);

        Invocation invocation = await Invocation.RunAsync("audience", Result, "--out", Out);

        Assert.Equal(
            new Invocation(1, "", $"segment: {Result} is not a whole result: segments.csv is changed. Run 'segment run' again.{Environment.NewLine}"),
            invocation);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public async Task Audience_IntoTheResultItself_IsRefusedAndTheResultStays()
    {
        await RunAsync(Customers.ThreeGroups());

        Invocation invocation = await Invocation.RunAsync("audience", Result, "--out", Result);

        Assert.Equal(
            new Invocation(
                1, "", $"segment: {Result} holds the result of 'segment run', which audiences would replace: choose another folder.{Environment.NewLine}"),
            invocation);
        Assert.Equal(0, (await Invocation.RunAsync("verify", Result)).ExitCode);
    }

    [Fact]
    public async Task Audience_FolderOfAudiences_IsNotAResult()
    {
        await RunAsync(Customers.ThreeGroups());
        await Invocation.RunAsync("audience", Result, "--out", Out);

        Invocation invocation = await Invocation.RunAsync("audience", Out, "--out", folder.File("more"));

        Assert.Equal(
            $"segment: {Out} has no segments.csv: it is not a folder that 'segment run' wrote.{Environment.NewLine}", invocation.Error);
    }

    [Fact]
    public async Task Audience_IdTwice_NamesTheLine()
    {
        using (ResultFolder written = ResultFolder.Open(Result, ["segments.csv"]))
        {
            written.WriteText("segments.csv", writer => writer.Write("Id,segment,name\nA,1,x\nB,2,y\nA,2,y\n"), TestContext.Current.CancellationToken);
            written.Commit(new JsonObject { ["command"] = "stream", ["id"] = "Id" }, TestContext.Current.CancellationToken);
        }

        Invocation invocation = await Invocation.RunAsync("audience", Result, "--out", Out);

        Assert.Equal(
            $"segment: {Path.Combine(Result, "segments.csv")}(4): Id A is there twice, but a customer can be in one arm only. "
            + $"Make segments of a file with one row for each customer.{Environment.NewLine}",
            invocation.Error);
    }

    [Theory]
    [InlineData("--segments", "9", "has no segment 9. Segments: 1, 2, 3.")]
    [InlineData("--segments", "1,x", "--segments should be numbers of segments such as 1,3, but one is 'x'.")]
    [InlineData("--holdout", "1", "--holdout should be a number from 0.001 to 0.999, but is '1'.")]
    [InlineData("--split", "even", "--split should be exact or stable, but is 'even'.")]
    [InlineData("--value", "Spending", "--data, --value and --value-effect belong together: give all three or none.")]
    public async Task Audience_WrongOption_SaysWhatWouldBeRight(string option, string value, string expected)
    {
        await RunAsync(Customers.ThreeGroups());

        Invocation invocation = await Invocation.RunAsync("audience", Result, option, value, "--out", Out);

        Assert.Equal(1, invocation.ExitCode);
        Assert.Contains(expected, invocation.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public async Task Audience_Stable_KeepsEveryArmWhenTheListGrows()
    {
        await RunAsync(Customers.ThreeGroups());
        await Invocation.RunAsync("audience", Result, "--split", "stable", "--holdout", "0.4", "--out", Out);
        string[] before = Arms();
        await RunAsync(Customers.ThreeGroups() + "N1,21,75,North\nN2,22,71,North\nN3,60,45,South\n");

        await Invocation.RunAsync("audience", Result, "--split", "stable", "--holdout", "0.4", "--out", Out);

        Assert.Empty(before.Except(Arms()));
        Assert.Equal(39, Arms().Length);
    }

    [Fact]
    public async Task Audience_RealProcess_ShowsATableAndSentences()
    {
        Bash.SkipUnlessLinux();
        await RunAsync(Customers.ThreeGroups());

        Invocation invocation = await Bash.RunAsync($"segment audience '{Result}' --segments 2 --out '{Out}'");

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Snapshot.Match("audience.txt", invocation.Output.Replace(folder.Path, "FOLDER", StringComparison.Ordinal));
    }

    private async Task RunAsync(string customers)
    {
        folder.Write("customers.csv", customers);
        Invocation invocation = await Invocation.RunAsync("run", Data, "--features", "Income,Spending", "--k", "3", "--max-k", "3", "--restarts", "1", "--out", Result);
        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
    }

    /// <summary>"id,arm" of every audience, by id.</summary>
    private string[] Arms() =>
        [.. Directory.GetFiles(Out, "audience-*.csv").SelectMany(file => File.ReadLines(file).Skip(1)).Order(StringComparer.Ordinal)];

    private static string[][] Rows(string file) => [.. File.ReadLines(file).Skip(1).Select(line => line.Split(','))];
}
