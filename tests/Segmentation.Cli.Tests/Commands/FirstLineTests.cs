using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>Every command that expects customers says first when the rows are none.</summary>
public sealed class FirstLineTests : IDisposable
{
    private const string Line = "120 rows of 30 customers: these look like transactions, for 'CustomerID' repeats. Sum them up to one row a customer first; as they are, every row counts as a customer.\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("describe")]
    [InlineData("audit")]
    [InlineData("choose-k", "--max-k", "3")]
    public async Task Command_Transactions_SaysSoFirst(params string[] arguments)
    {
        Invocation invocation = await Invocation.RunAsync([arguments[0], Lines(), .. arguments[1..]]);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.StartsWith(Line, invocation.Output, StringComparison.Ordinal);
        Assert.Equal(1, Count(invocation.Output));
    }

    [Fact]
    public async Task RunScoreStreamRefitAndDrift_Transactions_SaySoFirst()
    {
        string file = Lines();
        string model = folder.File("out/model.json");

        Invocation run = await Invocation.RunAsync("run", file, "--k", "2", "--max-k", "2", "--restarts", "1", "--stability-samples", "0", "--out", folder.File("out"));
        Invocation drift = await Invocation.RunAsync("drift", model, file);
        Invocation score = await Invocation.RunAsync("score", model, file, "--out", folder.File("scored.csv"));
        Invocation refit = await Invocation.RunAsync("refit", model, file, "--out", folder.File("new.json"));
        Invocation stream = await Invocation.RunAsync("stream", file, "--features", "Amount,Items", "--k", "2", "--out", folder.File("streamed"));

        Assert.StartsWith(Line, run.Output, StringComparison.Ordinal);
        Assert.StartsWith(Line, drift.Output, StringComparison.Ordinal);
        Assert.StartsWith(Line, refit.Error, StringComparison.Ordinal);
        Assert.StartsWith("120 rows are of 30 customers: these look like transactions", score.Error, StringComparison.Ordinal);
        Assert.StartsWith("120 rows are of 30 customers: these look like transactions", stream.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_Transactions_AreAFinding()
    {
        Invocation describe = await Invocation.RunAsync("describe", Lines(), "--json");
        Invocation audit = await Invocation.RunAsync("audit", Lines(), "--json");

        JsonNode finding = JsonNode.Parse(describe.Output)!["findings"]![0]!;
        Assert.Equal(("transactions", 90), (finding["kind"]!.GetValue<string>(), finding["count"]!.GetValue<int>()));
        Assert.Equal("transactions", JsonNode.Parse(audit.Output)!["findings"]![0]!["kind"]!.GetValue<string>());
    }

    [Fact]
    public async Task Describe_Customers_BeginsWithTheFile()
    {
        string file = folder.Write("customers.csv", Customers.ThreeGroups());

        Assert.StartsWith(file, (await Invocation.RunAsync("describe", file)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--missing-text=\"-1\"")]
    [InlineData("--missing-text=-1")]
    public async Task Describe_MinusOneAsMissing_IsReadAsTheFindingSays(string option)
    {
        string rows = string.Concat(Enumerable.Range(1, 60).Select(i => $"{i},{(i < 5 ? -1 : i % 40)}\n"));
        string file = folder.Write("visits.csv", "Id,Visits\n" + rows);

        Invocation before = await Invocation.RunAsync("describe", file);
        Invocation after = await Invocation.RunAsync("describe", file, option.Replace("\"", "", StringComparison.Ordinal));

        Assert.Contains("Take it as missing (--missing-text=\"-1\")", before.Output, StringComparison.Ordinal);
        Assert.Contains("'Visits' is missing in 4 of 60 rows", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_DatesWrittenTogether_AreDatesWithTheFormatThatTheFindingNames()
    {
        string rows = string.Concat(Enumerable.Range(1, 60).Select(i => $"{i},{new DateTime(2024, 1, 1).AddDays(i):yyyyMMdd}\n"));
        string file = folder.Write("signups.csv", "Id,Signup\n" + rows);

        Invocation before = await Invocation.RunAsync("describe", file);
        Invocation after = await Invocation.RunAsync("describe", file, "--date-format", "yyyyMMdd");

        Assert.Contains("--date-format yyyyMMdd", before.Output, StringComparison.Ordinal);
        Assert.Contains("2024-01-02", after.Output, StringComparison.Ordinal);
    }

    private static int Count(string output) => output.Split("look like transactions").Length - 1;

    private string Lines() => folder.Write(
        "lines.csv", "CustomerID,Amount,Items\n" + string.Concat(Enumerable.Range(0, 120).Select(i => $"{i % 30},{(i * i % 37) + (i % 2 * 100)},{i * 7 % 23}\n")));
}
