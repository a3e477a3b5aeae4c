namespace Segmentation.Tests;

public sealed class CsvHeaderTests
{
    [Fact]
    public void Read_NameTwice_IsRefused()
    {
        Assert.Equal(
            "customers.csv(2): the column name 'Age' stands 2 times; each column needs its own.",
            Csv.Error("\nAge,Income,Age\n1,2,3\n"));
    }

    [Theory]
    [InlineData("Age,AGE", "Columns 'Age' and 'AGE' differ only in case, blanks or look-alike letters.")]
    [InlineData("Age,Age ", "Columns 'Age' and 'Age ' differ only in case, blanks or look-alike letters.")]
    [InlineData("Age,\u0410ge", "Columns 'Age' and '\u0410ge' (with U+0410) differ only in case, blanks or look-alike letters.")]
    [InlineData("Tax,T\u03B1x", "Columns 'Tax' and 'T\u03B1x' (with U+03B1) differ only in case, blanks or look-alike letters.")]
    [InlineData("Age,\uFF21ge", "Columns 'Age' and '\uFF21ge' (with U+FF21) differ only in case, blanks or look-alike letters.")]
    [InlineData("Age,A\u200Bge", "Columns 'Age' and 'A\u200Bge' (with U+200B) differ only in case, blanks or look-alike letters.")]
    [InlineData("Gr\u00F6\u00DFe,gr\u00F6\u00DFe", "Columns 'Gr\u00F6\u00DFe' and 'gr\u00F6\u00DFe' differ only in case, blanks or look-alike letters.")]
    [InlineData("Caf\u00E9,Cafe\u0301", "Columns 'Caf\u00E9' (with U+00E9) and 'Cafe\u0301' (with U+0301) differ only in case, blanks or look-alike letters.")]
    [InlineData("A B,A\u00A0B", "Columns 'A B' and 'A\u00A0B' (with U+00A0) differ only in case, blanks or look-alike letters.")]
    [InlineData("A\u200Bge,A\u200Cge", "Columns 'A\u200Bge' (with U+200B) and 'A\u200Cge' (with U+200C) differ only in case, blanks or look-alike letters.")]
    public void Read_NamesThatLookAlike_AreWarnedOf(string header, string warning)
    {
        CustomerTable table = Csv.Read($"{header}\n1,2\n");

        Assert.Equal([warning], table.LoadReport!.Warnings);
        Assert.Equal(header.Split(','), table.Columns.Select(c => c.Name));
    }

    [Fact]
    public void Read_BlanksAroundAName_AreTakenOffWithAWarning()
    {
        CustomerTable table = Csv.Read("Income, Age\n1, 20\n");

        Assert.Equal([20], table.Numeric("Age").Values);
        Assert.Equal(["Column 'Age' stands in the header with blanks around it."], table.LoadReport!.Warnings);
    }

    [Fact]
    public void Read_ColumnWithoutName_IsCalledByItsPosition()
    {
        CustomerTable table = Csv.Read(",Age,Column 1\n7,20,1\n8,30,2\n");

        Assert.Equal(["Column 1'", "Age", "Column 1"], table.Columns.Select(c => c.Name));
        Assert.Equal(["Column 1 has no name and is called 'Column 1''."], table.LoadReport!.Warnings);
    }

    [Fact]
    public void Read_DelimiterAtTheEndOfEveryLine_MakesNoColumn()
    {
        CustomerTable table = Csv.Read("Income,Age,\n1,20,\n2,30,\n");

        Assert.Equal(["Income", "Age"], table.Columns.Select(c => c.Name));
        Assert.Equal(["Column 3 has neither a name nor a value and was left out."], table.LoadReport!.Warnings);
    }

    [Fact]
    public void Read_FileWithoutHeader_IsWarnedOf()
    {
        CustomerTable table = Csv.Read("1,20\n2,30\n");

        Assert.Equal(
            ["The column names are all numbers; the file may have no header, and its first row was taken for one."],
            table.LoadReport!.Warnings);
    }
}
