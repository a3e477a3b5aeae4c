using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>What <c>--outcome</c> shows, writes and leaves out.</summary>
public sealed class OutcomeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Out => folder.File("out");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_Outcome_IsComparedRightAfterTheSegments()
    {
        Invocation invocation = await RunAsync("run", "--k", "2", "--outcome", "Churn", "--out", Out);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Contains("Compared by Spend: numeric columns that are not ids.", invocation.Output, StringComparison.Ordinal);
        Assert.Contains("\n\nChurn = 1, 51.7% of 60 customers\nSegment  Name", invocation.Output, StringComparison.Ordinal);
        Assert.Contains(" has Churn = 1 more often: 100% (30 of 30 customers, 95% interval 88.6% to 100%) against 51.7% overall, adjusted p <0.001.", invocation.Output, StringComparison.Ordinal);
        JsonObject outcome = ResultJson.Of(Out, "summary.json")["outcome"]!.AsObject();
        Assert.Equal(("Churn", "1", 60, 31), (outcome["column"]!.GetValue<string>(), outcome["level"]!.GetValue<string>(), outcome["customers"]!.GetValue<int>(), outcome["count"]!.GetValue<int>()));
        Assert.Equal("Churn", ResultJson.Options(Out)["outcome"]!.GetValue<string>());
        Assert.Contains(",Churn,,no,", await File.ReadAllTextAsync(Path.Combine(Out, "profiles.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChooseK_Outcome_IsNoFeature()
    {
        Invocation invocation = await RunAsync("choose-k", "--outcome", "Churn", "--max-k", "3", "--json");

        JsonNode json = JsonNode.Parse(invocation.Output)!;
        Assert.Equal(["Spend"], json["columns"]!.AsArray().Select(column => column!.GetValue<string>()));
        Assert.Equal((60, 60), (json["rows"]!.GetValue<int>(), json["clusteredRows"]!.GetValue<int>()));
        Assert.Equal(("Churn", "outcome"), (json["notCompared"]![0]!["column"]!.GetValue<string>(), json["notCompared"]![0]!["reason"]!.GetValue<string>()));
    }

    [Fact]
    public async Task ChooseK_FirstLines_SayTheRowsAndTheColumns()
    {
        Invocation invocation = await RunAsync("choose-k", "--max-k", "3");

        Assert.StartsWith(
            "Rows: all 60 are used.\nCompared by Spend and Churn: the numeric columns that are not ids. Choose with --features.\n\nk ", invocation.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--outcome Churn --features Spend,Churn", "Column 'Churn' is a feature (--features) and is to be left out of the features (--outcome, LeftOutColumns)")]
    [InlineData("--outcome Churn --encode Churn=onehot", "Column 'Churn' has an encoding (--encode) and is to be left out of the features (--outcome, LeftOutColumns)")]
    [InlineData("--outcome Chrun", "No column named 'Chrun'. Did you mean 'Churn'?")]
    [InlineData("--outcome Id", "Column 'Id' cannot be the outcome (--outcome), for it is a column of ids; an outcome has two values, such as Yes and No, or is a number.")]
    public async Task Run_OutcomeThatCannotBe_SaysWhy(string options, string message)
    {
        Invocation invocation = await RunAsync("run", [.. options.Split(' '), "--out", Out]);

        Assert.Equal(1, invocation.ExitCode);
        Assert.Contains(message, invocation.Error, StringComparison.Ordinal);
    }

    /// <summary>60 customers: half spend about 100 more than the others; all of the others churned, and one of these.</summary>
    private async Task<Invocation> RunAsync(string command, params string[] options)
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(row => string.Create(
            CultureInfo.InvariantCulture, $"c{row:00},{(row % 2 * 100) + (row % 7)},{(row % 2 == 0 || row == 1 ? 1 : 0)}\n")));
        string file = folder.Write("customers.csv", "Id,Spend,Churn\n" + rows);
        return await Invocation.RunAsync([command, file, .. options]);
    }
}
