using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests;

public sealed class ShellTests
{
    private static readonly string[] Line = ["run", "d.csv", "--out", "o"];

    [Fact]
    public async Task Help_OfTheWholeCommand_ReadsWell()
    {
        Invocation invocation = await Invocation.OfAsync(new FakeCommand(), ["--help"]);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Snapshot.Match("help.txt", invocation.Output);
    }

    [Fact]
    public async Task Help_OfACommand_NamesEveryOptionItsUnitAndItsDefault()
    {
        Invocation invocation = await Invocation.OfAsync(new FakeCommand(), ["run", "--help"]);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Snapshot.Match("help-run.txt", invocation.Output);
    }

    [Fact]
    public async Task Help_InATerminal_IsWrappedToItsWidth()
    {
        Terminal terminal = new(OutputIsTerminal: true, ErrorIsTerminal: true, Colour: true, Width: 72);

        Invocation invocation = await Invocation.OfAsync(new FakeCommand(), ["run", "--help"], terminal);

        Assert.All(invocation.Output.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 72));
    }

    [Fact]
    public async Task NoArguments_ShowTheHelp()
    {
        Invocation none = await Invocation.RunAsync();
        Invocation help = await Invocation.RunAsync("--help");

        Assert.Equal(0, none.ExitCode);
        Assert.Equal(help.Output, none.Output);
    }

    [Fact]
    public async Task Version_IsOneLine()
    {
        Invocation invocation = await Invocation.RunAsync("--version");

        Assert.Matches(@"^segment \d+\.\d+\.\d+\r?\n$", invocation.Output);
        Assert.Equal(0, invocation.ExitCode);
    }

    [Fact]
    public async Task DataAtFault_IsOneMessageAndExitCode1()
    {
        FakeCommand command = new((_, _, _, _) => throw new DataException("d.csv", 17, "column 'Age' is 'x\n\u001b[31m'."));

        Invocation invocation = await Invocation.OfAsync(command, [.. Line, "--json"]);

        Assert.Equal(
            $"segment: d.csv(17): column 'Age' is 'x\\u000A\\u001B[31m'.{Environment.NewLine}", invocation.Error);
        Assert.Equal(string.Empty, invocation.Output);
        Assert.Equal(1, invocation.ExitCode);
    }

    [Fact]
    public async Task ArgumentExceptionOfTheLibrary_LosesTheNameOfItsParameter()
    {
        FakeCommand command = new((_, _, _, _) => throw new ArgumentException("No column named 'X'.", "name"));

        Invocation invocation = await Invocation.OfAsync(command, Line);

        Assert.Equal($"segment: No column named 'X'.{Environment.NewLine}", invocation.Error);
        Assert.Equal(1, invocation.ExitCode);
    }

    [Fact]
    public async Task MistakeInTheProgram_IsOneLineThatSaysSo()
    {
        FakeCommand command = new((_, _, _, _) => throw new InvalidOperationException("Queue empty."));

        Invocation invocation = await Invocation.OfAsync(command, Line);

        Assert.Equal(
            "segment: this is a mistake in segment itself: InvalidOperationException: Queue empty. "
            + $"Set SEGMENT_TRACE=1 to see where it happened.{Environment.NewLine}",
            invocation.Error);
        Assert.Equal(1, invocation.ExitCode);
    }

    [Fact]
    public async Task Cancelled_UnwindsAndExitsWith130()
    {
        using TemporaryFolder folder = new();
        using CancellationTokenSource source = new();
        FakeCommand command = new((_, _, _, token) => AtomicFile.WriteText(
            folder.File("a.csv"),
            writer =>
            {
                writer.Write("half");
                source.Cancel();
                Parallel.For(0, 2, new ParallelOptions { CancellationToken = token }, _ => { });
            },
            token));

        Invocation invocation = await Invocation.OfAsync(command, Line, source);

        Assert.Equal($"segment: cancelled{Environment.NewLine}", invocation.Error);
        Assert.Equal(130, invocation.ExitCode);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Json_PrintsTheDocumentAndNothingElse()
    {
        FakeCommand command = new((_, _, output, _) =>
        {
            output.Heading("Customers");
            output.Line("a line");
            output.Table(new TextTable("A"));
            output.WithProgress(stages => { stages.Start("load").Report(1); return 0; });
            output.Document(() => new JsonObject { ["mean"] = 0.1 + 0.2, ["name"] = "Größe <\u001b>" });
        });

        Invocation invocation = await Invocation.OfAsync(command, [.. Line, "--json"]);

        Assert.Equal("{\n  \"mean\": 0.30000000000000004,\n  \"name\": \"Größe \\u003C\\u001B\\u003E\"\n}\n", invocation.Output);
        Assert.Equal(string.Empty, invocation.Error);
    }

    [Fact]
    public async Task Json_BeforeTheCommand_MeansTheSame()
    {
        FakeCommand command = new((_, _, output, _) => output.Document(() => new JsonArray(1)));

        Invocation invocation = await Invocation.OfAsync(command, ["--json", .. Line]);

        Assert.Equal("[\n  1\n]\n", invocation.Output);
    }
}
