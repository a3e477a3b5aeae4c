using System.Text;

namespace Segmentation.Tests;

public sealed class CsvEncodingTests
{
    private const string Text = "Name,Age\nZoë,20\nŽofia,30\n";

    public static TheoryData<string, bool, string> Encodings => new()
    {
        { "utf-8", false, "UTF-8" },
        { "utf-8", true, "UTF-8 with a byte-order mark" },
        { "utf-16", true, "UTF-16 LE with a byte-order mark" },
        { "utf-16BE", true, "UTF-16 BE with a byte-order mark" },
        { "utf-16", false, "UTF-16 LE" },
        { "utf-16BE", false, "UTF-16 BE" },
        { "windows-1252", false, "Windows-1252 (the file is not valid UTF-8)" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_AnyEncoding_IsFoundAndNamed(string name, bool withMark, string reported)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];

        CustomerTable table = Csv.Read(bytes);

        Assert.Equal(["Zoë", "Žofia"], table.Texts("Name"));
        Assert.Equal(reported, table.LoadReport!.Encoding);
    }

    [Fact]
    public void Read_InvalidUtf8LateInALargeFile_IsWindows1252()
    {
        byte[] bytes = Encoding.Latin1.GetBytes("Name,Age\n" + string.Concat(Enumerable.Repeat("Ann,20\n", 30_000)) + "Zo\u00EB,30\n");

        CustomerTable table = Csv.Read(bytes);

        Assert.Equal("Zoë", table["Name"].TextAt(30_000));
    }

    [Fact]
    public void Read_LongUtf8_IsNotCutInsideACharacter()
    {
        string text = "Name,Age\n" + string.Concat(Enumerable.Repeat("Zoë€😀,20\n", 30_000));

        CustomerTable table = Csv.Read(text);

        Assert.Equal("UTF-8", table.LoadReport!.Encoding);
        Assert.Equal(["Zoë€😀"], table.Texts("Name").Distinct());
    }

    [Fact]
    public void Read_EncodingGiven_IsTaken()
    {
        byte[] bytes = Encoding.Latin1.GetBytes("Name,Age\nZo\u00EB,20\n");

        CustomerTable table = Csv.Read(bytes, new CsvOptions { Encoding = Encoding.Latin1 });

        Assert.Equal("Zoë", table["Name"].TextAt(0));
        Assert.Equal("iso-8859-1 (as told)", table.LoadReport!.Encoding);
    }

    [Fact]
    public void Read_EncodingGivenThatDoesNotFit_IsAnError()
    {
        byte[] bytes = Encoding.Latin1.GetBytes("Name,Age\nZo\u00EB,20\n");

        DataException error = Assert.Throws<DataException>(() => Csv.Read(bytes, new CsvOptions { Encoding = Encoding.UTF8 }));

        Assert.Equal("customers.csv: is not valid utf-8; the fault is after line 0. Set Encoding to what it is.", error.Message);
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 0, 0, 8, 0, 0x21 })]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 8, 0x9A, 0xFF, 0x41, 2, 3, 0xC0 })]
    public void Read_BinaryFile_IsRefused(byte[] bytes)
    {
        DataException error = Assert.Throws<DataException>(() => Csv.Read(bytes));

        Assert.Equal(
            "customers.csv: is a binary file, not text; a customer file is CSV or TSV (a spreadsheet can save one).", error.Message);
    }

    [Theory]
    [InlineData("utf-32", "UTF-32 LE")]
    [InlineData("utf-32BE", "UTF-32 BE")]
    public void Read_Utf32_IsRefused(string name, string called)
    {
        Encoding encoding = Encoding.GetEncoding(name);

        DataException error = Assert.Throws<DataException>(() => Csv.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]));

        Assert.Equal($"customers.csv: is {called}, which is not read unless Encoding is set to it; save the file as UTF-8.", error.Message);
    }

    [Fact]
    public void Read_Utf32AsTold_IsRead()
    {
        byte[] bytes = [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(Text)];

        Assert.Equal(["Zoë", "Žofia"], Csv.Read(bytes, new CsvOptions { Encoding = Encoding.UTF32 }).Texts("Name"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    public void Read_NulInUtf16_IsABinaryFile(int rowsBefore)
    {
        string text = $"Name,Age\n{string.Concat(Enumerable.Repeat("Ann,20\n", rowsBefore))}B\0b,30\n";

        DataException error = Assert.Throws<DataException>(() => Csv.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]));

        Assert.StartsWith("customers.csv: is a binary file, not text;", error.Message, StringComparison.Ordinal);
    }
}
