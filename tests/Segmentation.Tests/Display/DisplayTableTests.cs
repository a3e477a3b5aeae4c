namespace Segmentation.Tests.Display;

public sealed class DisplayTableTests
{
    [Fact]
    public void ToText_NumbersAndTexts_AreAlignedByTheirKind()
    {
        DisplayTable table = new("", ["Name", "Count"], [["a", 5], ["longer", 1200]]);

        Assert.Equal("Name    Count\n------  -----\na           5\nlonger  1,200", table.ToText());
    }

    [Fact]
    public void ToText_LongText_IsBrokenBetweenWordsWithinItsColumn()
    {
        DisplayTable table = new("", ["Why", "k"], [[string.Join(' ', Enumerable.Repeat("because", 30)), 3]]);

        string[] lines = table.ToText().Split('\n');

        Assert.Equal(100, lines[1].Length);
        Assert.EndsWith(" 3", lines[2], StringComparison.Ordinal);
        Assert.Equal(30, lines.Skip(2).Sum(line => line.Split("because").Length - 1));
    }

    [Fact]
    public void ToHtml_HundredsOfColumns_ShowsTwentyAndCountsTheOthers()
    {
        string[] headers = [.. Enumerable.Range(1, 300).Select(i => $"Column {i}")];
        DisplayTable table = new("", headers, [[.. headers.Select(_ => (DisplayCell)1)]]);

        Assert.Equal(20, table.ToHtml().Split("scope=\"col\"").Length - 1);
        const string Others = "Not shown for lack of room: Column 21, Column 22, Column 23, Column 24, Column 25 and 275 more columns.";
        Assert.Contains(Others, table.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToText_MoreColumnsThanFit_NamesThoseLeftOut()
    {
        string[] headers = [.. Enumerable.Range(1, 14).Select(i => $"Column {i}")];
        DisplayTable table = new("", headers, [[.. headers.Select(_ => (DisplayCell)1234567)]]);

        string hidden = string.Join(", ", headers.Skip(9));
        Assert.EndsWith($" Not shown for lack of room: {hidden}.", table.ToText().Replace('\n', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void ToText_WideCharacters_TakeTwoColumns()
    {
        DisplayTable table = new("", ["都市", "n"], [["東京", 1], ["Rome", 2]]);

        Assert.Equal("都市  n\n----  -\n東京  1\nRome  2", table.ToText());
    }

    [Fact]
    public void Cells_UnknownValues_AreDashes()
    {
        DisplayTable table = new("", ["A", "B", "C", "D"], [[null as string, double.NaN, null as double?]]);

        Assert.Equal(["–", "–", "–", "–"], table.Rows[0].Select(cell => cell.ToString()));
    }

    [Fact]
    public void Constructor_RowTooLong_NamesBothNumbers()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new DisplayTable("", ["A"], [["a", "b"]]));

        Assert.StartsWith("A row has 2 cells, but there are 1 columns.", error.Message, StringComparison.Ordinal);
    }
}
