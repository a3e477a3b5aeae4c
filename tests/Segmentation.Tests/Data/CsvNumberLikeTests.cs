namespace Segmentation.Tests;

/// <summary>Cells that a reader takes for numbers and that are none as they are spelt: 5%, $5.00, 1,200.50.</summary>
public sealed class CsvNumberLikeTests
{
    [Theory]
    [InlineData("5%", "'%'", "it")]
    [InlineData("5,5 %", "'%'", "it")]
    [InlineData("$5.00", "'$'", "it")]
    [InlineData("-$5.00", "'$'", "it")]
    [InlineData("€ 3", "'€'", "it")]
    [InlineData("3 €", "'€'", "it")]
    [InlineData("1.200,50", "'.' between thousands", "it")]
    [InlineData("1,200.50", "',' between thousands", "it")]
    [InlineData("1,200,000", "',' between thousands", "it")]
    [InlineData("1 200", "blanks between thousands", "them")]
    [InlineData("1\u00A0200,50", "blanks between thousands", "them")]
    [InlineData("1'200.50", "''' between thousands", "it")]
    [InlineData("$1,200.50", "'$' and ',' between thousands", "them")]
    public void Read_CellsThatLookLikeNumbers_AreWarnedOf(string cell, string marks, string them)
    {
        CustomerTable table = Csv.Read($"Discount\ty\n{cell}\t1\nnone\t2\n");

        Assert.Equal(ColumnKind.Categorical, table["Discount"].Kind);
        Assert.Equal(
            [$"Column 'Discount' was read as text: its cells look like numbers with {marks}, as '{cell}' in line 2; remove {them} to use the column as numbers."],
            table.LoadReport!.Warnings);
    }

    [Fact]
    public void Read_FirstCellsPlain_NamesTheFirstThatIsNot()
    {
        CustomerTable table = Csv.Read("Discount,y\n7,1\nnone,2\n5%,3\n6%,4\n");

        Assert.Contains("as '5%' in line 4", Assert.Single(table.LoadReport!.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5%|none|some")]
    [InlineData("A 5|B 6")]
    [InlineData("12.03|2024|x|y|z")]
    [InlineData("20-30|30-40")]
    [InlineData("1,2,3|4,5,6")]
    [InlineData("%|$")]
    public void Read_Words_AreNotWarnedOf(string cells)
    {
        string rows = string.Concat(cells.Split('|').Select(cell => $"{cell}\tx\n"));

        Assert.Empty(Csv.Read($"Band\ty\n{rows}").LoadReport!.Warnings);
    }

    [Fact]
    public void Read_CategoriesGiven_AreNotWarnedOf()
    {
        CsvOptions options = new() { ColumnKinds = new Dictionary<string, ColumnKind> { ["Band"] = ColumnKind.Categorical } };

        Assert.Empty(Csv.Read("Band,y\n5%,1\n10%,2\n", options).LoadReport!.Warnings);
    }
}
