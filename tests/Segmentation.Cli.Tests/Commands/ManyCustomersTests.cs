using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>Past 50,000 customers a silhouette is an estimate, and is called one wherever it is shown.</summary>
public sealed class ManyCustomersTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_60000Customers_LabelsTheSilhouetteAsASample()
    {
        string data = folder.File("many.csv");
        await Invocation.RunAsync("generate", "mall", "--customers", "60000", "--out", data);

        Invocation invocation = await Invocation.RunAsync(
            "run", data, "--features", "Annual Income (k$),Spending Score (1-100)", "--k", "5", "--max-k", "5", "--restarts", "1",
            "--out", folder.File("out"));

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        JsonObject summary = ResultJson.Of(folder.File("out"), "summary.json");
        Assert.Equal(60000, summary["rows"]!.GetValue<int>());
        Assert.Equal(10000, summary["silhouetteSampleSize"]!.GetValue<int>());
        double error = summary["silhouetteStandardError"]!.GetValue<double>();
        Assert.InRange(error, 0.0001, 0.01);
        string label = string.Create(
            CultureInfo.InvariantCulture,
            $"Silhouette {summary["silhouette"]!.GetValue<double>():0.000} (estimated from 10,000 rows, standard error {error:0.0000})");
        Assert.Contains(
            label, await File.ReadAllTextAsync(Path.Combine(folder.File("out"), "report.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChooseK_60000Customers_SaysThatSilhouettesAreEstimated()
    {
        string data = folder.File("many.csv");
        await Invocation.RunAsync("generate", "mall", "--customers", "60000", "--out", data);
        string[] arguments = ["choose-k", data, "--features", "Annual Income (k$),Spending Score (1-100)", "--max-k", "5", "--restarts", "1"];

        Invocation invocation = await Invocation.RunAsync(arguments);
        Invocation json = await Invocation.RunAsync([.. arguments, "--json"]);

        Assert.Matches(
            @"\n- Silhouettes are estimated from a sample of 10,000 rows \(standard error 0\.00\d\d at k = 5\)\.\n", invocation.Output);
        Assert.Equal(10000, JsonNode.Parse(json.Output)!["scan"]![4]!["silhouetteSampleSize"]!.GetValue<int>());
    }
}
