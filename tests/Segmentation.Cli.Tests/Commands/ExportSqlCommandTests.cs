using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

public sealed class ExportSqlCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    private string Model => folder.File("out/model.json");

    public async ValueTask InitializeAsync()
    {
        folder.Write("customers.csv", Customers.ThreeGroups());
        Assert.Equal(0, (await Invocation.RunAsync("run", folder.File("customers.csv"), "--k", "3", "--out", folder.File("out"))).ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("ansi", SqlDialect.Ansi)]
    [InlineData("sqlite", SqlDialect.Sqlite)]
    [InlineData("postgres", SqlDialect.Postgres)]
    public async Task ExportSql_ToStandardOutput_IsTheQueryOfTheLibrary(string word, SqlDialect dialect)
    {
        Invocation invocation = await Invocation.RunAsync("export-sql", Model, "--dialect", word, "--table", "shop.people", "--id", "No");

        string expected = new SqlExport("shop.people") { Dialect = dialect, IdColumn = "No" }.Write(SegmentationModel.Load(Model));
        Assert.Equal(new Invocation(0, expected, ""), invocation);
    }

    [Fact]
    public async Task ExportSql_ToAFile_WritesTheSameQuery()
    {
        string file = folder.File("segments.sql");

        Invocation invocation = await Invocation.RunAsync("export-sql", Model, "--out", file);

        Assert.Equal(new Invocation(0, "", $"{file}: a SELECT that gives the rows of customers one of 3 segments.\n"), invocation);
        Assert.Equal((await Invocation.RunAsync("export-sql", Model)).Output, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ExportSql_Json_HasTheQuery()
    {
        JsonNode document = JsonNode.Parse((await Invocation.RunAsync("export-sql", Model, "--json")).Output)!;

        Assert.Equal((await Invocation.RunAsync("export-sql", Model)).Output, document["sql"]!.GetValue<string>());
        Assert.Equal(("customers", "ansi"), (document["table"]!.GetValue<string>(), document["dialect"]!.GetValue<string>()));
    }

    [Fact]
    public async Task ExportSql_ATableThatIsNoName_IsOneLine()
    {
        Invocation invocation = await Invocation.RunAsync("export-sql", Model, "--table", "a..b");

        Assert.Equal(
            new Invocation(1, "", $"segment: 'a..b' is not the name of a table: write customers, shop.customers, or \"my.shop\".customers.{Environment.NewLine}"),
            invocation);
    }
}
