namespace Segmentation.Tests;

/// <summary>Which columns are ids by their name, and which need ids as cells too.</summary>
public sealed class CsvIdNameTests
{
    [Theory]
    [InlineData("Subscribed (yes/no)", "yes|no")]
    [InlineData("Married Yes/No", "1|0")]
    [InlineData("Opt-in key", "A|B")]
    [InlineData("Opt-in key", "1|2")]
    [InlineData("Status nr", "1|2|3")]
    [InlineData("Region code", "north|south|east")]
    public void Read_FewLevelsInManyRows_AreNoIds(string name, string levels)
    {
        CustomerTable table = Csv.Read(Rows(name, levels.Split('|'), 200));

        Assert.NotEqual(ColumnKind.Id, table[name].Kind);
        Assert.Null(table.Id);
    }

    [Theory]
    [InlineData("Customer No", 2)]
    [InlineData("InvoiceNo", 2)]
    [InlineData("CustomerKey", 2)]
    [InlineData("CustomerID", 2)]
    [InlineData("Desk ID", 2)]
    [InlineData("Lfd. Nr", 200)]
    [InlineData("Row-Key", 200)]
    [InlineData("Table no", 80)]
    [InlineData("StockCode", 80)]
    public void Read_PhraseOfIdsOrManyNumberedCells_AreIds(string name, int levels)
    {
        string[] texts = [.. Enumerable.Range(1, levels).Select(i => $"{i}")];

        Assert.Equal(ColumnKind.Id, Csv.Read(Rows(name, texts, 200))[name].Kind);
    }

    [Fact]
    public void Read_ManyRepeatedWordsUnderACode_AreCategories()
    {
        string[] towns = [.. Enumerable.Range(0, 60).Select(i => $"{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}")];

        Assert.Equal(ColumnKind.Categorical, Csv.Read(Rows("Town code", towns, 600))["Town code"].Kind);
    }

    [Fact]
    public void Read_YesAndNoInTwoRows_AreNoIds()
    {
        Assert.Equal(ColumnKind.Categorical, Csv.Read("Active (yes or no),y\nyes,1.5\nno,2.5\n")["Active (yes or no)"].Kind);
    }

    [Fact]
    public void FromDataReader_FewLevelsUnderAKey_AreNoIds()
    {
        CustomerTable table = new([new CategoricalColumn("Opt-in key", [.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? "A" : "B")])]);

        Assert.Equal(ColumnKind.Categorical, CustomerTable.FromDataReader(table.CreateDataReader())["Opt-in key"].Kind);
    }

    private static string Rows(string name, string[] levels, int count) =>
        $"{name},y\n{string.Concat(Enumerable.Range(0, count).Select(i => $"{levels[i % levels.Length]},{i}.5\n"))}";
}
