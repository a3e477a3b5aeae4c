using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

public sealed class GenerateCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Generate_Mall_Writes200CustomersWithTheWellKnownColumns()
    {
        string file = folder.File("mall.csv");

        Invocation invocation = await Invocation.RunAsync("generate", "mall", "--out", file);

        Assert.Equal(new Invocation(0, "", $"{file}: 200 rows, made with seed 42.\n"), invocation);
        string[] lines = File.ReadAllLines(file);
        Assert.Equal("CustomerID,Gender,Age,Annual Income (k$),Spending Score (1-100)", lines[0]);
        Assert.Equal(201, lines.Length);
    }

    [Fact]
    public async Task Generate_SameSeed_GivesTheSameBytesAndAnotherSeedOthers()
    {
        await Invocation.RunAsync("generate", "mall", "--seed", "7", "--out", folder.File("a"));
        await Invocation.RunAsync("generate", "mall", "--seed", "7", "--out", folder.File("b"));
        await Invocation.RunAsync("generate", "mall", "--seed", "8", "--out", folder.File("c"));

        byte[] first = File.ReadAllBytes(folder.File("a"));
        Assert.Equal(first, File.ReadAllBytes(folder.File("b")));
        Assert.NotEqual(first, File.ReadAllBytes(folder.File("c")));
    }

    [Fact]
    public async Task Generate_Transactions_SaysInJsonWhatItWrote()
    {
        string file = folder.File("transactions.csv");

        Invocation invocation = await Invocation.RunAsync(
            "generate", "transactions", "--customers", "5", "--out", file, "--json");

        JsonNode document = JsonNode.Parse(invocation.Output)!;
        Assert.Equal(5, document["customers"]!.GetValue<int>());
        Assert.Equal(File.ReadAllLines(file).Length - 1, document["rows"]!.GetValue<int>());
        Assert.StartsWith("InvoiceNo,StockCode,", File.ReadLines(file).First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("generate mal --out x", "KIND should be mall or transactions, but is 'mal'. Did you mean 'mall'?")]
    [InlineData("generate --out x", "'generate' needs mall|transactions. Try 'segment generate --help'.")]
    [InlineData("generate mall", "'generate' needs --out FILE. Try 'segment generate --help'.")]
    [InlineData("generate mall --customers 0 --out x", "--customers should be a whole number from 1 to 10000000, but is '0'.")]
    public async Task Generate_WrongCommandLine_IsAnsweredInOneLine(string line, string message)
    {
        Invocation invocation = await Invocation.RunAsync(line.Split(' '));

        Assert.Equal($"segment: {message}{Environment.NewLine}", invocation.Error);
        Assert.Equal((1, ""), (invocation.ExitCode, invocation.Output));
    }
}
