namespace Segmentation.Tests;

/// <summary>A point that may group thousands: in a file delimited by semicolons 1.234 may be 1234.</summary>
public sealed class CsvAmbiguousPointTests
{
    private const string Warning =
        "Column 'Income' has texts that are numbers if '.' is the decimal separator; it may also group thousands, so nothing was guessed: set DecimalSeparator (--decimal point) to say so.";

    [Theory]
    [InlineData("Income;y\n1.234;a\n2.345;b\n")]
    [InlineData("Income;y\n-1.234;a\n950;b\n12;c\n")]
    [InlineData("Income;y\n1.234;1,234\n2.345;2,345\n")]
    public void Read_SemicolonFileWithPointsThatMayGroupThousands_IsNotGuessed(string text)
    {
        CustomerTable table = Csv.Read(text);

        Assert.Equal(ColumnKind.Categorical, table["Income"].Kind);
        Assert.Equal(Warning, table.LoadReport!.Warnings[0]);
    }

    [Fact]
    public void Numeric_PointThatMayGroupThousands_SaysWhatIsInDoubt()
    {
        CustomerTable table = Csv.Read("Income;y\n950;b\n1.234;a\n");

        DataException error = Assert.Throws<DataException>(() => table.Numeric("Income"));

        Assert.Equal(
            "customers.csv(3): column 'Income' should be a number but is '1.234', whose point may be a decimal one or group thousands; DecimalSeparator (--decimal) can say which.",
            error.Message);
    }

    [Theory]
    [InlineData("Income,y\n1.234,a\n2.345,b\n", "in a file delimited by commas the point is decimal")]
    [InlineData("Income\ty\n1.234\ta\n2.345\tb\n", "the same with tabs")]
    [InlineData("Income;y\n1.234;a\n2.345;b\n0.5;c\n", "another cell proves the point")]
    [InlineData("Income;y\n1.234;12.5\n2.345;13\n", "another column proves the point")]
    [InlineData("Income;y\n1.234;0.123\n2.345;0.456\n", "no thousands begin with 0")]
    public void Read_PointThatIsProven_IsDecimal(string text, string why)
    {
        CustomerTable table = Csv.Read(text);

        Assert.True(table["Income"].Kind == ColumnKind.Numeric, why);
        Assert.Equal([1.234, 2.345], table.Numeric("Income").Values[..2]);
        Assert.Empty(table.LoadReport!.Warnings);
    }

    [Fact]
    public void Read_DecimalPointGiven_IsTaken()
    {
        CustomerTable table = Csv.Read("Income;y\n1.234;a\n2.345;b\n", new CsvOptions { DecimalSeparator = '.' });

        Assert.Equal([1.234, 2.345], table.Numeric("Income").Values);
    }

    [Fact]
    public void Read_WholeNumbersInASemicolonFile_AreNumbers()
    {
        Assert.Equal([1234, 950], Csv.Read("Income;y\n1234;a\n950;b\n").Numeric("Income").Values);
    }
}
