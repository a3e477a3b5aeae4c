using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>The five lines that end a run: how many and how sure, who, what to mind, where, what next.</summary>
public sealed class AnswerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string data;

    public AnswerTests()
    {
        data = folder.Write("customers.csv", Customers.ThreeGroups());
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_EndsWithTheAnswer()
    {
        string output = await OutputAsync();

        Snapshot.Match("run.txt", output);
    }

    [Fact]
    public async Task Run_AskedForAnotherNumberOfSegments_SaysSoOnceAndSuggestsALookAtK()
    {
        string output = await OutputAsync("--k", "2", "--features", "Income,Spending", "--scale", "minmax");

        Snapshot.Match("run-asked-for-2.txt", output);
    }

    [Theory]
    [InlineData(76)]
    [InlineData(80)]
    [InlineData(140)]
    public async Task Run_InATerminal_BreaksTheTableBetweenWordsOnly(int width)
    {
        Terminal terminal = new(OutputIsTerminal: true, ErrorIsTerminal: false, Colour: false, width);
        string file = folder.Write("long.csv", Customers.ThreeGroups(income: "Annual income (k$)", spending: "Spending score (1-100)"));

        Invocation invocation = await Invocation.OfAsync(
            new Cli.Commands.RunCommand(), ["run", file, "--out", folder.File("out")], terminal);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        string table = string.Concat(invocation.Output.Split('\n').Where(line => line is [('╭' or '│' or '├' or '╰'), ..]).Select(line => line + "\n"));
        Snapshot.Match($"run-terminal-{width}.txt", table);
        Assert.All(table.Split('\n'), line => Assert.InRange(line.Length, 0, width));
    }

    [Fact]
    public async Task Next_OptionsWereGiven_RepeatsThoseThatItShares()
    {
        string output = await OutputAsync(
            "--k", "2", "--features", "Income", "--features", "Spending", "--seed", "-7", "--missing", "median");

        Assert.EndsWith(
            "Next: segment choose-k customers.csv --features Income --features Spending --missing median --seed=-7\n",
            output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("o'brien (1), \"new\" $HOME `id` *.csv", "Income, \"net\" (k$)", "it's; 100% & more")]
    [InlineData("-data.csv", "-income", "--k")]
    public async Task Next_ChooseK_RunsWhenItIsPastedIntoAShell(string file, string income, string spending)
    {
        Bash.SkipUnlessLinux();
        folder.Write(file, Customers.ThreeGroups(income: Quoted(income), spending: Quoted(spending)));

        Invocation invocation = await Bash.RunAsync(
            $"""
            cd '{folder.Path}'
            IFS= read -r -d '' file; IFS= read -r -d '' features
            segment run --k 2 --features="$features" --scale none --out out -- "$file" > answer.txt
            grep '^Next: segment choose-k ' answer.txt | sed 's/^Next: //' > next.sh
            . ./next.sh
            """,
            $"{file}\0{Quoted(income)},{Quoted(spending)}\0");

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Contains("Recommended: 3 segments, with high confidence.", invocation.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_Verify_RunsWhenItIsPastedIntoAShell()
    {
        Bash.SkipUnlessLinux();

        Invocation invocation = await Bash.RunAsync(
            $"""
            cd '{folder.Path}'
            segment run customers.csv --out "my o'ut" > answer.txt
            grep '^Next: segment verify ' answer.txt | sed 's/^Next: //' > next.sh
            . ./next.sh
            """);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Contains("my o'ut is a whole result", invocation.Output, StringComparison.Ordinal);
    }

    /// <summary>The output with the temporary folder's path taken out of it.</summary>
    private async Task<string> OutputAsync(params string[] options)
    {
        Invocation invocation = await Invocation.RunAsync(["run", data, "--out", folder.File("out"), .. options]);
        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        return invocation.Output.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
