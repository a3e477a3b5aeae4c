namespace Segmentation.Cli.Tests;

public sealed class CommandOutputTests
{
    private static readonly Terminal Colour = new(OutputIsTerminal: true, ErrorIsTerminal: true, Colour: true, Width: 60);

    [Fact]
    public void Table_InAPipe_IsAlignedRowsWithoutEscapeCodes()
    {
        string text = Shown(Terminal.None, output => output.Table(Customers()));

        Assert.Equal(
            """
            Name               Count   Mean
            Age [red]            200  38.85
            收入                 200      -
            \u001B[31mx\u0009      3      0

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void Table_InAPipe_IsNeverWrapped()
    {
        TextTable table = new("Name", "Text");
        table.Add("a", new string('x', 500));

        string text = Shown(Terminal.None, output => output.Table(table));

        Assert.Equal($"Name  Text\na     {new string('x', 500)}\n", text);
    }

    [Fact]
    public void Table_InATerminal_HasRulesAndTakesCellsAsTheyStand()
    {
        string text = Shown(Colour, output => output.Table(Customers()));

        Assert.Contains("\u001b[1mName\u001b[0m", text, StringComparison.Ordinal);
        Assert.Contains("Age [red]", text, StringComparison.Ordinal);
        Assert.Contains(@"\u001B[31mx\u0009", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(37, true)]
    [InlineData(36, false)]
    public void Table_InATerminal_HasRulesOnlyWhereItFits(int width, bool rules)
    {
        string text = Shown(Colour with { Width = width }, output => output.Table(Customers()));

        Assert.Equal(rules, text.Contains('─', StringComparison.Ordinal));
        Assert.Contains("38.85", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n').Where(_ => rules), line => Assert.InRange(WidthOf(line), 0, width));
    }

    [Fact]
    public void Table_InATerminalWithNoColor_HasNoEscapeCodes()
    {
        string text = Shown(Colour with { Colour = false }, output =>
        {
            output.Heading("Columns");
            output.Table(Customers());
        });

        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("Age [red]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Heading_InATerminal_IsBoldAndNoMarkup()
    {
        string text = Shown(Colour, output => output.Heading("[link]x"));

        Assert.Equal("\n\u001b[1m[link]x\u001b[0m\n", text);
    }

    [Fact]
    public void Line_ThatWouldTurnTheDirectionOfWriting_ShowsTheCode()
    {
        string text = Shown(Terminal.None, output => output.Line("invoice\u202Efdp.exe\u2028\ud800"));

        Assert.Equal("invoice\\u202Efdp.exe\\u2028\ufffd\n", text);
    }

    [Fact]
    public void Line_InATerminal_IsBrokenBetweenWordsUnlessItIsMeantToBeCopied()
    {
        string text = Shown(Colour with { Width = 12 }, output =>
        {
            output.Line("a line of several words, averyveryverylongone");
            output.CopyableLine("segment verify out");
        });

        Assert.Equal("a line of\nseveral\nwords,\naveryveryverylongone\nsegment verify out\n", text);
    }

    [Fact]
    public void Table_InANarrowTerminal_LosesItsRulesBeforeItBreaksANumber()
    {
        TextTable table = new("Name", "#Spending score (1-100)", "#Mean");
        table.Add("High income, low spending", "1234567", "12.25");

        string text = Shown(Colour with { Width = 30, Colour = false }, output => output.Table(table));

        Assert.Equal(
            """
            Name         Spending   Mean
                            score
                          (1-100)
            High          1234567  12.25
            income, low
            spending

            """.ReplaceLineEndings("\n"),
            string.Concat(text.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd() + "\n")));
    }

    [Fact]
    public void Warn_GoesToStandardError()
    {
        using StringWriter error = new();

        new CommandOutput(TextWriter.Null, error, Terminal.None, isJson: true).Warn("two rows were dropped");

        Assert.Equal("segment: warning: two rows were dropped\n", error.ToString());
    }

    [Fact]
    public void Progress_InAPipe_IsQuiet()
    {
        using StringWriter error = new();
        CommandOutput output = new(TextWriter.Null, error, Terminal.None, isJson: false);

        int result = output.WithProgress(stages =>
        {
            stages.Start("load").Report(0.5);
            return 7;
        });

        Assert.Equal((7, ""), (result, error.ToString()));
    }

    [Fact]
    public void Progress_InATerminal_GoesToStandardErrorOnly()
    {
        using StringWriter text = new();
        using StringWriter error = new();
        CommandOutput output = new(text, error, Colour, isJson: true);

        int result = output.WithProgress(stages =>
        {
            stages.Start("load [x]").Report(0.5);
            stages.Start("cluster").Report(1);
            return 7;
        });

        Assert.Equal((7, ""), (result, text.ToString()));
        Assert.Contains("load [x]", error.ToString(), StringComparison.Ordinal);
    }

    private static int WidthOf(string line) => new Spectre.Console.Rendering.Segment(
        System.Text.RegularExpressions.Regex.Replace(line, @"\u001b\[\d+m", "")).CellCount();

    private static TextTable Customers()
    {
        TextTable table = new("Name", "#Count", "#Mean");
        table.Add("Age [red]", "200", "38.85");
        table.Add("收入", "200", null);
        table.Add("\u001b[31mx\t", "3", "0");
        return table;
    }

    private static string Shown(Terminal terminal, Action<CommandOutput> show)
    {
        using StringWriter output = new();
        show(new CommandOutput(output, TextWriter.Null, terminal, isJson: false));
        return output.ToString();
    }
}
