using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>Who is in which segment, and that neither the threads nor the order of the rows change it.</summary>
public sealed class SegmentsFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Segments_KeepTheOrderOfTheFileAndTheIdsAsTheyAre()
    {
        string[] lines = await SegmentsAsync("a", Customers.ThreeGroups(id: "Customer No"));

        Assert.Equal("Customer No,segment,name", lines[0]);
        Assert.Equal(Enumerable.Range(1, 36).Select(number => $"{number:0000}"), lines.Skip(1).Select(Id));
        for (int row = 1; row <= 36; row++)
        {
            // Customers 1, 4, 7, … were made as one group, 2, 5, 8, … as another; the name follows the number.
            Assert.Equal(lines[((row - 1) % 3) + 1][5..], lines[row][5..]);
        }

        Assert.Equal(3, lines.Skip(1).Select(line => line[5..]).Distinct().Count());
    }

    [Theory]
    [InlineData("0001")]
    [InlineData("9007199254740993")]
    [InlineData("12345678901234567890123")]
    [InlineData("1e5")]
    [InlineData("007-A")]
    public async Task Segments_IdThatANumberWouldLose_StaysItself(string id)
    {
        string[] lines = await SegmentsAsync("a", Customers.ThreeGroups().Replace("\n0005,", $"\n{id},", StringComparison.Ordinal));

        Assert.Equal(id, Id(lines[5]));
    }

    [Fact]
    public async Task Segments_NoIdColumn_NumbersTheRows()
    {
        string data = string.Join('\n', Customers.ThreeGroups().TrimEnd('\n').Split('\n').Select(line => line[(line.IndexOf(',', StringComparison.Ordinal) + 1)..]));

        string[] lines = await SegmentsAsync("a", data);

        Assert.Equal("row,segment,name", lines[0]);
        Assert.Equal(Enumerable.Range(1, 36).Select(number => $"{number}"), lines.Skip(1).Select(Id));
    }

    [Fact]
    public async Task Segments_RowThatLacksAFeature_IsThereWithoutASegment()
    {
        string[] lines = await SegmentsAsync("a", Customers.ThreeGroups().Replace("\n0005,51,", "\n0005,,", StringComparison.Ordinal));

        Assert.Equal("0005,,", lines[5]);
        Assert.Equal(37, lines.Length);
        Assert.Single(lines, line => line.EndsWith(",,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("7")]
    public async Task Run_AnyNumberOfThreads_WritesTheSameModelAndSegments(string threads)
    {
        // More customers than one chunk of rows holds, so that the threads have something to share.
        Assert.Equal(0, (await Invocation.RunAsync(
            "generate", "mall", "--customers", "9000", "--out", folder.File("many.csv"))).ExitCode);
        string[] arguments = ["run", folder.File("many.csv"), "--k", "5", "--max-k", "6"];

        Assert.Equal(0, (await Invocation.RunAsync([.. arguments, "--threads", "1", "--out", folder.File("one")])).ExitCode);
        Assert.Equal(0, (await Invocation.RunAsync([.. arguments, "--threads", threads, "--out", folder.File("more")])).ExitCode);

        Assert.All(["model.json", "segments.csv", "profiles.csv", "recommendations.csv"], name => Assert.Equal(
            File.ReadAllBytes(Path.Combine(folder.File("one"), name)), File.ReadAllBytes(Path.Combine(folder.File("more"), name))));
    }

    [Fact]
    public async Task Run_RowsShuffled_WritesTheSameModelAndGivesEveryIdItsSegment()
    {
        await Invocation.RunAsync("generate", "mall", "--customers", "300", "--out", folder.File("mall.csv"));
        string data = await File.ReadAllTextAsync(folder.File("mall.csv"), TestContext.Current.CancellationToken);
        string shuffled = Customers.Shuffled(data);

        string[] lines = await SegmentsAsync("a", data);
        string[] others = await SegmentsAsync("b", shuffled);

        Assert.Equal(
            File.ReadAllBytes(Path.Combine(folder.File("a"), "model.json")), File.ReadAllBytes(Path.Combine(folder.File("b"), "model.json")));
        Assert.Equal(shuffled.TrimEnd('\n').Split('\n').Skip(1).Select(Id), others.Skip(1).Select(Id));
        Assert.NotEqual(lines, others);
        Assert.Equal(lines.Order(StringComparer.Ordinal), others.Order(StringComparer.Ordinal));
    }

    private async Task<string[]> SegmentsAsync(string name, string data)
    {
        string file = folder.Write($"{name}.csv", data);
        Invocation invocation = await Invocation.RunAsync("run", file, "--out", folder.File(name));
        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        return await File.ReadAllLinesAsync(Path.Combine(folder.File(name), "segments.csv"), TestContext.Current.CancellationToken);
    }

    private static string Id(string line) => line.Split(',')[0];
}
