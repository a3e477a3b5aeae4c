namespace Segmentation.Tests;

/// <summary>Dates whose century nobody has said.</summary>
public sealed class CsvTwoDigitYearTests
{
    [Theory]
    [InlineData("03/04/24", "dd/MM/yy or MM/dd/yy")]
    [InlineData("25/04/24", "dd/MM/yy")]
    [InlineData("04/25/24", "MM/dd/yy")]
    [InlineData("3.4.24", "d.M.yy or M.d.yy")]
    [InlineData("25-04-24 08:30", "dd-MM-yy H:mm")]
    [InlineData("05-Mar-24", "dd-MMM-yy")]
    [InlineData("5 Mar 24", "d MMM yy")]
    public void Read_YearsOfTwoDigits_AreWarnedOf(string cell, string formats)
    {
        CustomerTable table = Csv.Read($"Since,y\n{cell},1\nunknown,2\n");

        Assert.Equal(ColumnKind.Categorical, table["Since"].Kind);
        Assert.Equal(
            [$"Column 'Since' was read as text: its cells look like dates with a year of two digits, as '{cell}' in line 2; the century is unknown: set DateFormat (--date-format), for example to {formats}."],
            table.LoadReport!.Warnings);
    }

    [Fact]
    public void Read_DateFormatWithTwoDigits_IsTakenBetween1950And2049()
    {
        CustomerTable table = Csv.Read("Since,y\n03/04/24,1\n25/12/49,2\n01/01/50,3\n", new CsvOptions { DateFormat = "dd/MM/yy" });

        Assert.Equal(["2024-04-03", "2049-12-25", "1950-01-01"], table.Texts("Since"));
        Assert.Empty(table.LoadReport!.Warnings);
    }

    [Theory]
    [InlineData("99-99-99")]
    [InlineData("1.2.3")]
    [InlineData("1/2/3456x")]
    public void Read_TextsThatAreNoDates_AreNotWarnedOf(string cell)
    {
        Assert.Empty(Csv.Read($"Code of box,y\n{cell},1\nx,2\n").LoadReport!.Warnings);
    }
}
