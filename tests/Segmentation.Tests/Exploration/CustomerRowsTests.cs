namespace Segmentation.Tests.Exploration;

public sealed class CustomerRowsTests
{
    [Fact]
    public void Doubt_OrderLines_SaysHowManyRowsOfHowManyCustomers()
    {
        CustomerTable table = Csv.Read("InvoiceNo,CustomerID,Amount\n" + Rows(1200, i => $"{i / 3},{(i < 1190 ? i % 4 : string.Empty)},{i}.5"));

        Finding doubt = CustomerRows.Doubt(table)!;

        Assert.Equal((FindingKind.Transactions, 1186), (doubt.Kind, doubt.Count));
        Assert.Equal(
            "1,200 rows of 4 customers: these look like transactions, for 'CustomerID' repeats, which 10 rows lack. Sum them up to one row a customer first; as they are, every row counts as a customer.",
            doubt.Message);
        Assert.Equal(doubt.Message, TableSummary.Of(table).Findings[0].Message);
    }

    [Fact]
    public void Doubt_RowsOfOneCustomer_CountsInTheSingular()
    {
        Assert.StartsWith("3 rows of 1 customer: ", CustomerRows.Doubt(Csv.Read("Kundennummer,x\n7,1.5\n7,2\n7,3\n"))!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Doubt_OneInTwentyEnteredTwice_AreStillCustomers(int twice, bool doubt)
    {
        CustomerTable table = Csv.Read("client_id,x\n" + Rows(100, i => $"{Math.Max(i, twice)},{i}.5"));

        Assert.Equal(doubt, CustomerRows.Doubt(table) is not null);
        Assert.Equal(!doubt, TableSummary.Of(table).Findings.Any(finding => finding.Kind == FindingKind.DuplicateIds));
    }

    [Theory]
    [InlineData("CustomerID,Shop ID,x", "{0},{1},{2}")]
    [InlineData("CustomerID,Referrer Customer ID,x", "{0},{1},{2}")]
    [InlineData("Shop ID,x,y", "{1},{0}.5,{2}")]
    public void Doubt_OtherIdsRepeat_IsNone(string header, string form)
    {
        CustomerTable table = Csv.Read(
            header + "\n" + Rows(60, i => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, i, i % 3, i * 7 % 11)));

        Assert.Null(CustomerRows.Doubt(table));
    }

    [Fact]
    public void Doubt_ColumnThatIsToldAsTheId_IsTheOnlyOneAsked()
    {
        string text = "account,CustomerID,x\n" + Rows(60, i => $"{i},{i / 2},{i}.5");

        Assert.NotNull(CustomerRows.Doubt(Csv.Read(text)));
        Assert.Null(CustomerRows.Doubt(Csv.Read(text, new CsvOptions { IdColumn = "account" })));
    }

    [Fact]
    public void Doubt_EmailsThatRepeat_AreTransactions()
    {
        CustomerTable table = Csv.Read("contact,x\n" + Rows(60, i => $"anna{i / 3}@example.org,{i}.5"));

        Assert.StartsWith("60 rows of 20 customers: ", CustomerRows.Doubt(table)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Doubt_IdsThatASpreadsheetShortened_SaysHowManyAreLeft()
    {
        CustomerTable table = Csv.Read("CustomerID,x\n" + Rows(60, i => $"1.2345{7 + (i % 2)}E+11,{i}.5"));

        Finding doubt = CustomerRows.Doubt(table)!;

        Assert.Equal((FindingKind.CollapsedIds, 60), (doubt.Kind, doubt.Count));
        Assert.Equal(
            "60 of 60 ids in 'CustomerID' were shortened by a spreadsheet, as '1.23457E+11' was, and 2 different ones are left of them: nobody can tell these customers apart. Export the column as text.",
            doubt.Message);
    }

    [Theory]
    [InlineData("Kunden-Nr.;x\n", ';', "1,23457E+11")]
    [InlineData("Phone no,x\n", ',', "4.91701E+11")]
    public void Doubt_ShortenedIdsOfOtherFiles_AreFound(string header, char delimiter, string id)
    {
        Assert.Equal(FindingKind.CollapsedIds, CustomerRows.Doubt(Csv.Read(header + Rows(60, i => $"{id}{delimiter}{i}")))!.Kind);
    }

    [Fact]
    public void Doubt_MallData_IsNone()
    {
        Assert.Null(CustomerRows.Doubt(MallFile.Load()));
    }

    [Fact]
    public void Of_FileWithoutAnId_SaysHowToNameOne()
    {
        Finding finding = Assert.Single(TableSummary.Of(Csv.Read("Age,Kunde\n" + Rows(40, i => $"{20 + (i * 7 % 31)},{501 + i}"))).Findings, finding => finding.Kind == FindingKind.NoId);

        Assert.Equal(
            "No column is known to identify a customer, so that rows are called by their number; 'Kunde' looks like one, for its 40 values are all different whole numbers between 501 and 540: name it (--id \"Kunde\") if it is.",
            finding.Message);
    }

    private static string Rows(int count, Func<int, string> row) => string.Concat(Enumerable.Range(0, count).Select(i => row(i) + "\n"));
}
