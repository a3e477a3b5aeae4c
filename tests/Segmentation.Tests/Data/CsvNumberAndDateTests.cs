namespace Segmentation.Tests;

public sealed class CsvNumberAndDateTests
{
    [Fact]
    public void Read_SemicolonFileThatNeedsIt_HasADecimalComma()
    {
        CustomerTable table = Csv.Read("Income;Score\n12,5;1,234\n-0,25;2,500\n3;7\n");

        Assert.Equal([12.5, -0.25, 3], table.Numeric("Income").Values);
        Assert.Equal([1.234, 2.5, 7], table.Numeric("Score").Values);
    }

    [Fact]
    public void Read_SemicolonFileWithPoints_HasADecimalPoint()
    {
        Assert.Equal([12.5, 3], Csv.Read("Income;Score\n12.5;1\n3;2\n").Numeric("Income").Values);
    }

    [Theory]
    [InlineData("Income;y\n1,234;a\n950;a\n", "950")]
    [InlineData("Income;y\n1,234;a\n2,500;a\n", "2,500")]
    [InlineData("Income,y\n\"1,234\",a\n\"2,500\",a\n", "2,500")]
    [InlineData("Income,y\n\"12,5\",a\n\"13,5\",a\n", "13,5")]
    public void Read_CommaThatMayGroupThousands_IsNotGuessed(string text, string second)
    {
        CustomerTable table = Csv.Read(text);

        Assert.Equal(second, table["Income"].TextAt(1));
        Assert.StartsWith(
            "Column 'Income' has texts that are numbers if ',' is the decimal separator; it may also group thousands, so nothing was guessed: set DecimalSeparator (--decimal comma) to say so.",
            table.LoadReport!.Warnings[0], StringComparison.Ordinal);
        DataException error = Assert.Throws<DataException>(() => table.Numeric("Income"));
        Assert.StartsWith("customers.csv(2): column 'Income' should be a number but is '1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PointsInADecimalCommaFile_AreNotGuessed()
    {
        CustomerTable table = Csv.Read("Income;Score\n12,5;1.234\n3,5;2.500\n");

        Assert.Equal(ColumnKind.Categorical, table["Score"].Kind);
        Assert.Contains("if '.' is the decimal separator; it may also group thousands, so nothing was guessed: set DecimalSeparator (--decimal point)", table.LoadReport!.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DecimalSeparatorGiven_IsTaken()
    {
        CsvOptions comma = new() { DecimalSeparator = ',' };

        Assert.Equal([1.234, 2.5], Csv.Read("Income;y\n1,234;a\n2,500;a\n", comma).Numeric("Income").Values);
        Assert.Equal([1.5], Csv.Read("Income,y\n\"1,5\",a\n", comma).Numeric("Income").Values);
        Assert.Equal("12,5", Csv.Read("Income;y\n12,5;a\n", comma with { DecimalSeparator = '.' })["Income"].TextAt(0));
    }

    [Theory]
    [InlineData("2024-03-05", "2024-03-05")]
    [InlineData("2024/3/5", "2024-03-05")]
    [InlineData("2024-03-05 08:45:00", "2024-03-05T08:45:00")]
    [InlineData("2024-03-05T08:45:00.5", "2024-03-05T08:45:00.5")]
    [InlineData("2024-03-05T23:45:00+02:00", "2024-03-05T23:45:00")]
    [InlineData("2024-03-05T23:45Z", "2024-03-05T23:45:00")]
    [InlineData("5 Mar 2024", "2024-03-05")]
    [InlineData("March 5, 2024", "2024-03-05")]
    [InlineData("25/3/2024 8:26", "2024-03-25T08:26:00")]
    [InlineData("3/25/2024 8:26 PM", "2024-03-25T20:26:00")]
    [InlineData("25.03.2024", "2024-03-25")]
    [InlineData("25-03-2024", "2024-03-25")]
    [InlineData("05/05/2024", "2024-05-05")]
    public void Read_CommonDates_AreDates(string cell, string iso)
    {
        CustomerTable table = Csv.Read($"Since|y\n{cell}|1\n");

        Assert.Equal(ColumnKind.Date, table["Since"].Kind);
        Assert.Equal(iso, table["Since"].TextAt(0));
    }

    [Fact]
    public void Read_OneDateThatFitsOneOrder_DecidesTheColumn()
    {
        CustomerTable table = Csv.Read("Since,y\n03/04/2024,1\n13/04/2024,1\n");

        Assert.Equal(["2024-04-03", "2024-04-13"], table.Texts("Since"));
    }

    [Theory]
    [InlineData("01/01/2024\n03/04/2024\n05/06/2024")]
    [InlineData("01/01/2024\n03/04/2024\nunknown")]
    public void Read_DatesThatFitBothOrders_SayHowToTell(string cells)
    {
        Assert.Equal(
            "customers.csv(3): column 'Since' could be day-month or month-day, as in '03/04/2024': set DateOrder to DayFirst or MonthFirst (--date-order day or month), or DateFormat (--date-format).",
            Csv.Error($"Since\n{cells}\n"));
    }

    [Theory]
    [InlineData("25/06/2024\n01/22/2024", 2, 3)]
    [InlineData("03/04/2024\n25/06/2024\n\n01/22/2024\nunknown", 3, 5)]
    [InlineData("25/06/2024\n01/22/2024\nunknown", 2, 3)]
    public void Read_DatesThatFitNoOneOrder_NamesALineOfEach(string cells, int dayLine, int monthLine)
    {
        CustomerTable table = Csv.Read($"Since\n{cells}\n");

        Assert.Equal(ColumnKind.Categorical, table["Since"].Kind);
        Assert.Contains(
            $"Column 'Since' was read as text: no order of day and month fits its dates, for '25/06/2024' in line {dayLine} is day-month and '01/22/2024' in line {monthLine} is month-day.",
            table.LoadReport!.Warnings);
    }

    [Fact]
    public void Read_TwoDatesAmongManyTexts_AreNotWarnedOf()
    {
        CustomerTable table = Csv.Read("Note\n25/06/2024\n01/22/2024\na\nb\nc\n");

        Assert.Empty(table.LoadReport!.Warnings);
    }

    [Fact]
    public void Read_DatesThatFitNoOneOrderInAColumnOfDates_NamesALineOfEach()
    {
        CsvOptions options = new() { ColumnKinds = new Dictionary<string, ColumnKind> { ["Since"] = ColumnKind.Date } };

        Assert.Equal(
            "customers.csv(3): column 'Since' should be dates, but no order of day and month fits them, for '25/06/2024' in line 2 is day-month and '01/22/2024' in line 3 is month-day.",
            Csv.Error("Since\n25/06/2024\n01/22/2024\n", options));
    }

    [Theory]
    [InlineData(DateOrder.DayFirst, "2024-04-03")]
    [InlineData(DateOrder.MonthFirst, "2024-03-04")]
    public void Read_DateOrderGiven_IsTaken(DateOrder order, string iso)
    {
        CustomerTable table = Csv.Read("Since,y\n03/04/2024,1\n", new CsvOptions { DateOrder = order });

        Assert.Equal(iso, table["Since"].TextAt(0));
    }

    [Fact]
    public void Read_DateFormatGiven_IsTakenWhereItFits()
    {
        CustomerTable table = Csv.Read(
            "Since,Until,Age\n20240305,2024-03-06,20\n20231224,2024-03-07,30\n", new CsvOptions { DateFormat = "yyyyMMdd" });

        Assert.Equal(["2024-03-05", "2023-12-24"], table.Texts("Since"));
        Assert.Equal(["2024-03-06", "2024-03-07"], table.Texts("Until"));
        Assert.Equal(ColumnKind.Numeric, table["Age"].Kind);
    }

    [Fact]
    public void Read_FewTextsAmongDates_AreWarnedOf()
    {
        CustomerTable table = Csv.Read("Since\n2024-01-02\n2024-02-30\n2024-03-01\n");

        Assert.Equal(ColumnKind.Categorical, table["Since"].Kind);
        Assert.Equal(new StrayText("Since", ColumnKind.Date, 3, "2024-02-30"), Assert.Single(table.LoadReport!.StrayTexts));
    }

    [Fact]
    public void Read_MinusZero_IsZero()
    {
        CustomerTable table = Csv.Read("Change,y\n-0,1\n-0.0,2\n-1e-400,3\n");

        Assert.Equal([0L, 0L, 0L], table.Numeric("Change").Values.ToArray().Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(["0", "0", "0"], table.Texts("Change"));
    }
}
