using System.Globalization;
using FsCheck.Fluent;

namespace Segmentation.Tests;

public sealed class CsvWritingTests
{
    [Fact]
    public void WriteRow_TextsAndNumbers_AreSeparatedByCommas()
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);

        CsvWriting.WriteRow(writer, "id", "a,b", "say \"hi\"", "two\nlines", " x ", null, 2, -0.1, double.NaN);

        Assert.Equal("id,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\" x \",,2,-0.1,\n", writer.ToString());
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1+cmd", "'+1+cmd")]
    [InlineData("-1+cmd", "'-1+cmd")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("\nx", "\"'\nx\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("-", "'-")]
    [InlineData("-5", "-5")]
    [InlineData("+4.5e-3", "+4.5e-3")]
    [InlineData("a;=1", "\"a;=1\"")]
    [InlineData("@x", "'@x")]
    [InlineData("+49 30 1234", "'+49 30 1234")]
    [InlineData("+49301234", "+49301234")]
    [InlineData("a=b", "a=b")]
    [InlineData("'x", "'x")]
    public void WriteRow_TextThatASpreadsheetWouldRun_GetsAnApostrophe(string text, string written)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);

        CsvWriting.WriteRow(writer, text, "y");

        Assert.Equal($"{written},y\n", writer.ToString());
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Number_Infinite_IsRefused(double number)
    {
        ArgumentException error = Assert.Throws<ArgumentOutOfRangeException>(() => CsvCell.Number(number));

        Assert.StartsWith("A number in a CSV file is finite or missing (null or NaN).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteRow_UnderAGermanCulture_WritesPoints()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            using StringWriter writer = new();

            CsvWriting.WriteRow(writer, 1234.5, "1,5");

            Assert.Equal("1234.5,\"1,5\"\n", writer.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void WriteCsv_HeaderThatASpreadsheetWouldRun_GetsAnApostrophe()
    {
        CustomerTable table = new([new NumericColumn("=1+1", [-5]), new CategoricalColumn("<script>alert(1)</script>", [null])]);

        Assert.Equal("'=1+1,<script>alert(1)</script>\n-5,\n", Written(table));
    }

    [Fact]
    public void WriteCsv_OnlyCellMissing_IsStillARow()
    {
        CustomerTable table = new([new NumericColumn("Age", [1, double.NaN, 3])]);

        Assert.Equal(["1", null, "3"], Csv.Read(Written(table)).Texts("Age"));
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void WriteCsvThenRead_ArbitraryTexts_GiveTheSameTexts()
    {
        Prop.ForAll<string?[]>(cells =>
        {
            string?[] texts = [.. cells.Select(Printable), "last"];
            CustomerTable table = new([new TextColumn("Text", texts), new TextColumn("Next", texts)]);

            IReadOnlyList<string?> read = Csv.Read(Written(table), AsText("Text", "Next")).Texts("Text");

            Assert.Equal(texts.Select(text => string.IsNullOrWhiteSpace(text) ? null : CsvCell.Text(text).ToString()), read);
        }).Holds();
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void WriteCsvThenRead_ArbitraryNumbers_GiveTheSameBits()
    {
        Prop.ForAll<double[]>(numbers =>
        {
            double[] finite = [.. numbers.Where(double.IsFinite).Select(number => number + 0.0), -5, 1e308, 5e-324, 0.1 + 0.2];
            CustomerTable table = new([new NumericColumn("x", finite), new NumericColumn("y", finite)]);

            CustomerTable read = Csv.Read(Written(table));

            Assert.Equal(finite.Select(BitConverter.DoubleToInt64Bits), read.Numeric("x").Values.ToArray().Select(BitConverter.DoubleToInt64Bits));
        }).Holds();
    }

    private static string Written(CustomerTable table)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        table.WriteCsv(writer);
        return writer.ToString();
    }

    /// <summary>Without what no text file holds: NUL, and halves of surrogate pairs.</summary>
    private static string? Printable(string? text) =>
        text is null ? null : string.Concat(text.Where(c => c != '\0' && !char.IsSurrogate(c)));

    private static CsvOptions AsText(params string[] columns) => new()
    {
        Delimiter = ',',
        MissingTokens = [],
        ColumnKinds = columns.ToDictionary(name => name, _ => ColumnKind.Text),
    };
}
