using System.Text;
using Segmentation.TestSupport;

namespace Segmentation.Tests;

public sealed class CsvLayoutTests
{
    [Theory]
    [InlineData("Id,Age,City\n1,20,Rome\n2,30,Paris\n", ',')]
    [InlineData("Id;Age;City\n1;20;Rome\n2;30;Paris\n", ';')]
    [InlineData("Id\tAge\tCity\n1\t20\tRome\n2\t30\tParis\n", '\t')]
    [InlineData("Id|Age|City\n1|20|Rome\n2|30|Paris\n", '|')]
    [InlineData("Id;Age;City\n1;20,5;\"Rome, Italy\"\n2;30,5;\"Paris, France\"\n", ';')]
    [InlineData("sep=;\r\nId;Age;City\r\n1;20;a,b\r\n2;30;c,d\r\n", ';')]
    public void Read_AnyDelimiter_IsFound(string text, char delimiter)
    {
        CustomerTable table = Csv.Read(text);

        Assert.Equal(delimiter, table.LoadReport!.Delimiter);
        Assert.Equal(["Id", "Age", "City"], table.Columns.Select(c => c.Name));
        Assert.Equal(2, table.RowCount);
    }

    [Theory]
    [InlineData("\nsep=;\nId;Note\n1;a,b\n", 5)]
    [InlineData("\r\n  \r\nsep=;\r\nId;Note\r\n1;a,b\r\n", 6)]
    public void Read_BlankLinesBeforeTheSeparatorLine_LeaveItHonoured(string text, int line)
    {
        Assert.Equal(["Id", "Note"], Csv.Read(text).Columns.Select(c => c.Name));
        Assert.StartsWith($"customers.csv({line}): the row has 3 cells", Csv.Error($"{text}2;3;4\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OneColumn_NeedsNoDelimiter()
    {
        CustomerTable table = Csv.Read("Age\n20\n30\n");

        Assert.Equal([20, 30], table.Numeric("Age").Values);
    }

    [Fact]
    public void Read_DelimiterGiven_IsTaken()
    {
        CustomerTable table = Csv.Read("a,b;c\n1,2;3\n", new CsvOptions { Delimiter = ';' });

        Assert.Equal(["a,b", "c"], table.Columns.Select(c => c.Name));
    }

    [Theory]
    [InlineData("Name,Age\nAnn,20\nBob,30\n")]
    [InlineData("Name,Age\r\nAnn,20\r\nBob,30\r\n")]
    [InlineData("Name,Age\rAnn,20\rBob,30\r")]
    [InlineData("Name,Age\nAnn,20\nBob,30")]
    [InlineData("\n\n  \r\nName,Age\nAnn,20\nBob,30\n\n\n")]
    [InlineData("\"Name\",\"Age\"\n\"Ann\",\"20\"\n\"Bob\",\"30\"")]
    [InlineData("\uFEFFName,Age\nAnn,20\nBob,30\n")]
    public void Read_LineBreaksQuotesAndBlankLines_GiveTheSameTable(string text)
    {
        CustomerTable table = Csv.Read(text);

        Assert.Equal(["Ann", "Bob"], table.Texts("Name"));
        Assert.Equal([20, 30], table.Numeric("Age").Values);
        Assert.Empty(table.LoadReport!.Warnings);
    }

    [Fact]
    public void Read_QuotedCell_MayHoldDelimitersQuotesAndLineBreaks()
    {
        CustomerTable table = Csv.Read("Note,Age\n\"a, \"\"b\"\"\nc\",20\n");

        Assert.Equal("a, \"b\"\nc", table["Note"].TextAt(0));
    }

    [Fact]
    public void Read_BlankLinesBetweenRows_AreLeftOutAndCounted()
    {
        CustomerTable table = Csv.Read("Age\n20\n\n\n30\n");

        Assert.Equal(2, table.RowCount);
        Assert.Equal(["Blank lines between the rows were left out: 2."], table.LoadReport!.Warnings);
    }

    [Fact]
    public void Read_RaggedRow_NamesLineAndBothCounts()
    {
        string message = Csv.Error("sep=,\nName,Age\n\"A\nnn\",20\nBob,30,x\n");

        Assert.Equal("customers.csv(5): the row has 3 cells, but the header has 2.", message);
    }

    [Fact]
    public void Read_QuoteClosedInAnotherRow_SaysHowFarTheRowGoes()
    {
        string message = Csv.Error("Name,Note,Age\nAnn,\"x,20\nBob,y,30\n\"");

        Assert.Equal("customers.csv(2): the row has 2 cells, but the header has 3. It goes on to line 4: a quote may be left open.", message);
    }

    [Theory]
    [InlineData("Name,Age\nAnn,20\n\"Bob,30\nCid,40\n", 3)]
    [InlineData("Name,Age\r\nAnn,20\r\n\"Bob,30\r\nCid,40", 3)]
    [InlineData("Name,Note\nAnn,\"a\nb\"\n\"c\nd\",\"e\nf\n", 5)]
    [InlineData("\n\nName,\"Age\nAnn,20", 3)]
    [InlineData("Name,Age\nAnn,20\n\"Bob,30\n\"Cid\",40\n", 3)]
    public void Read_UnclosedQuote_NamesTheLineWhereItOpened(string text, int line)
    {
        Assert.Equal($"customers.csv({line}): a quote opens here and is never closed.", Csv.Error(text));
    }

    [Fact]
    public void Read_UnclosedQuoteInALongFile_StopsEarly()
    {
        string rows = string.Concat(Enumerable.Repeat("Bob,30\n", 1_000_000));

        string message = Csv.Error($"Name,Age\nAnn,\"20\n{rows}");

        Assert.Equal(
            "customers.csv(2): a cell that opens here with a quote is longer than 1048576 characters; the quote may never be closed.", message);
    }

    [Fact]
    public void Read_CellTooLong_IsRefused()
    {
        string message = Csv.Error($"Name,Age\n{new string('x', 1_100_000)},20\n");

        Assert.Equal("customers.csv(2): a cell is longer than 1048576 characters.", message);
    }

    [Fact]
    public void Read_QuotedCellTooLong_NamesItsLineAndTheLimit()
    {
        string message = Csv.Error($"Name,Age\nAnn,20\n\"{new string('x', 2_000_000)}\",20\n");

        Assert.Equal(
            "customers.csv(3): a cell that opens here with a quote is longer than 1048576 characters; the quote may never be closed.", message);
    }

    [Theory]
    [InlineData("Height,Age\n5\" 3,20\n")]
    [InlineData("Age,Height\n20,5\" 3")]
    public void Read_QuoteInsideACell_IsAnOrdinaryCharacter(string text)
    {
        Assert.Equal("5\" 3", Csv.Read(text)["Height"].TextAt(0));
    }

    [Theory]
    [InlineData("", "customers.csv: the file is empty; a header and rows are needed.")]
    [InlineData("\n \n", "customers.csv: the file is empty; a header and rows are needed.")]
    [InlineData("Name,Age\n", "customers.csv: the file has a header but no rows.")]
    [InlineData("Name,Age\n\n", "customers.csv: the file has a header but no rows.")]
    public void Read_NothingInTheFile_IsAnError(string text, string message)
    {
        Assert.Equal(message, Csv.Error(text));
    }

    [Fact]
    public void Load_NoSuchFileOrAFolder_IsAnError()
    {
        using TemporaryFolder folder = new();
        string missing = folder.File("none.csv");

        Assert.Equal($"{missing}: no such file.", Assert.Throws<DataException>(() => CustomerTable.Load(missing)).Message);
        Assert.Equal(
            $"{folder.Path}: is a folder, not a file.",
            Assert.Throws<DataException>(() => CustomerTable.Load(folder.Path)).Message);
    }

    [Fact]
    public void Load_File_NamesItInTheReport()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("small.csv", "Id,Age\n1,20\n");

        CustomerTable table = CustomerTable.Load(path);

        Assert.Equal(path, table.LoadReport!.Source);
        Assert.Equal(1, table.LoadReport.RowCount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Load_NoFileName_SaysSo(string path)
    {
        Assert.Equal("No file name is given.", Assert.Throws<DataException>(() => CustomerTable.Load(path)).Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_SlowStream_TakesItsTime(bool canSeek)
    {
        using SlowStream stream = new("Id,Age\n1,20\n", canSeek);

        Assert.True(CustomerTable.Read(stream, "stream").LoadReport!.Elapsed >= SlowStream.Delay / 2);
    }

    [Fact]
    public void Read_StreamThatCannotSeek_IsRead()
    {
        using Stream stream = new System.IO.Compression.BrotliStream(Compressed("Id,Age\n1,20\n"), System.IO.Compression.CompressionMode.Decompress);

        Assert.Equal([20], CustomerTable.Read(stream, "stream").Numeric("Age").Values);
    }

    [Fact]
    public void Read_StreamThatStandsFurtherOn_IsReadFromThere()
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes("preamble\nAge\n20\n"));
        stream.Position = 9;

        Assert.Equal([20], CustomerTable.Read(stream, "stream").Numeric("Age").Values);
    }

    private static MemoryStream Compressed(string text)
    {
        MemoryStream compressed = new();
        using (System.IO.Compression.BrotliStream brotli = new(compressed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        compressed.Position = 0;
        return compressed;
    }

    /// <summary>A stream whose first reading takes its time.</summary>
    private sealed class SlowStream(string text, bool canSeek) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(200);

        private bool hasRead;

        public override bool CanSeek => canSeek;

        public override int Read(Span<byte> buffer)
        {
            Wait();
            return base.Read(buffer);
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Wait();
            return base.Read(buffer, offset, count);
        }

        public override void CopyTo(Stream destination, int bufferSize)
        {
            Wait();
            base.CopyTo(destination, bufferSize);
        }

        private void Wait()
        {
            Thread.Sleep(hasRead ? TimeSpan.Zero : Delay);
            hasRead = true;
        }
    }
}
