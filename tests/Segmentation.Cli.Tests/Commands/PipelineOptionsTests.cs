using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>What each option of run changes, and that the manifest records it.</summary>
public sealed class PipelineOptionsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Out => folder.File("out");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("none", 0, 1)]
    [InlineData("minmax", 20, 60)]
    [InlineData("robust", 30, 30)]   // quartiles of 20 20 40 80 by R7: 20, 30, 50
    public async Task Scale_IsAppliedAndRecorded(string scale, double center, double divisor)
    {
        await RunAsync("Id,X\n1,20\n2,20\n3,40\n4,80\n", "--features", "X", "--k", "2", "--scale", scale);

        JsonNode feature = ResultJson.Of(Out, "model.json")["features"]![0]!;
        Assert.Equal((center, divisor), (feature["center"]!.GetValue<double>(), feature["scale"]!.GetValue<double>()));
        Assert.Equal(scale, ResultJson.Options(Out)["scale"]!.GetValue<string>());
    }

    [Fact]
    public async Task Scale_NotGiven_IsByThePopulationDeviation()
    {
        await RunAsync("Id,X\n1,20\n2,20\n3,40\n4,80\n", "--features", "X", "--k", "2");

        JsonNode feature = ResultJson.Of(Out, "model.json")["features"]![0]!;
        Assert.Equal(40, feature["center"]!.GetValue<double>());
        Assert.Equal(Math.Sqrt(600), feature["scale"]!.GetValue<double>(), 1e-12);   // rounding of one root
        Assert.Equal("standard", ResultJson.Options(Out)["scale"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("drop", 3, null)]
    [InlineData("median", 4, 30.0)]
    [InlineData("mean", 4, 40.0)]
    public async Task Missing_DropsOrFillsAndIsRecorded(string missing, int clustered, double? fill)
    {
        await RunAsync("Id,X\n1,20\n2,30\n3,70\n4,\n", "--features", "X", "--k", "2", "--missing", missing);

        Assert.Equal(clustered, ResultJson.Of(Out, "summary.json")["clusteredRows"]!.GetValue<int>());
        Assert.Equal(fill, ResultJson.Of(Out, "model.json")["features"]![0]!["fillValue"]?.GetValue<double>());
        Assert.Equal(missing, ResultJson.Options(Out)["missing"]!.GetValue<string>());
    }

    [Fact]
    public async Task Missing_DroppedRows_AreTheWarningThatIsShown()
    {
        Invocation invocation = await RunAsync(
            Customers.ThreeGroups().Replace("\n0005,51,", "\n0005,,", StringComparison.Ordinal), "--k", "3");

        Assert.Contains("\nMind: 1 of 36 customers is in no segment, for it lacks Income: Id 0005.", invocation.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manifest_NothingGiven_HasEveryOptionAsResolved()
    {
        await RunAsync(Customers.ThreeGroups());

        Assert.Equal(
            $$"""
            {"command":"run","data":"{{folder.File("customers.csv")}}","dateOrder":"found","dateFormat":null,"decimal":"found","strayText":"refuse","missingText":null,"reasons":false,"playbook":null,"assumptions":null,"spendAll":false,"features":["Income","Spending"],"scale":"standard","missing":"drop","constantFeatures":"exclude","weights":{"Income":1,"Spending":1},"names":{},"id":"Id","k":3,"maxK":10,"minSize":1,"stabilitySamples":100,"outcome":null,"value":null,"valueBefore":null,"budget":null,"seed":42,"restarts":10,"swaps":100,"maxIterations":300,"tolerance":0,"maxLeaves":6,"minSaving":0.01,"threads":{{Environment.ProcessorCount}},"baselineRate":null,"effect":0.05,"holdout":0.2}
            """,
            ResultJson.Options(Out).ToJsonString());
    }

    [Fact]
    public async Task Manifest_EverythingGiven_HasItAll()
    {
        await RunAsync(
            Customers.ThreeGroups(), "--features", "Spending,Income", "--scale", "robust", "--missing", "mean", "--k", "4",
            "--max-k", "6", "--min-size", "20", "--seed", "-7", "--restarts", "3", "--threads", "2", "--id", "Town", "--date-order", "day",
            "--date-format", "dd.MM.yy", "--stray-text", "missing", "--missing-text", "none,\"a, b\"", "--decimal", "point",
            "--holdout", "0.5", "--baseline-rate", "0.3", "--effect", "0.1", "--stability-samples", "20", "--value", "Spending",
            "--budget", "500", "--spend-all");

        Assert.Equal(
            $$"""
            {"command":"run","data":"{{folder.File("customers.csv")}}","dateOrder":"day","dateFormat":"dd.MM.yy","decimal":"point","strayText":"missing","missingText":["none","a, b"],"reasons":false,"playbook":null,"assumptions":null,"spendAll":true,"features":["Spending","Income"],"scale":"robust","missing":"mean","constantFeatures":"refuse","weights":{"Spending":1,"Income":1},"names":{},"id":"Town","k":4,"maxK":6,"minSize":20,"stabilitySamples":20,"outcome":null,"value":"Spending","valueBefore":null,"budget":500,"seed":-7,"restarts":3,"swaps":100,"maxIterations":300,"tolerance":0,"maxLeaves":8,"minSaving":0.01,"threads":2,"baselineRate":0.3,"effect":0.1,"holdout":0.5}
            """,
            ResultJson.Options(Out).ToJsonString());
        Assert.Equal(-7, ResultJson.Of(Out, "model.json")["seed"]!.GetValue<int>());
    }

    [Fact]
    public async Task MaxK_LimitsWhatIsTried()
    {
        string file = folder.Write("customers.csv", Customers.ThreeGroups());

        Invocation invocation = await Invocation.RunAsync("run", file, "--max-k", "2", "--out", Out);

        // Three groups are not two; three were not tried.
        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Equal(2, ResultJson.Of(Out, "summary.json")["bestCandidate"]!["k"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("day", "2024-04-03")]
    [InlineData("month", "2024-03-04")]
    public async Task DateOrder_TellsTheDayFromTheMonth(string order, string earliest)
    {
        string file = folder.Write("dates.csv", "Id,Age,Since\n1,20,03/04/2024\n2,30,05/06/2024\n3,50,07/08/2024\n");

        Invocation invocation = await Invocation.RunAsync("describe", file, "--date-order", order, "--json");

        Assert.Equal(0, invocation.ExitCode);
        Assert.StartsWith(
            earliest, JsonNode.Parse(invocation.Output)!["columns"]![2]!["earliest"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DateFormat_TellsTheCenturyOfTwoDigits()
    {
        string file = folder.Write("dates.csv", "Id,Age,Since\n1,20,03/04/24\n2,30,05/06/24\n3,50,07/08/24\n");

        Invocation invocation = await Invocation.RunAsync("describe", file, "--date-format", "dd/MM/yy", "--json");

        Assert.StartsWith(
            "2024-04-03", JsonNode.Parse(invocation.Output)!["columns"]![2]!["earliest"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DateFormat_Empty_IsRefused()
    {
        Invocation invocation = await Invocation.RunAsync("describe", "any.csv", "--date-format", " ");

        Assert.Equal(1, invocation.ExitCode);
        Assert.Contains("--date-format should be a format such as dd.MM.yy, but is empty.", invocation.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unknown", "--stray-text", "missing")]
    [InlineData("none", "--missing-text", "none")]
    public async Task TextThatMeansMissing_LeavesTheColumnUsable(string text, string option, string value)
    {
        await RunAsync(
            Customers.ThreeGroups().Replace("\n0005,51,", $"\n0005,{text},", StringComparison.Ordinal),
            "--features", "Income", option, value);

        Assert.Equal(35, ResultJson.Of(Out, "summary.json")["clusteredRows"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("comma", "1,000", "2,000", 1.5)]
    [InlineData("comma", "1,0", "2", 1.5)]
    [InlineData("point", "1.000", "2.000", 1.5)]
    public async Task Decimal_TellsASignThatCouldGroupThousands(string sign, string first, string second, double mean)
    {
        string file = folder.Write("numbers.csv", $"Id;Spend\n1;{first}\n2;{second}\n");

        Invocation invocation = await Invocation.RunAsync("describe", file, "--decimal", sign, "--json");

        JsonNode column = JsonNode.Parse(invocation.Output)!["columns"]![1]!;
        Assert.Equal(("numeric", mean), (column["kind"]!.GetValue<string>(), column["mean"]!.GetValue<double>()));
    }

    [Fact]
    public async Task Features_NotGiven_AreTheNumbersThatAreNotIdsAndItSaysSo()
    {
        Invocation invocation = await RunAsync(Customers.ThreeGroups());

        Assert.StartsWith(
            """
            Rows: all 36 are used.
            Compared by Income and Spending: the numeric columns that are not ids. Choose with --features.
            Not compared by the category Town (2 values); --encode "Town=onehot" would take it in.


            """,
            invocation.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Encode_AsTheFirstLinesSay_TakesTheCategoryIn()
    {
        Invocation invocation = await RunAsync(Customers.ThreeGroups(), "--encode", "Town=onehot", "--k", "3");

        Assert.StartsWith(
            "Rows: all 36 are used.\nCompared by Income, Spending and Town: the numeric columns that are not ids, and those with an encoding.",
            invocation.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_ManyOfThem_AreFiveLinesAndACount()
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(row => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{(row == 7 ? "" : Math.Exp(row * 7919 % 97 / 20.0))},{Math.Exp(row * 104_729 % 89 / 20.0)},{row * 131 % 211},{2 * (row * 131 % 211)},{row % 2},{row * 31 % 7}\n")));

        Invocation invocation = await RunAsync("a,b,c,d,e,f\n" + rows, "--k", "20");

        string[] lines = invocation.Output.Split('\n');
        Assert.Equal(5, lines.Count(line => line.StartsWith("Mind: ", StringComparison.Ordinal)));
        Assert.Matches(@"^\(\d+ more in the report\.\)$", lines[Array.FindLastIndex(lines, line => line.StartsWith("Mind: ", StringComparison.Ordinal)) + 1]);
    }

    [Fact]
    public async Task Features_Given_AreNotExplained()
    {
        Invocation invocation = await RunAsync(Customers.ThreeGroups(), "--features", "Income");

        Assert.StartsWith("Rows: all 36 are used.\nCompared by Income, as asked.\n\n", invocation.Output, StringComparison.Ordinal);
    }

    private async Task<Invocation> RunAsync(string csv, params string[] options)
    {
        string file = folder.Write("customers.csv", csv);
        Invocation invocation = await Invocation.RunAsync(["run", file, "--out", Out, .. options]);
        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        return invocation;
    }
}
