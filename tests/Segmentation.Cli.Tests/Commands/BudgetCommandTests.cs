using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

public sealed class BudgetCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string result;

    public BudgetCommandTests() => result = folder.File("out");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Budget_OfAResult_ShowsTheSpendingTheAssumptionsAndHowItMoves()
    {
        await RunAsync();

        Invocation invocation = await Invocation.RunAsync("budget", result, "--budget", "24");

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Snapshot.Match("budget.txt", invocation.Output);
    }

    [Fact]
    public async Task Budget_ResultWithValues_TakesTheMeasuredValuePerCustomer()
    {
        await RunAsync("--value", "Income");

        JsonObject plan = JsonNode.Parse((await Invocation.RunAsync("budget", result, "--budget", "10", "--json")).Output)!.AsObject();

        Assert.Equal([25.5, 55.5, 95.5], plan["segments"]!.AsArray().Select(segment => segment!["value"]!.GetValue<double>()).Order());
        Assert.All(plan["segments"]!.AsArray(), segment => Assert.Equal("measured", segment!["sources"]!["value"]!.GetValue<string>()));
        Assert.Equal(10, plan["spent"]!.GetValue<double>(), 1e-9);
        Assert.Equal(4 * 2 * 4, plan["scenarios"]!.AsArray().Count);
    }

    [Fact]
    public async Task Run_Budget_IsThePlanThatBudgetGives()
    {
        string assumptions = folder.Write("assumptions.csv", "segment,value,response\n*,80,0.1\n2,200,\n");
        await RunAsync("--budget", "50", "--assumptions", assumptions);

        Invocation anew = await Invocation.RunAsync("budget", result, "--budget", "50", "--assumptions", assumptions, "--json");

        Assert.True(JsonNode.DeepEquals(ResultJson.Of(result, "summary.json")["budget"], JsonNode.Parse(anew.Output)));
        Assert.Equal(4, (await File.ReadAllLinesAsync(Path.Combine(result, "budget.csv"), TestContext.Current.CancellationToken)).Length);
        Assert.Equal((50.0, assumptions), (ResultJson.Options(result)["budget"]!.GetValue<double>(), ResultJson.Options(result)["assumptions"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Budget_Offers_ChoosesAtMostOneForEachSegment()
    {
        await RunAsync();
        string offers = folder.Write("offers.csv", "segment,offer,cost,response,value\n*,letter,1,0.05,100\n2,call,3,0.2,100\n");
        string plan = folder.File("plan.csv");

        Invocation invocation = await Invocation.RunAsync("budget", result, "--budget", "60", "--offers", offers, "--out", plan);

        // Twelve customers each: letters cost 12 and bring 60, the call costs 36 and brings 240.
        Assert.Equal((0, $"{plan}: the plan.\n"), (invocation.ExitCode, invocation.Error));
        Assert.Contains("Spend 60 of 60 on offers to 3 of 3 segments: expected to bring 360, which leaves 300 after the spending.", invocation.Output, StringComparison.Ordinal);
        Assert.Equal(3, (await File.ReadAllLinesAsync(plan, TestContext.Current.CancellationToken)).Count(line => line.Contains(",yes,", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--budget should be a number from 0 to 1000000000000, but is '-5'.", "--budget", "-5")]
    [InlineData("--budget should be a number from 0 to 1000000000000, but is 'NaN'.", "--budget", "NaN")]
    [InlineData("--assumptions and --spend-all say how a budget is spent: give the budget too (--budget AMOUNT).", "--spend-all")]
    public async Task Run_WrongBudget_SaysWhatWouldBeRight(string message, params string[] arguments)
    {
        Invocation invocation = await RunAsync(arguments);

        Assert.Equal((1, $"segment: {message}\n"), (invocation.ExitCode, invocation.Error.Replace(" Try 'segment run --help'.", "", StringComparison.Ordinal)));
        Assert.False(Directory.Exists(result));
    }

    [Fact]
    public async Task Budget_FolderThatWasTamperedWith_IsRefused()
    {
        await RunAsync();
        await File.AppendAllTextAsync(Path.Combine(result, "summary.json"), " ", TestContext.Current.CancellationToken);

        Invocation invocation = await Invocation.RunAsync("budget", result, "--budget", "5");

        Assert.Equal((1, $"segment: {result} is not a whole result: 'segment verify' says what is wrong with it.\n"), (invocation.ExitCode, invocation.Error));
    }

    private async Task<Invocation> RunAsync(params string[] arguments) => await Invocation.RunAsync(
        ["run", folder.Write("customers.csv", Customers.ThreeGroups()), "--features", "Income,Spending", "--out", result, .. arguments]);
}
