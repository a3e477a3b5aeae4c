namespace Segmentation.Tests;

public sealed class CsvMissingTests
{
    [Fact]
    public void Read_NumbersWithMissingTokens_CountsEachToken()
    {
        CustomerTable table = Csv.Read("Age,y\n20,1\n,1\n  ,1\nNA,1\nna,1\nN/A,1\nNaN,1\nnull,1\n?,1\n-,1\n30,1\n");

        Assert.Equal(9, table["Age"].MissingCount);
        IReadOnlyDictionary<string, int> tokens = table.LoadReport!.MissingTokens["Age"];
        Assert.Equal(
            ["", "-", "?", "N/A", "NA", "NaN", "na", "null"], tokens.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2, tokens[""]);
        Assert.Equal(["Age"], table.LoadReport.MissingTokens.Keys);
    }

    [Fact]
    public void Read_CountryCalledNA_IsACountryWithAWarning()
    {
        CustomerTable table = Csv.Read("Country,y\nNA,1\nDE,1\nNA,1\n,1\n?,1\nNull,1\n");

        Assert.Equal(["NA", "DE", "NA", null, null, "Null"], table.Texts("Country"));
        Assert.Equal(
            [
                "Column 'Country': 'NA' (2 cells) was taken as a value; MissingTokens (--missing-text) can say that it means missing.",
                "Column 'Country': 'Null' (1 cell) was taken as a value; MissingTokens (--missing-text) can say that it means missing.",
            ],
            table.LoadReport!.Warnings);
    }

    [Fact]
    public void Read_TokenKeptInAColumnOfManyTexts_IsWarnedOfOnce()
    {
        string rows = string.Concat(Enumerable.Range(1, 20_000).Select(i => $"name{i},1\nNA,2\n?,3\n"));

        CustomerTable table = Csv.Read($"Name,y\n{rows}");

        Assert.Equal(20_000, table.LoadReport!.MissingTokens["Name"]["?"]);
        Assert.Equal(
            ["Column 'Name': 'NA' (20000 cells) was taken as a value; MissingTokens (--missing-text) can say that it means missing."],
            table.LoadReport.Warnings);
    }

    [Fact]
    public void Read_MissingTokensGiven_HoldInEveryColumn()
    {
        CsvOptions options = new() { MissingTokens = ["NA", "999"] };

        CustomerTable table = Csv.Read("Country,Age\nNA,20\nDE,999\n?,30\n", options);

        Assert.Equal([null, "DE", "?"], table.Texts("Country"));
        Assert.Equal(["20", null, "30"], table.Texts("Age"));
        Assert.Empty(table.LoadReport!.Warnings);
    }

    [Fact]
    public void Read_MissingTokensGivenForAColumn_HoldThereOnly()
    {
        CsvOptions options = new()
        {
            MissingTokens = ["NA"],
            ColumnMissingTokens = new Dictionary<string, IReadOnlyList<string>> { ["Country"] = [] },
        };

        CustomerTable table = Csv.Read("Country,Gender\nNA,NA\nDE,Male\n", options);

        Assert.Equal(["NA", "DE"], table.Texts("Country"));
        Assert.Equal([null, "Male"], table.Texts("Gender"));
    }

    [Fact]
    public void Read_ColumnWithoutAnyValue_IsNumericAndWarnedOf()
    {
        CustomerTable table = Csv.Read("Age,y\n,1\nNA,1\n");

        Assert.Equal(2, table.Numeric("Age").MissingCount);
        Assert.Equal(["Column 'Age' has no value in any row."], table.LoadReport!.Warnings);
    }

    [Fact]
    public void Read_FewTextsAmongNumbers_AreWarnedOfWithTheirLines()
    {
        CustomerTable table = Csv.Read("Age,y\n20,1\nunknown,1\n30,1\nNA,1\n1e999,1\n");

        Assert.Equal(["20", "unknown", "30", null, "1e999"], table.Texts("Age"));
        Assert.Equal(
            ["Column 'Age': 2 cells are not a number: 'unknown' (line 3), '1e999' (line 6); the column was read as text; StrayTexts (--stray-text missing) can take them as missing."],
            table.LoadReport!.Warnings);
        Assert.Equal(
            [new StrayText("Age", ColumnKind.Numeric, 3, "unknown"), new StrayText("Age", ColumnKind.Numeric, 6, "1e999")],
            table.LoadReport.StrayTexts);
    }

    [Fact]
    public void Numeric_ColumnWithStrayTexts_NamesFileLineColumnAndValue()
    {
        CustomerTable table = Csv.Read("Age,y\n20,1\n30,1\nn.a.,1\n");

        DataException error = Assert.Throws<DataException>(() => table.Numeric("Age"));

        Assert.Equal("customers.csv(4): column 'Age' should be a number but is 'n.a.'.", error.Message);
    }

    [Fact]
    public void Numeric_NumberTooLarge_SaysSo()
    {
        CustomerTable table = Csv.Read("Age,y\n20,1\n1e999,1\n");

        DataException error = Assert.Throws<DataException>(() => table.Numeric("Age"));

        Assert.Equal(
            "customers.csv(3): column 'Age' should be a number but is '1e999', which is beyond the largest number (1.8E+308).",
            error.Message);
    }

    [Fact]
    public void Numeric_ColumnOfCategories_SaysWhatItIs()
    {
        CustomerTable table = Csv.Read("Gender,y\nMale,1\nFemale,1\n");

        ArgumentException error = Assert.Throws<ArgumentException>(() => table.Numeric("Gender"));

        Assert.StartsWith("Column 'Gender' is not numeric but a column of categories.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_StrayTextsAsMissing_AreMissingAndCounted()
    {
        CsvOptions options = new() { StrayTexts = StrayTextHandling.TreatAsMissing };

        CustomerTable table = Csv.Read("Age,Since\n20,2024-01-01\nx,2024-01-02\n30,soon\n", options);

        Assert.Equal(["20", null, "30"], table.Texts("Age"));
        Assert.Equal(["2024-01-01", "2024-01-02", null], table.Texts("Since"));
        Assert.Equal(1, table.LoadReport!.MissingTokens["Age"]["x"]);
        Assert.Equal(
            [
                "Column 'Age': 1 cell is not a number: 'x' (line 3); taken as missing.",
                "Column 'Since': 1 cell is not a date: 'soon' (line 4); taken as missing.",
            ],
            table.LoadReport.Warnings);
    }

    [Fact]
    public void Read_ManyStrayTexts_ListsTheFirstTen()
    {
        string rows = string.Concat(Enumerable.Range(1, 12).Select(i => $"{i}\nx{i}\n"));

        CustomerTable table = Csv.Read($"Age\n{rows}");

        Assert.Equal(10, table.LoadReport!.StrayTexts.Count);
        Assert.Contains("12 cells are not a number", table.LoadReport.Warnings[0], StringComparison.Ordinal);
        Assert.Contains("'x10' (line 21), …;", table.LoadReport.Warnings[0], StringComparison.Ordinal);
    }
}
