namespace Segmentation.Tests;

public sealed class IdColumnTests
{
    [Theory]
    [InlineData("CustomerID,Age\n1,20\n2,30\n", "CustomerID")]
    [InlineData("Shop ID,CustomerID\n7,1\n7,2\n7,3\n", "CustomerID")]
    [InlineData("Zip,Client key\n01234,a\n01235,b\n", "Client key")]
    [InlineData("CustomerID,Age\n1,20\n1,30\n2,40\n", "CustomerID")]
    [InlineData("CustomerID,Age\n1,20\n1,30\n1,40\n", null)]
    [InlineData("InvoiceNo,CustomerID\n1,7\n1,7\n2,8\n2,8\n", null)]
    [InlineData("Age,Income\n20,1\n30,2\n", null)]
    public void Read_Table_ChoosesItsIdColumn(string text, string? name)
    {
        Assert.Equal(name, Csv.Read(text).Id?.Name);
    }

    [Fact]
    public void Read_FewRepeatedIdsBesideAnotherColumnOfIds_StillIdentifyRows()
    {
        string rows = string.Concat(Enumerable.Range(1, 19).Select(i => $"{i},{i % 3}\n"));

        CustomerTable table = Csv.Read($"CustomerID,Shop ID\n{rows}1,0\n");

        Assert.Equal("CustomerID", table.Id!.Name);
    }

    [Fact]
    public void Read_IdColumnGiven_IsReadAsIds()
    {
        CustomerTable table = Csv.Read("CustomerID,Phone\n1,555\n2,556\n", new CsvOptions { IdColumn = "Phone" });

        Assert.Equal("Phone", table.Id!.Name);
        Assert.Equal("555", table.RowId(0));
    }
}
