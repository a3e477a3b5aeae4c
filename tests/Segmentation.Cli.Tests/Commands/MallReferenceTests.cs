using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>The command against scikit-learn 1.2.1 and pandas 1.5.3 on the public Mall data.</summary>
public sealed class MallReferenceTests : IDisposable
{
    private const string Features = "Annual Income (k$),Spending Score (1-100)";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("data/Mall_Customers.csv")]
    [InlineData("data/Mall_Customers_Genre.csv")]
    public async Task Run_RawIncomeAndSpendingInFive_GivesThePublishedClusters(string file)
    {
        JsonNode run = await JsonOfAsync(
            "run", Repository.Public(file), "--features", Features, "--scale", "none", "--k", "5", "--out", folder.File("out"));

        AssertClose(44448.4554, run["inertia"]!, 1e-8);   // the published value has nine digits
        AssertClose(Reference("5")["best_known_inertia"]!.GetValue<double>(), run["inertia"]!, 1e-9);
        Assert.Equal(0.5539, run["silhouette"]!.GetValue<double>(), 0.00005);
        AssertClose(Reference("5")["silhouette"]!.GetValue<double>(), run["silhouette"]!, 1e-9);
        AssertClose(Reference("5")["calinski_harabasz"]!.GetValue<double>(), run["calinskiHarabasz"]!, 1e-9);
        AssertClose(Reference("5")["davies_bouldin"]!.GetValue<double>(), run["daviesBouldin"]!, 1e-9);
        Assert.Equal([81, 39, 35, 23, 22], run["segments"]!.AsArray().Select(segment => segment!["size"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Run_RawIncomeAndSpending_ReachesTheBestKnownInertia(int clusterCount)
    {
        JsonNode run = await JsonOfAsync(
            "run", Repository.Public("data/Mall_Customers.csv"), "--features", Features, "--scale", "none",
            "--k", $"{clusterCount}", "--out", folder.File("out"));

        AssertClose(Reference($"{clusterCount}")["best_known_inertia"]!.GetValue<double>(), run["inertia"]!, 1e-9);
    }

    [Fact]
    public async Task ChooseK_RawIncomeAndSpending_HasTheReferencesValuesAndPicksFive()
    {
        JsonNode chosen = await JsonOfAsync(
            "choose-k", Repository.Public("data/Mall_Customers.csv"), "--features", Features, "--scale", "none", "--max-k", "6");

        Assert.Equal(5, chosen["recommendedK"]!.GetValue<int>());
        Assert.Equal([1, 2, 3, 4, 5, 6], chosen["scan"]!.AsArray().Select(row => row!["k"]!.GetValue<int>()));
        foreach (JsonNode? row in chosen["scan"]!.AsArray().Skip(1))
        {
            JsonNode expected = Reference($"{row!["k"]}");
            AssertClose(expected["best_known_inertia"]!.GetValue<double>(), row["inertia"]!, 1e-9);
            AssertClose(expected["silhouette"]!.GetValue<double>(), row["silhouette"]!, 1e-9);
            AssertClose(expected["calinski_harabasz"]!.GetValue<double>(), row["calinskiHarabasz"]!, 1e-9);
            AssertClose(expected["davies_bouldin"]!.GetValue<double>(), row["daviesBouldin"]!, 1e-9);
        }
    }

    [Theory]
    [InlineData("data/Mall_Customers.csv")]
    [InlineData("data/Mall_Customers_Genre.csv")]
    public async Task Describe_AgreesWithPandas(string file)
    {
        JsonNode described = await JsonOfAsync("describe", Repository.Public(file));

        JsonNode reference = ReferenceFile();
        Dictionary<string, string> names = new()
        {
            ["age"] = "Age",
            ["income"] = "Annual Income (k$)",
            ["spending"] = "Spending Score (1-100)",
        };
        Assert.Equal(200, described["rows"]!.GetValue<int>());
        foreach ((string key, string name) in names)
        {
            JsonNode column = Assert.Single(described["columns"]!.AsArray(), column => column!["name"]!.GetValue<string>() == name)!;
            JsonNode expected = reference["describe"]![key]!;
            (string, string)[] statistics =
            [
                ("mean", "mean"), ("std", "standardDeviation"), ("min", "minimum"), ("25%", "q1"), ("50%", "median"),
                ("75%", "q3"), ("max", "maximum"), ("tukey_outliers", "outliers"), ("missing", "missing"), ("count", "count"),
            ];
            foreach ((string theirs, string ours) in statistics)
            {
                AssertClose(expected[theirs]!.GetValue<double>(), column[ours]!, 1e-9);
            }
        }

        JsonArray pairs = described["correlations"]!.AsArray();
        Assert.Equal(3, pairs.Count);
        foreach (JsonNode? pair in pairs)
        {
            string[] keys = [.. pair!["columns"]!.AsArray().Select(name => names.Single(each => each.Value == name!.GetValue<string>()).Key)];
            Assert.Equal(reference["corr_pearson"]![keys[0]]![keys[1]]!.GetValue<double>(), pair["pearson"]!.GetValue<double>(), 1e-9);
            Assert.Equal(reference["corr_spearman"]![keys[0]]![keys[1]]!.GetValue<double>(), pair["spearman"]!.GetValue<double>(), 1e-9);
        }
    }

    private static async Task<JsonNode> JsonOfAsync(params string[] arguments)
    {
        Invocation invocation = await Invocation.RunAsync([.. arguments, "--json"]);
        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        return JsonNode.Parse(invocation.Output)!;
    }

    private static JsonNode Reference(string clusterCount) =>
        ReferenceFile()["feature_sets"]!["income_spending_raw"]!["kmeans"]![clusterCount]!;

    private static JsonNode ReferenceFile() => JsonNode.Parse(File.ReadAllText(Repository.Public("reference/mall.json")))!;

    private static void AssertClose(double expected, JsonNode actual, double relative) =>
        Assert.Equal(expected, actual.GetValue<double>(), Math.Abs(expected) * relative);
}
