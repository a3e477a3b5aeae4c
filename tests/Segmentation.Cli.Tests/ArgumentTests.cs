namespace Segmentation.Cli.Tests;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("rnu d.csv", "Unknown command 'rnu'. Did you mean 'run'?")]
    [InlineData("cluster d.csv", "Unknown command 'cluster'. Commands: run.")]
    [InlineData("--json", "No command is given. Commands: run.")]
    [InlineData("run d.csv --fetures A --out o", "Unknown option '--fetures'. Did you mean '--features'?")]
    [InlineData("run --fetures A,B d.csv --out o", "Unknown option '--fetures'. Did you mean '--features'?")]
    [InlineData("run d.csv --out o --fetures=A", "Unknown option '--fetures'. Did you mean '--features'?")]
    [InlineData("run d.csv --out o --jsn", "Unknown option '--jsn'. Did you mean '--json'?")]
    [InlineData("run d.csv --out o --colour", "Unknown option '--colour'. Try 'segment run --help'.")]
    [InlineData("run d.csv --out o -k 5", "Unknown option '-k'. Did you mean '--k'?")]
    [InlineData("run", "'run' needs DATA and --out DIR. Try 'segment run --help'.")]
    [InlineData("run d.csv", "'run' needs --out DIR. Try 'segment run --help'.")]
    [InlineData("run d.csv --out", "--out needs a value: DIR.")]
    [InlineData("run d.csv --out --json", "--out needs a value: DIR.")]
    [InlineData("run d.csv --k --out o", "--k needs a value: K.")]
    [InlineData("run d.csv --features --out o", "--features needs a value: A,B.")]
    [InlineData("run d.csv e.csv --out o", "Unexpected argument 'e.csv'. A value with spaces needs quotes around it.")]
    [InlineData("run d.csv --k five --out o", "--k should be a whole number of at least 2, but is 'five'.")]
    [InlineData("run d.csv --k 1 --out o", "--k should be a whole number of at least 2, but is '1'.")]
    [InlineData("run d.csv --k 2.5 --out o", "--k should be a whole number of at least 2, but is '2.5'.")]
    [InlineData("run d.csv --k 3 --k 4 --out o", "--k is given more than once.")]
    [InlineData("run d.csv --seed 99999999999 --out o", "--seed should be a whole number, but is '99999999999'.")]
    [InlineData("run d.csv --threads 0 --out o", "--threads should be a whole number from 1 to 1024, but is '0'.")]
    [InlineData("run d.csv --scale standrad --out o", "--scale should be standard, minmax, robust or none, but is 'standrad'. Did you mean 'standard'?")]
    [InlineData("run d.csv --features A,,B --out o", "--features should be column names separated by commas, but one is empty: 'A,,B'.")]
    [InlineData("run d.csv --features A,A --out o", "--features names 'A' more than once.")]
    [InlineData("run d.csv --features \"A,B --out o", "--features has double quotes that do not enclose a whole name: '\"A,B'.")]
    [InlineData("run d.csv --features \"A\"x,B --out o", "--features has double quotes that do not enclose a whole name: '\"A\"x,B'.")]
    public async Task Run_WrongCommandLine_IsAnsweredInOneLine(string line, string message)
    {
        Invocation invocation = await Invocation.OfAsync(new FakeCommand(), line.Split(' '));

        Assert.Equal($"segment: {message}{Environment.NewLine}", invocation.Error);
        Assert.Equal(string.Empty, invocation.Output);
        Assert.Equal(1, invocation.ExitCode);
    }

    [Theory]
    [InlineData("Annual Income (k$),Spending Score (1-100)", "Annual Income (k$)|Spending Score (1-100)")]
    [InlineData(" A , B ", "A|B")]
    [InlineData("\"Income, net\",Age", "Income, net|Age")]
    [InlineData("Age, \"a \"\"big\"\" one\" ", "Age|a \"big\" one")]
    [InlineData("5\" pipe", "5\" pipe")]
    public async Task Features_OneText_IsSplitAtCommasOutsideQuotes(string text, string names)
    {
        IReadOnlyList<string>? features = null;
        FakeCommand command = new((self, arguments, _, _) => features = arguments.GetValue(self.Features));

        await Invocation.OfAsync(command, ["run", "d.csv", "--features", text, "--out", "o"]);

        Assert.Equal(names.Split('|'), features);
    }

    [Fact]
    public async Task Features_Repeated_AreTakenTogetherInOrder()
    {
        IReadOnlyList<string>? features = null;
        FakeCommand command = new((self, arguments, _, _) => features = arguments.GetValue(self.Features));

        await Invocation.OfAsync(command, ["run", "d.csv", "--features", "C,A", "--features", "B", "--out", "o"]);

        Assert.Equal(["C", "A", "B"], features);
    }

    [Fact]
    public async Task Options_NotGiven_HaveTheirDefaults()
    {
        FakeCommand command = new((self, arguments, output, _) => output.Line(string.Join(
            ' ',
            arguments.GetValue(self.Features) is null,
            arguments.GetValue(self.K) is null,
            arguments.GetValue(self.Scale),
            arguments.GetValue(self.Seed),
            arguments.GetValue(self.Threads) is null)));

        Invocation invocation = await Invocation.OfAsync(command, ["run", "d.csv", "--out", "o"]);

        Assert.Equal("True True standard 42 True\n", invocation.Output);
        Assert.Equal(0, invocation.ExitCode);
    }

    [Theory]
    [InlineData("run @d.csv --out o", "@d.csv")]
    [InlineData("run --out o -- -d.csv", "-d.csv")]
    [InlineData("run - --out o", "-")]
    public async Task Data_NameThatAParserCouldMistake_IsTakenAsItStands(string line, string data)
    {
        FakeCommand command = new((self, arguments, output, _) => output.Line(arguments.GetRequiredValue(self.Data)));

        Invocation invocation = await Invocation.OfAsync(command, line.Split(' '));

        Assert.Equal((data + "\n", ""), (invocation.Output, invocation.Error));
    }
}
