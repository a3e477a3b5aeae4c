using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>Whatever is wrong with the data or the options: one line says what and where, and nothing has changed.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("customers.csv");

    private string Out => folder.File("out");

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task Run_NoSuchFile_SaysSo() => AssertRefusedAsync(null, "DATA: no such file.");

    [Fact]
    public Task Run_EmptyFile_SaysWhatIsNeeded() =>
        AssertRefusedAsync("", "DATA: the file is empty; a header and rows are needed.");

    [Fact]
    public Task Run_HeaderOnly_SaysThatRowsAreMissing() =>
        AssertRefusedAsync("Id,Age\n", "DATA: the file has a header but no rows.");

    [Fact]
    public Task Run_RaggedRow_NamesItsLineAndBothLengths() => AssertRefusedAsync(
        "Id,Age,Income\n1,20,30\n2,30\n3,40,50\n", "DATA(3): the row has 2 cells, but the header has 3.");

    [Fact]
    public Task Run_TextInANumericFeature_NamesLineColumnAndValue() => AssertRefusedAsync(
        "Id,Age,Income\n1,20,30\n2,n/k,35\n3,40,50\n4,41,51\n",
        "DATA(3): column 'Age' should be a number but is 'n/k'.",
        "--features", "Age,Income");

    [Fact]
    public Task Run_LogarithmOfACategory_ListsTheNumericColumns() => AssertRefusedAsync(
        Customers.ThreeGroups(),
        "Column 'Town' is not numeric but a column of categories. Numeric columns: Income, Spending.",
        "--features", "Income,Town", "--encode", "Town=log");

    [Fact]
    public Task Run_LogarithmOfANegativeAmount_NamesItsLine() => AssertRefusedAsync(
        "Id,Income\n1,20\n2,-3\n3,40\n4,41\n",
        "DATA(3): column 'Income' is -3, but a logarithm needs amounts of 0 or more. Correct the cell, or leave the column as it is.",
        "--encode", "Income=log");

    [Fact]
    public Task Run_LevelThatIsNotInItsOrder_NamesItsLineAndTheNearest() => AssertRefusedAsync(
        "Id,Size\n1,small\n2,large\n3,smal\n4,large\n",
        "DATA(4): column 'Size' is 'smal', which is not in the order small < large. Did you mean 'small'?",
        "--features", "Size", "--encode", "Size=ordinal:small<large");

    [Theory]
    [InlineData("--encode", "Income", "--encode should be Column=log, Column=onehot, Column=age or \"Column=ordinal:low<mid<high\", but is 'Income'.")]
    [InlineData("--encode", "Income=ordinal:a<a", "--encode 'Income=ordinal:a<a': Level 'a' stands twice in the order a < a.")]
    [InlineData("--weight", "Income=-1", "--weight should be Column=2, with a positive number, but is 'Income=-1'.")]
    [InlineData("--weight", "Incom=2", "There is a weight for 'Incom', which is not a feature. Did you mean 'Income'? Features: Income, Spending.")]
    [InlineData("--as-of", "31.12.2024", "--as-of should be a date such as 2024-12-31, but is '31.12.2024'.")]
    public Task Run_PreparationOptionThatIsWrong_SaysWhatIsRight(string option, string value, string message) =>
        AssertRefusedAsync(Customers.ThreeGroups(), message, option, value);

    [Fact]
    public Task Run_IdAsAFeature_ListsTheNumericColumns() => AssertRefusedAsync(
        Customers.ThreeGroups(),
        "Column 'Id' is not numeric but a column of ids. Numeric columns: Income, Spending.",
        "--features", "Id");

    [Fact]
    public Task Run_MisspeltFeature_NamesTheNearestAndListsTheColumns() => AssertRefusedAsync(
        Customers.ThreeGroups(),
        "No column named 'Incom'. Did you mean 'Income'? Columns: Id, Income, Spending, Town.",
        "--features", "Spending,Incom");

    [Fact]
    public Task Run_FeatureThatDoesNotExist_ListsTheColumns() => AssertRefusedAsync(
        Customers.ThreeGroups(),
        "No column named 'Shoe size'. Columns: Id, Income, Spending, Town.",
        "--features", "Shoe size");

    [Fact]
    public Task Run_MisspeltId_NamesTheNearestAndListsTheColumns() => AssertRefusedAsync(
        Customers.ThreeGroups(),
        "DATA: no column named 'id'. Did you mean 'Id'? Columns: Id, Income, Spending, Town.",
        "--id", "id");

    [Fact]
    public Task Run_MoreSegmentsThanDifferentRows_NamesBothNumbers() => AssertRefusedAsync(
        "Id,Age\n1,20\n2,20\n3,21\n4,21\n",
        "3 clusters need at least 3 different rows, but there are only 2.",
        "--features", "Age", "--k", "3");

    [Fact]
    public Task Run_EveryRowLacksTheFeature_SaysSo() => AssertRefusedAsync(
        "Id,Age,Income\n1,,30\n2,,35\n3,,50\n",
        "Feature 'Age' is missing in every row, so it cannot tell customers apart. Leave it out, or exclude constant features.",
        "--features", "Age,Income");

    [Fact]
    public Task Run_EveryRowLacksSomeFeature_SaysWhatCanBeDone() => AssertRefusedAsync(
        "Id,Age,Income\n1,,30\n2,20,\n3,,50\n4,30,\n",
        "No row has all of the features Age, Income. Fill missing values instead of dropping rows (--missing median), or use fewer features.",
        "--features", "Age,Income");

    [Fact]
    public Task Run_NothingButMissingCells_SaysSo() => AssertRefusedAsync(
        "Id,Age,Income\n1,,\n2,,\n",
        "No feature is left to tell customers apart. Feature 'Age' is missing in every row, so it cannot tell customers apart. "
        + "Feature 'Income' is missing in every row, so it cannot tell customers apart.");

    [Fact]
    public Task Run_NoNumericColumn_ListsTheColumns() => AssertRefusedAsync(
        "Id,Town\n1,North\n2,South\n", "The table has no numeric column to make features of. Categories and dates take part where they are named (--features). Columns: Id, Town.");

    [Fact]
    public Task Run_ConstantFeature_NamesItsValue() => AssertRefusedAsync(
        "Id,Age,Income\n1,20,7\n2,30,7\n3,40,7\n",
        "Feature 'Income' is 7 in every row, so it cannot tell customers apart. Leave it out, or exclude constant features.",
        "--features", "Age,Income");

    [Fact]
    public Task Run_BinaryFile_SaysThatItIsNoText() => AssertRefusedAsync(
        "PK\u0003\u0004\0\0\0",
        "DATA: is a binary file, not text; a customer file is CSV or TSV (a spreadsheet can save one).");

    [Theory]
    [InlineData("none")]
    [InlineData("standard")]
    [InlineData("minmax")]
    public Task Run_ValueWhoseSquareOverflows_NamesItsLineWhereverTheIdPutsIt(string scale) => AssertRefusedAsync(
        "Id,Age,Income\n9,20,30\n8,1e308,35\n1,21,50\n",
        "DATA(3): feature 'Age' is 1E+308, so large that squared differences overflow. "
        + "Values up to 1E+153 can be compared: correct the cell, or state the feature in a larger unit.",
        "--scale", scale);

    [Fact]
    public Task Run_NumberBeyondAllNumbers_NamesTheLargest() => AssertRefusedAsync(
        "Id,Age,Income\n9,20,30\n8,1e309,35\n1,21,50\n4,22,51\n",
        "DATA(3): column 'Age' should be a number but is '1e309', which is beyond the largest number (1.8E+308).",
        "--features", "Age,Income");

    [Fact]
    public Task Run_QuoteNeverClosed_NamesTheLineWhereItOpened() => AssertRefusedAsync(
        "Id,Name,Age\n1,Ann,20\n2,\"Bob,30\n3,Cec,40\n4,Dee,50\n", "DATA(3): a quote opens here and is never closed.");

    [Fact]
    public Task Run_QuoteThatALaterQuoteSeemsToClose_NamesTheLineWhereItOpened() => AssertRefusedAsync(
        "Id,Name,Age\n1,Ann,20\n2,\"Bob,30\n3,\"Cec\",40\n4,Dee,50\n", "DATA(3): a quote opens here and is never closed.");

    [Fact]
    public Task Run_ColumnNameTwice_NamesIt() => AssertRefusedAsync(
        "Id,Age,Age\n1,2,3\n", "DATA(1): the column name 'Age' stands 2 times; each column needs its own.");

    [Fact]
    public Task Run_DatesThatCouldBeEither_SaysWhichOptionTells() => AssertRefusedAsync(
        "Id,Age,Since\n1,20,03/04/2024\n2,30,05/06/2024\n",
        "DATA(2): column 'Since' could be day-month or month-day, as in '03/04/2024': "
        + "set DateOrder to DayFirst or MonthFirst (--date-order day or month), or DateFormat (--date-format).");

    [Fact]
    public async Task Run_OutIsAFile_LeavesIt()
    {
        folder.Write("customers.csv", Customers.ThreeGroups());
        folder.Write("out", "mine");

        Invocation invocation = await Invocation.RunAsync("run", Data, "--out", Out);

        Assert.Equal(new Invocation(1, "", $"segment: {Out} is a file; give the name of a folder.{Environment.NewLine}"), invocation);
        Assert.Equal("mine", await File.ReadAllTextAsync(Out, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Run_OutIsBelowAFile_NamesTheFile()
    {
        folder.Write("customers.csv", Customers.ThreeGroups());
        folder.Write("out", "mine");
        string below = Path.Combine(Out, "results", "1");

        Invocation invocation = await Invocation.RunAsync("run", Data, "--out", below);

        Assert.Equal(
            new Invocation(1, "", $"segment: {below} cannot be written: {Out} is a file, not a folder.{Environment.NewLine}"),
            invocation);
    }

    [Fact]
    public async Task Run_ForeignFileInOut_IsRefusedAndLeftAsItWas()
    {
        folder.Write("customers.csv", Customers.ThreeGroups());
        Directory.CreateDirectory(Out);
        string report = Path.Combine(Out, "report.html");
        await File.WriteAllTextAsync(report, "mine", TestContext.Current.CancellationToken);

        Invocation invocation = await Invocation.RunAsync("run", Data, "--out", Out);

        Assert.Equal(
            new Invocation(
                1, "", $"segment: {report} exists and was not written by segment: choose another folder or move it away.{Environment.NewLine}"),
            invocation);
        Assert.Equal([KeyValuePair.Create("report.html", "mine")], Customers.ContentOf(Out));
    }

    /// <summary>
    /// The same line from run into a new folder, run over an earlier result and, without --k, choose-k; the new folder
    /// is not there afterwards, the earlier result is what it was.
    /// </summary>
    private async Task AssertRefusedAsync(string? content, string message, params string[] options)
    {
        Invocation expected = new(1, "", $"segment: {message.Replace("DATA", Data, StringComparison.Ordinal)}{Environment.NewLine}");
        if (content is not null)
        {
            folder.Write("customers.csv", content);
        }

        Invocation fresh = await Invocation.RunAsync(["run", Data, "--out", folder.File("new/out"), .. options]);

        Assert.Equal(expected, fresh);
        Assert.False(Directory.Exists(folder.File("new")));
        string good = folder.Write("good.csv", Customers.ThreeGroups());
        Assert.Equal(0, (await Invocation.RunAsync("run", good, "--out", Out)).ExitCode);
        IReadOnlyDictionary<string, string> before = Customers.ContentOf(Out);
        Assert.Equal(ResultFiles.Names.Count + 1, before.Count);

        Invocation over = await Invocation.RunAsync(["run", Data, "--out", Out, .. options, "--json"]);

        Assert.Equal(expected, over);
        Assert.Equal(before, Customers.ContentOf(Out));
        if (!options.Contains("--k"))
        {
            Assert.Equal(expected, await Invocation.RunAsync(["choose-k", Data, .. options]));
        }
    }
}
