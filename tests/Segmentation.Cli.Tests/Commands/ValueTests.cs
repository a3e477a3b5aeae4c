using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>What <c>segment run --value</c> shows and writes.</summary>
public sealed class ValueTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string output;

    public ValueTests() => output = folder.File("out");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_Value_RanksTheSegmentsOnTheScreenInTheSummaryAndInAFile()
    {
        Invocation invocation = await RunAsync("--value", "Revenue", "--value-before", "Last year");

        JsonObject value = ResultJson.Of(output, "summary.json")["value"]!.AsObject();
        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));

        // Group 0 has incomes from 20 and revenue 100 + step, 0 to 11: mean 105.5. The others have 10 and 50 more or less.
        Assert.Equal([105.5, 55.5, 15.5], MeansByRank(value));
        Assert.Equal((36, 2118), (value["customers"]!.GetValue<int>(), value["total"]!.GetValue<double>()));
        Assert.Contains("is worth most: 106 of 'Revenue' a customer over 12 customers", invocation.Output, StringComparison.Ordinal);
        Assert.Contains("Rank  Segment  Name", invocation.Output, StringComparison.Ordinal);
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(output, "value.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("rank,segment,name,customers,shareOfCustomers,total,shareOfValue,mean,lower,upper,change", lines[0], StringComparison.Ordinal);
        Assert.Equal("Revenue", ResultJson.Options(output)["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task Run_ValueAndBudget_AreAnEmptyLineApart()
    {
        Invocation invocation = await RunAsync("--value", "Revenue", "--budget", "100");

        Assert.Contains("\n\nBudget of 100\n", invocation.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", invocation.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NumberInDoubt_SuggestsACommandThatChooseKTakes()
    {
        Invocation invocation = await RunAsync("--k", "2", "--value", "Revenue", "--value-before", "Last year");

        string next = invocation.Output.TrimEnd('\n').Split('\n')[^1];
        Assert.StartsWith("Next: segment choose-k ", next, StringComparison.Ordinal);
        Assert.DoesNotContain("--value", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithoutValueOverAResultWithIt_LeavesNoOldValues()
    {
        await RunAsync("--value", "Revenue");

        await RunAsync();

        Assert.False(File.Exists(Path.Combine(output, "value.csv")));
        Assert.Null(ResultJson.Of(output, "summary.json")["value"]);
        Assert.Equal(0, (await Invocation.RunAsync("verify", output)).ExitCode);
    }

    [Theory]
    [InlineData("segment: No column named 'Revenu'. Did you mean 'Revenue'? Columns: Id, Income, Spending, Revenue, Last year, Town.\n", "--value", "Revenu")]
    [InlineData("segment: Column 'Town' is not numeric but a column of categories. Numeric columns: Income, Spending, Revenue, Last year.\n", "--value", "Town")]
    [InlineData("segment: Column 'Revenue' cannot be the value and the value before: name the column of the earlier period.\n", "--value", "Revenue", "--value-before", "Revenue")]
    [InlineData("segment: A value before (--value-before) needs the value (--value) to compare it with.\n", "--value-before", "Revenue")]
    public async Task Run_WrongValueColumn_SaysWhichAndTheChoices(string message, params string[] arguments)
    {
        Invocation invocation = await RunAsync(arguments);

        Assert.Equal((1, message), (invocation.ExitCode, invocation.Error));
        Assert.False(Directory.Exists(output));
    }

    private async Task<Invocation> RunAsync(params string[] arguments) => await Invocation.RunAsync(
        ["run", folder.Write("customers.csv", WithRevenue()), "--features", "Income,Spending", "--out", output, .. arguments]);

    private static IEnumerable<double> MeansByRank(JsonObject value) =>
        value["segments"]!.AsArray().OrderBy(segment => segment!["rank"]!.GetValue<int>()).Select(segment => segment!["mean"]!.GetValue<double>());

    private static string WithRevenue()
    {
        string[] lines = Customers.ThreeGroups().TrimEnd('\n').Split('\n');
        IEnumerable<string> rows = lines.Skip(1).Select((line, i) =>
        {
            int comma = line.LastIndexOf(',');
            int revenue = new[] { 100, 50, 10 }[i % 3] + (i / 3);
            return $"{line[..comma]},{revenue},{revenue - (i % 5)}{line[comma..]}";
        });
        return string.Join('\n', rows.Prepend(lines[0].Replace(",Town", ",Revenue,Last year,Town", StringComparison.Ordinal))) + "\n";
    }
}
