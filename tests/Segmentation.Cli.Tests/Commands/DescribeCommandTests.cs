using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

public sealed class DescribeCommandTests : IDisposable
{
    private const string Customers =
        """
        customer_id,group,age,spend,since
        0001,a,20,1.5,2024-01-31
        0002,a,30,2.5,2023-05-01
        0003,b,40,NA,2024-03-01
        0004,a,50,10,2024-02-01

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Describe_File_ShowsColumnsCategoriesCorrelationsAndFindings()
    {
        string file = folder.Write("customers.csv", Customers);

        Invocation invocation = await Invocation.RunAsync("describe", file);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Snapshot.Match("describe.txt", invocation.Output.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Describe_Json_HasTheNumbersInFull()
    {
        string file = folder.Write("customers.csv", Customers);

        Invocation invocation = await Invocation.RunAsync("describe", file, "--json");

        JsonNode document = JsonNode.Parse(invocation.Output)!;
        JsonNode age = Assert.Single(document["columns"]!.AsArray(), column => column!["name"]!.GetValue<string>() == "age")!;
        Assert.Equal("numeric", age["kind"]!.GetValue<string>());
        Assert.Equal(4, document["rows"]!.GetValue<int>());
        Assert.Equal(35, age["mean"]!.GetValue<double>());
        Assert.Equal(Math.Sqrt(500 / 3.0), age["standardDeviation"]!.GetValue<double>(), 1e-12);   // rounding of one root
        Assert.Equal(
            [20, 27.5, 35, 42.5, 50],
            new[] { "minimum", "q1", "median", "q3", "maximum" }.Select(name => age[name]!.GetValue<double>()));
        JsonNode spend = document["columns"]![3]!;
        Assert.Equal((3, 1), (spend["count"]!.GetValue<int>(), spend["missing"]!.GetValue<int>()));
        Assert.Equal("""{"NA":1}""", spend["missingTokens"]!.ToJsonString());
        Assert.IsType<JsonArray>(document["findings"]);
        Assert.Equal("", invocation.Error);
    }

    [Fact]
    public async Task Describe_MallData_AgreesWithTheReference()
    {
        string file = Repository.Public("data/Mall_Customers.csv");

        Invocation invocation = await Invocation.RunAsync("describe", file);

        Assert.Contains(
            "Spending Score (1-100)    200        0   50.2  25.8235    1  34.75      50  73   99\n",
            invocation.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_OneRowBetweenPipes_CountsInTheSingularAndNamesTheSign()
    {
        string path = folder.Write("one.csv", "Age|Income\n20|30\n");

        Invocation invocation = await Invocation.RunAsync("describe", path);

        Assert.StartsWith($"{path}: 1 row, 2 columns; UTF-8, cells separated by pipes.\n", invocation.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_NoSuchFile_IsOneLine()
    {
        Invocation invocation = await Invocation.RunAsync("describe", folder.File("none.csv"), "--json");

        Assert.Equal($"segment: {folder.File("none.csv")}: no such file.{Environment.NewLine}", invocation.Error);
        Assert.Equal((1, ""), (invocation.ExitCode, invocation.Output));
    }

    [Fact]
    public async Task Describe_MisspeltIdColumn_NamesTheNearest()
    {
        string file = folder.Write("customers.csv", Customers);

        Invocation invocation = await Invocation.RunAsync("describe", file, "--id", "custmer_id");

        Assert.Contains("Did you mean 'customer_id'?", invocation.Error, StringComparison.Ordinal);
        Assert.Equal(1, invocation.ExitCode);
    }

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(38.85, "38.85")]
    [InlineData(13.96900733155888, "13.969")]
    [InlineData(0.00123456789, "0.00123457")]
    [InlineData(123456789.5, "123456790")]
    [InlineData(999999.96, "1000000")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(1e308, "1E+308")]
    [InlineData(null, null)]
    public void Number_IsShownToSixDigits(double? number, string? text)
    {
        Assert.Equal(text, Shown.Number(number));
    }
}
