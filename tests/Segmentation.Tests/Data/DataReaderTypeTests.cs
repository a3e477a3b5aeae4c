using System.Data;
using System.Globalization;

namespace Segmentation.Tests.Data;

/// <summary>A column of every type that a database gives is the same table, and scores the same, through a reader and through a file.</summary>
public sealed class DataReaderTypeTests
{
    private const int Rows = 60;

    /// <summary>By type, what a random number makes of a row, and how a file writes it.</summary>
    private static readonly Dictionary<string, (Type Type, Func<Random, object> Value, Func<object, string> InAFile)> Kinds = new()
    {
        ["bool"] = (typeof(bool), random => random.Next(2) == 0, value => (bool)value ? "true" : "false"),
        ["char"] = (typeof(char), random => "abc"[random.Next(3)], Written),
        ["byte"] = (typeof(byte), random => (byte)random.Next(256), Written),
        ["short"] = (typeof(short), random => (short)random.Next(-300, 300), Written),
        ["int"] = (typeof(int), random => random.Next(-5000, 5000), Written),
        ["long"] = (typeof(long), random => random.NextInt64(-1L << 50, 1L << 50), Written),
        ["ulong"] = (typeof(ulong), random => (ulong)random.NextInt64(1L << 50), Written),
        ["float"] = (typeof(float), random => random.Next(-500, 500) / 10f, Written),
        ["double"] = (typeof(double), random => random.NextDouble() * 100, Written),
        ["decimal"] = (typeof(decimal), random => random.Next(100_000) / 100m, Written),
        ["decimal of many digits"] = (typeof(decimal), random => decimal.Parse($"0.{random.NextInt64(1L << 60)}{random.Next(1, 9)}", CultureInfo.InvariantCulture), Written),
        ["text"] = (typeof(string), random => new[] { "North", "South", "a, \"b\"", "ü" }[random.Next(4)], Written),
        ["date and time"] = (typeof(DateTime), random => new DateTime(2020, 1, 1).AddMinutes(random.Next(1_000_000)), value => ((DateTime)value).ToString("s", CultureInfo.InvariantCulture)),
        ["date"] = (typeof(DateOnly), random => new DateOnly(2020, 1, 1).AddDays(random.Next(1500)), value => ((DateOnly)value).ToString("O", CultureInfo.InvariantCulture)),
        ["time with offset"] = (typeof(DateTimeOffset), random => new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.FromHours(2)).AddMinutes(random.Next(1_000_000)), value => ((DateTimeOffset)value).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)),
        ["guid"] = (typeof(Guid), random => GuidOf(random), Written),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Table_ThroughAFileOrAReader_IsTheSameAndScoresTheSame(string name)
    {
        for (int seed = 1; seed <= 5; seed++)
        {
            (CustomerTable table, string csv) = Made(name, seed);

            CustomerTable[] others =
            [
                Read(csv),
                Read(table.WriteCsv),
                CustomerTable.FromDataReader(table.CreateDataReader()),
            ];

            Assert.All(others, other => Assert.Equal(table.Columns.Select(column => (column.Name, column.Kind)), other.Columns.Select(column => (column.Name, column.Kind))));
            Assert.All(others, other => Assert.All(table.Columns, column => Assert.Equal(table.Texts(column.Name), other.Texts(column.Name))));
            SegmentationModel model = Model(table);
            int?[] segments = [.. model.Score(table).Customers.Select(customer => customer.Segment)];
            Assert.All(others, other => Assert.Equal(segments, model.Score(other).Customers.Select(customer => customer.Segment)));
        }
    }

    [Fact]
    public void FromDataReader_Duration_IsRefusedByNameWithAWayOut()
    {
        using DataTable data = new();
        data.Columns.Add("wait", typeof(TimeSpan));
        data.Rows.Add(TimeSpan.FromHours(3));

        DataException error = Assert.Throws<DataException>(() => CustomerTable.FromDataReader(data.CreateDataReader()));

        Assert.Equal(
            "Column 'wait' is of type TimeSpan; a column holds numbers, texts, dates or true and false. Convert it in the query. A duration can be its number of days.",
            error.Message);
    }

    private static (CustomerTable Table, string Csv) Made(string name, int seed)
    {
        (Type type, Func<Random, object> value, Func<object, string> inAFile) = Kinds[name];
        Random random = new(seed);
        using DataTable data = new();
        data.Columns.Add("customer_id", typeof(string));
        data.Columns.Add("visits", typeof(int));
        data.Columns.Add("thing", type);
        List<string> lines = ["customer_id,visits,thing"];
        for (int row = 0; row < Rows; row++)
        {
            int visits = random.Next(2) * 50 + random.Next(10);
            object? thing = row % 11 == 10 ? null : value(random);
            data.Rows.Add($"C{row}", visits, thing ?? DBNull.Value);
            string cell = thing is null ? "" : inAFile(thing).Replace("\"", "\"\"", StringComparison.Ordinal);
            lines.Add($"C{row},{visits},{(cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell)}");
        }

        return (CustomerTable.FromDataReader(data.CreateDataReader()), string.Join('\n', lines));
    }

    private static SegmentationModel Model(CustomerTable table)
    {
        string[] features = table["thing"].Kind is ColumnKind.Numeric or ColumnKind.Date or ColumnKind.Categorical ? ["visits", "thing"] : ["visits"];
        Dictionary<string, ColumnEncoding> encodings = table["thing"].Kind switch
        {
            ColumnKind.Categorical => new() { ["thing"] = ColumnEncoding.OneHot },
            ColumnKind.Date => new() { ["thing"] = ColumnEncoding.Age },
            _ => [],
        };
        return SegmentationModel.Of(new SegmentationPipeline
        {
            Preprocessor = new() { Features = features, Encodings = encodings },
            ClusterCount = 2,
            MaxClusters = 2,
        }.Run(table));
    }

    private static CustomerTable Read(Action<TextWriter> write)
    {
        using StringWriter text = new();
        write(text);
        return Read(text.ToString());
    }

    private static CustomerTable Read(string text) =>
        CustomerTable.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "table.csv");

    private static string Written(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static Guid GuidOf(Random random)
    {
        byte[] bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
