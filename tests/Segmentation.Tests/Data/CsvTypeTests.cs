using System.Globalization;
using Segmentation.TestSupport;

namespace Segmentation.Tests;

public sealed class CsvTypeTests
{
    [Theory]
    [InlineData("1|2|3", ColumnKind.Numeric)]
    [InlineData("1.5|-2e3|+7|1e308| 4 ", ColumnKind.Numeric)]
    [InlineData("Male|Female|Male", ColumnKind.Categorical)]
    [InlineData("2024-01-31|2024-02-01", ColumnKind.Date)]
    [InlineData("0001|0002|0003", ColumnKind.Id)]
    [InlineData("9007199254740993|9007199254740995|5", ColumnKind.Id)]
    [InlineData("12345678901234567890123|1|2", ColumnKind.Id)]
    [InlineData("01|02|01|02", ColumnKind.Categorical)]
    [InlineData("9007199254740992|-9007199254740992|0", ColumnKind.Numeric)]
    [InlineData("0.5|00.5|0", ColumnKind.Numeric)]
    [InlineData("|NA|", ColumnKind.Numeric)]
    public void Read_Column_HasTheKindOfItsCells(string cells, ColumnKind kind)
    {
        CustomerTable table = Csv.Read($"x\ty\n{string.Join('\n', cells.Split('|').Select(cell => $"{cell}\tz"))}\n");

        Assert.Equal(kind, table["x"].Kind);
    }

    [Fact]
    public void Read_TextAfterManyNumbers_MakesTheWholeColumnText()
    {
        string rows = string.Concat(Enumerable.Range(1, 5000).Select(i => $"{i}\n"));

        CustomerTable table = Csv.Read($"Score\n{rows}abc\n");

        Assert.Equal(ColumnKind.Text, table["Score"].Kind);
    }

    [Fact]
    public void Read_ManyRowsWithTextsOfTheirOwn_AreReadExactly()
    {
        string[] ids = [.. Enumerable.Range(1, 40_000).Select(i => $"{i:D6}"), "000001", "000001"];
        string rows = string.Concat(ids.Select((id, row) => $"{id},{row}.5,{(row % 2 == 0 ? "a" : "b")}\n"));

        CustomerTable table = Csv.Read($"CustomerID,Income,Group\n{rows}");

        Assert.Equal(ids, table.Texts("CustomerID"));
        Assert.Equal("CustomerID", table.Id!.Name);
        Assert.Equal(40_001.5, table.Numeric("Income")[40_001]);
        Assert.Equal(["a", "b"], ((CategoricalColumn)table["Group"]).Levels);
    }

    [Fact]
    public void Read_ManyDifferentTexts_AreText()
    {
        string rows = string.Concat(Enumerable.Range(1, 30).Select(i => $"name{i},town{i % 15}\n"));

        CustomerTable table = Csv.Read($"Name,Town\n{rows}");

        Assert.Equal(ColumnKind.Text, table["Name"].Kind);
        Assert.Equal(ColumnKind.Categorical, table["Town"].Kind);
    }

    [Theory]
    [InlineData("CustomerID", ColumnKind.Id)]
    [InlineData("customer_id", ColumnKind.Id)]
    [InlineData("customerid", ColumnKind.Id)]
    [InlineData("INVOICENO", ColumnKind.Id)]
    [InlineData("InvoiceNo", ColumnKind.Id)]
    [InlineData("Customer Number", ColumnKind.Id)]
    [InlineData("StockCode", ColumnKind.Id)]
    [InlineData("Row-Key", ColumnKind.Id)]
    [InlineData("Number of purchases", ColumnKind.Numeric)]
    [InlineData("Paid", ColumnKind.Numeric)]
    [InlineData("Number", ColumnKind.Numeric)]
    [InlineData("Annual Income (k$)", ColumnKind.Numeric)]
    public void Read_WholeNumbers_AreIdsWhenTheNameSaysSo(string name, ColumnKind kind)
    {
        Assert.Equal(kind, Csv.Read($"{name},y\n1,1.5\n2,2.5\n3,3.5\n")[name].Kind);
    }

    [Fact]
    public void Read_FractionsUnderANameOfIds_AreNumbers()
    {
        Assert.Equal(ColumnKind.Numeric, Csv.Read("Grid key\n1.5\n2\n")["Grid key"].Kind);
    }

    [Fact]
    public void Read_CodeWithFewLevels_IsACategory()
    {
        CustomerTable table = Csv.Read("Country code,y\nDE,1\nFR,1\nDE,1\nFR,1\n");

        Assert.Equal(ColumnKind.Categorical, table["Country code"].Kind);
    }

    [Fact]
    public void Read_Ids_StayExactlyTheirText()
    {
        string[] ids = ["0001", "9007199254740993", "12345678901234567890123", "1e5", "A-7 "];

        CustomerTable table = Csv.Read($"CustomerID,Age\n{string.Concat(ids.Select(id => $"{id},20\n"))}");

        Assert.Equal(ids, table.Texts("CustomerID"));
        Assert.Equal("CustomerID", table.Id!.Name);
    }

    [Fact]
    public void Read_KindsGiven_AreTaken()
    {
        CsvOptions options = new()
        {
            ColumnKinds = new Dictionary<string, ColumnKind>
            {
                ["Shop no"] = ColumnKind.Numeric,
                ["Region"] = ColumnKind.Categorical,
                ["Day"] = ColumnKind.Date,
                ["Note"] = ColumnKind.Text,
            },
        };

        CustomerTable table = Csv.Read("Shop no,Region,Day,Note\n07,1,2024-01-02,a\n08,2,2024-01-03,a\n", options);

        Assert.Equal([7, 8], table.Numeric("Shop no").Values);
        Assert.Equal(ColumnKind.Categorical, table["Region"].Kind);
        Assert.Equal(ColumnKind.Date, table["Day"].Kind);
        Assert.Equal(ColumnKind.Text, table["Note"].Kind);
    }

    [Theory]
    [InlineData(ColumnKind.Numeric, "customers.csv(3): column 'x' should be a number but is 'b'.")]
    [InlineData(ColumnKind.Date, "customers.csv(2): column 'x' should be a date but is '1'.")]
    public void Read_KindGivenThatDoesNotFit_NamesTheCell(ColumnKind kind, string message)
    {
        CsvOptions options = new() { ColumnKinds = new Dictionary<string, ColumnKind> { ["x"] = kind } };

        Assert.Equal(message, Csv.Error("x\n1\nb\n", options));
    }

    [Fact]
    public void Read_OptionForAColumnThatIsNotThere_NamesTheNearest()
    {
        CsvOptions options = new() { IdColumn = "Custmer" };

        Assert.Equal(
            "customers.csv: no column named 'Custmer'. Did you mean 'Customer'? Columns: Customer, Age.",
            Csv.Error("Customer,Age\n1,20\n", options));
    }

    [Fact]
    public void Read_UnderAGermanCulture_GivesTheSameTable()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            CustomerTable table = Csv.Read("Income,Since\n1.5,2024-01-02\n2.25,2024-03-04\n");

            Assert.Equal([1.5, 2.25], table.Numeric("Income").Values);
            Assert.Equal(["1.5", "2.25"], table.Texts("Income"));
            Assert.Equal(["2024-01-02", "2024-03-04"], table.Texts("Since"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("data/Mall_Customers.csv", "Gender", "1")]
    [InlineData("data/Mall_Customers_Genre.csv", "Genre", "0001")]
    public void Load_PublicMallData_HasItsKinds(string file, string gender, string firstId)
    {
        CustomerTable table = CustomerTable.Load(Repository.Public(file));

        Assert.Equal(200, table.RowCount);
        Assert.Equal("CustomerID", table.Id!.Name);
        Assert.Equal(firstId, table.RowId(0));
        Assert.Equal(112, table.Texts(gender).Count(cell => cell == "Female"));
        Assert.Equal(60.56, table.Numeric("Annual Income (k$)").Values.ToArray().Average(), 12);
        Assert.Empty(table.LoadReport!.Warnings);
    }

    [Fact]
    public void Load_PublicOnlineRetailData_HasItsKinds()
    {
        CustomerTable table = CustomerTable.Load(Repository.Public("data/online_retail_france.csv"));

        Assert.Equal(
            [
                ColumnKind.Id, ColumnKind.Id, ColumnKind.Categorical, ColumnKind.Numeric, ColumnKind.Date, ColumnKind.Numeric,
                ColumnKind.Id, ColumnKind.Categorical,
            ],
            table.Columns.Select(column => column.Kind == ColumnKind.Text ? ColumnKind.Categorical : column.Kind));
        Assert.Null(table.Id);
    }
}
