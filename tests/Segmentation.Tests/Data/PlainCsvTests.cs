using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Segmentation.Tests;

/// <summary>
/// Plain files are read by another path than files with quotes. The reference is the careful one: a file with a quoted
/// header cell says the same and is not plain.
/// </summary>
public sealed class PlainCsvTests
{
    private static readonly string[] Numbers =
    [
        "0", "7", "-7", "+7", "007", "-0", "12.5", ".5", "5.", "1e3", "-1.25E-4", " 42 ", "123456789012345", "1234567890123456",
        "9007199254740993", "0.1234567890123456789", "-1726.0560358446792", "1e999", "1,5", "99999999999999999999", "0.000000000000000000000012",
    ];

    private static readonly string[] Missing = ["", "NA", "n/a", "NaN", "null", "?", "-", " ", " na "];

    private static readonly string[] Words =
        ["north", "south", "Zoë", "naïve 🙂", "Infinity", "12 kg", "1.2.3", "--", "2024-03-05", "5%", "A0001", "-.", ".", "∞", "\u00A07"];

    [Theory]
    [InlineData("a,b\n1,x\n2,y\n")]
    [InlineData("a,b\r\n1,x\r\n2,y")]
    [InlineData("a;b\n1;x\n2;y\n\n\n")]
    [InlineData("\uFEFFa\tb\n1\tx\n2\ty\n")]
    public void Read_PlainFile_IsReadAsPlain(string text)
    {
        CsvRows? rows = Plain(text);

        Assert.NotNull(rows);
        Assert.Equal(["a", "b"], rows.Names);
        Assert.Equal([2, 3], rows.Lines);
    }

    [Theory]
    [InlineData("a,b\n\"1\",x\n")] // a quote
    [InlineData("a,b\n1,x\n2\n")] // a short row
    [InlineData("a,b\n1,x,y\n")] // a long row
    [InlineData("a,b\n1,x\n\n2,y\n")] // a blank line
    [InlineData("a\n1\n \n2\n")] // a blank line in a single column
    [InlineData("a,b\r1,x\r")] // carriage returns alone
    [InlineData("a,b\n1,x\r2,y\n")] // and among line feeds
    [InlineData("\na,b\n1,x\n")] // a blank line first
    [InlineData("sep=;\na;b\n1;x\n")] // Excel's line
    [InlineData("a,a\n1,2\n")] // a name twice
    [InlineData("a,b\n")] // no row
    [InlineData("")] // nothing
    public void Read_AnythingUnusual_IsLeftToTheCarefulReading(string text) => Assert.Null(Plain(text));

    [Fact]
    public void Read_LineLongerThanABlock_IsLeftToTheCarefulReading() =>
        Assert.Null(Plain($"a,b\n1,{new string('x', PlainBlocks.Size)}\n"));

    [Fact]
    [Trait("Kind", "Property")]
    public void Read_RandomFiles_GivesTheTableOfTheCarefulReading()
    {
        Gen<string> cells = Gen.Frequency(
            (6, Gen.Elements(Numbers)), (2, Gen.Elements(Missing)), (1, Gen.Elements(Words)), (4, Gen.Choose(-50, 5000).Select(i => (i / 10.0).ToString(CultureInfo.InvariantCulture))));
        Gen<string[]> columns = Gen.Choose(1, 4).SelectMany(few => Gen.ArrayOf(cells, few)).SelectMany(
            pool => Gen.ArrayOf(Gen.Elements(pool), 12));
        Gen<(string[][] Columns, string Names, char Delimiter, string LineEnd)> files =
            from content in Gen.ArrayOf(columns, 4)
            from names in Gen.Elements("a,b,c,d", "CustomerID,Age,Code,Order Date", "x, y ,Zip,", "Key,Yes/No,Spend (k$),1")
            from delimiter in Gen.Elements(',', ';', '\t')
            from lineEnd in Gen.Elements("\n", "\r\n")
            select (content, names, delimiter, lineEnd);

        Prop.ForAll(files.ToArbitrary(), file =>
        {
            StringBuilder text = new(file.Names.Replace(',', file.Delimiter) + file.LineEnd);
            for (int row = 0; row < 12; row++)
            {
                string line = string.Join(file.Delimiter, file.Columns.Select(column => column[row].Replace(file.Delimiter, '_')));
                text.Append(line).Append(file.LineEnd);
            }

            AssertSameAsCareful(text.ToString(), null);
            AssertSameAsCareful(text.ToString(), new CsvOptions { StrayTexts = StrayTextHandling.TreatAsMissing, DateOrder = DateOrder.DayFirst });
            AssertSameAsCareful(text.ToString(), new CsvOptions { MissingTokens = ["7", "north"], DecimalSeparator = ',' });
        }).Holds(cases: 400);
    }

    [Theory]
    [InlineData("12.5", "north", "C7")] // everything stays what the first block shows
    [InlineData("stray", "", "C7")] // numbers that turn out to be texts
    [InlineData("007", "-3", "17")] // whole numbers, in the last block one that would lose its zeros
    public void Read_SeveralBlocks_GivesTheTableOfTheCarefulReading(string amount, string region, string id)
    {
        StringBuilder text = new("CustomerID,Amount,Region,Visits\r\n");
        for (int row = 0; text.Length < 3 * PlainBlocks.Size; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"C{row % 90_000},{row * 3},r{row % 40},{row / 7.0}\r\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{id},{amount},{region},\r\n");

        Assert.NotNull(Plain(text.ToString()));
        AssertSameAsCareful(text.ToString(), null);
    }

    [Theory]
    [InlineData("data/Mall_Customers.csv")]
    [InlineData("data/Mall_Customers_Genre.csv")]
    public void Read_PublicFile_GivesTheTableOfTheCarefulReading(string file) =>
        AssertSameAsCareful(File.ReadAllText(TestSupport.Repository.Public(file)), null);

    [Fact]
    public void TryRead_RandomNumbers_GivesTheNearestDouble()
    {
        Random random = new(20260101);
        for (int i = 0; i < 200_000; i++)
        {
            string text = RandomNumber(random);
            bool isRead = PlainNumber.TryRead(Encoding.ASCII.GetBytes(text + ","), (byte)',', out double value, out int length, out _);

            if (isRead)
            {
                Assert.Equal(text.Length, length);
                Assert.Equal(
                    BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(value));
            }
            else
            {
                Assert.True(text.Count(char.IsAsciiDigit) > 15 || text.Contains('E', StringComparison.Ordinal), text);
            }
        }
    }

    [Theory]
    [InlineData(9007199254740993, 0, 9007199254740992)] // 2^53 + 1 lies between 2^53 and 2^53 + 2: the even one
    [InlineData(9007199254740995, 0, 9007199254740996)] // 2^53 + 3, between + 2 and + 4, of which + 4 is even
    [InlineData(45035996273704965, 1, 4503599627370496)] // 2^52 + 1/2
    [InlineData(45035996273704975, 1, 4503599627370498)] // 2^52 + 3/2
    public void Nearest_ExactlyBetweenTwoDoubles_GivesTheEvenOne(ulong digits, int places, double expected) =>
        Assert.Equal(expected, DecimalFraction.Nearest(digits, places));

    private static string RandomNumber(Random random)
    {
        if (random.Next(3) == 0)
        {
            return (random.NextDouble() * Math.Pow(10, random.Next(-3, 6))).ToString("R", CultureInfo.InvariantCulture);
        }

        char[] digits = [.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => (char)('0' + random.Next(10)))];
        string text = new(digits);
        text = random.Next(2) == 0 ? text : text.Insert(random.Next(text.Length + 1), ".");
        return random.Next(4) == 0 ? $"-{text}" : text;
    }

    private static CsvRows? Plain(string text)
    {
        CsvOptions options = new();
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        (Encoding encoding, _) = EncodingDetection.Detect(stream, "customers.csv");
        return PlainCsv.Read(stream, 0, encoding, CsvDialect.Find(stream, encoding, options), options, "customers.csv");
    }

    private static void AssertSameAsCareful(string text, CsvOptions? options)
    {
        Assert.NotNull(Plain(text));
        Assert.DoesNotContain('"', text);
        int end = text.AsSpan().IndexOfAny("\r\n,;\t");
        string careful = $"\"{text[..end]}\"{text[end..]}";

        Assert.Equal(Told(careful, options), Told(text, options));
    }

    /// <summary>All that is to be known of a table, or the error.</summary>
    private static string Told(string text, CsvOptions? options)
    {
        try
        {
            CustomerTable table = Csv.Read(text, options);
            LoadReport report = table.LoadReport!;
            IEnumerable<string> columns = table.Columns.Select(column =>
                $"{column.Name} {column.Kind} {column.MissingCount}: {string.Join('|', Enumerable.Range(0, table.RowCount).Select(row => column.TextAt(row) ?? "missing"))}");
            IEnumerable<string> missing = report.MissingTokens.Select(
                column => $"{column.Key}: {string.Join(", ", column.Value.Select(token => $"'{token.Key}' {token.Value}"))}");
            return string.Join('\n', [
                .. columns, .. missing, .. report.Warnings, .. report.StrayTexts.Select(stray => stray.ToString()),
                $"{report.RowCount} {report.Delimiter} {report.Encoding} {table.Id?.Name} {string.Join(',', table.Lines!)}",
            ]);
        }
        catch (DataException error)
        {
            return error.Message;
        }
    }
}
