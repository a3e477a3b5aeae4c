using MathNet.Numerics.Random;
using Microsoft.Data.Sqlite;

namespace Segmentation.Tests.Lifecycle;

/// <summary>The exported query in SQLite against C#, row by row.</summary>
public sealed class SqlExportTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 5)]
    [InlineData(3, 4, 7)]
    [InlineData(4, 8, 60)]
    public void Write_InSqlite_GivesTheSegmentsOfCSharp(int seed, int features, int segments)
    {
        SqlRows rows = SqlRows.Random(seed, features, segments, 2000);
        using SqliteConnection connection = Open(rows);

        (string?, long?, string?, string?)[] answers = Answers(connection, rows);

        Assert.Equal(rows.Expected(), answers);
    }

    /// <summary>SQLite's .import makes every column one of texts.</summary>
    [Theory]
    [InlineData(2, 1, 5)]
    [InlineData(4, 8, 60)]
    public void Write_ColumnsOfTexts_GivesTheSegmentsOfCSharp(int seed, int features, int segments)
    {
        SqlRows rows = SqlRows.Random(seed, features, segments, 2000).Spelt();
        using SqliteConnection connection = Open();
        Execute(connection, $"CREATE TABLE customers (Id TEXT, {string.Join(", ", rows.Columns.Select(column => $"\"{column}\" TEXT"))})");
        Execute(connection, $"INSERT INTO customers VALUES {rows.Texts()}");

        Assert.Equal(rows.Expected(), Answers(connection, rows));
    }

    [Fact]
    public void Write_InSqlite_ReadsEveryLiteralToTheBit()
    {
        Xoshiro256StarStar random = new(5);
        using SqliteConnection connection = Open();
        double[] numbers =
        [
            0, 1, -1, 0.1, -0.1, 1e15, 1e16, 123456789012345678, double.MaxValue, -double.MaxValue, double.Epsilon, 2.2250738585072014e-308, 1e-310,
            1.0 / 3, 9007199254740993, 5e-324, 1e22, 1e23, 8.5, 100, 0.000001,
            .. Enumerable.Range(0, 5000).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-12, 12))),
            .. Enumerable.Range(0, 500).Select(_ => Math.Round(random.NextDouble() * 1000, 3)),
            .. Enumerable.Range(0, 1000).Select(_ => random.NextDouble() * Math.Pow(10, random.Next(-300, 300))),
        ];
        foreach (double[] part in numbers.Chunk(500))
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", part.Select(number => SqlNumbers.Literal(number, SqlDialect.Sqlite)))}";
            using SqliteDataReader reader = command.ExecuteReader();
            Assert.True(reader.Read());
            Assert.Equal(part.Select(BitConverter.DoubleToInt64Bits), Enumerable.Range(0, part.Length).Select(i => BitConverter.DoubleToInt64Bits(reader.GetDouble(i))));
        }
    }

    [Fact]
    public void Write_CellsThatAreNoNumber_HaveNoSegmentButTheReason()
    {
        SegmentationModel model = Models.Of([new FittedFeature("Age", 0, 1), new FittedFeature("Income", 10, 2, 1, 11)], [[0, 0], [9, 9]], null, "Id");
        using SqliteConnection connection = Open();
        Execute(connection, "CREATE TABLE customers (Id, Age, Income); INSERT INTO customers VALUES"
            + " ('a', 1, 10), ('b', NULL, 10), ('c', 'ten', 'x'), ('d', '', NULL), ('e', 9e999, 1), ('f', 1e200, 1), ('g', 9, NULL), ('h', x'00', 1)"
            + ", ('i', '12abc', 1), ('j', '1,5', 1), ('k', ' n/a ', 1), ('l', ' 9.0 ', '+28e0'), ('m', 'inf', 1), ('n', x'31', 1)");

        Assert.Equal(
            [
                ("a", 1L, "Name 1", null),
                ("b", null, null, "Age is missing"),
                ("c", null, null, "Age is not a number; Income is not a number"),
                ("d", null, null, "Age is missing"),
                ("e", null, null, "a feature is too large"),
                ("f", null, null, "a feature is too large"),
                ("g", 2L, "Name 2", null),
                ("h", null, null, "Age is not a number"),
                ("i", null, null, "Age is not a number"),
                ("j", null, null, "Age is not a number"),
                ("k", null, null, "Age is missing"),
                ("l", 2L, "Name 2", null),
                ("m", null, null, "Age is not a number"),
                ("n", null, null, "Age is not a number"),
            ],
            Answers(connection, new SqlExport("customers") { Dialect = SqlDialect.Sqlite }.Write(model)));
    }

    [Theory]
    [InlineData("REAL", false)]
    [InlineData("NUMERIC", false)]
    [InlineData("TEXT", true)]
    [InlineData("TEXT COLLATE NOCASE", true)]
    [InlineData("", false)]
    public void Write_NumbersAsCategories_GivesTheSegmentsOfCSharpHoweverSqliteSpellsThem(string type, bool isText)
    {
        using SqliteConnection connection = Open();
        Execute(connection, $"CREATE TABLE customers (Id TEXT, Region {type}, Size {type})");
        Execute(connection, $"INSERT INTO customers VALUES {SqlLevelRows.Values(number => isText ? $"'{SqlLevelRows.TwoDecimals(number)}'" : SqlLevelRows.TwoDecimals(number))}");

        (string?, long? Segment, string?, string? Reason)[] answers =
            Answers(connection, new SqlExport("customers") { Dialect = SqlDialect.Sqlite }.Write(SqlLevelRows.Model));

        Assert.Equal(SqlLevelRows.Expected(), answers.Select(answer => (answer.Segment, answer.Reason is not null)));
    }

    [Fact]
    public void Write_TextsThatBeginWithANumber_AreNotThatLevelInSqlite()
    {
        using SqliteConnection connection = Open();
        Execute(connection, "CREATE TABLE customers (Id TEXT, Region TEXT, Size TEXT); INSERT INTO customers VALUES ('a', '1x', '1'), ('b', ' 1.0 ', '1')");

        Assert.Equal(
            [3L, 1L],   // neither 1 nor 2.5 is other; the segments of size 1
            Answers(connection, new SqlExport("customers") { Dialect = SqlDialect.Sqlite }.Write(SqlLevelRows.Model)).Select(answer => answer.Item2!.Value));
    }

    [Theory]
    [InlineData("Age\"; DROP TABLE customers; --", "Robert'); DROP TABLE customers;--")]
    [InlineData("new\nline -- x", "a\nb\\' || 'c")]
    [InlineData("segment", "name")]
    [InlineData("x1", "f1")]
    [InlineData("c.Age", "")]
    public void Write_NamesThatLookLikeSql_AreNothingButNames(string column, string name)
    {
        SegmentationModel model = new(
            new FittedPreprocessor([new FittedFeature(column, 0, 1)], Scaling.None),
            new FeatureMatrix([column], [0, 10]),
            [new ModelSegment(1, name, 1), new ModelSegment(2, "other", 1)],
            1,
            0,
            null,
            "SEGMENT_NAME");
        using SqliteConnection connection = Open();
        Execute(connection, $"CREATE TABLE \"my.\"\"t\" (\"SEGMENT_NAME\", \"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\")");
        Execute(connection, "INSERT INTO \"my.\"\"t\" VALUES ('a', 1), ('b', 9)");

        string sql = new SqlExport("\"my.\"\"t\"") { Dialect = SqlDialect.Sqlite }.Write(model);

        Assert.Equal([("a", 1L, name, null), ("b", 2L, "other", null)], Answers(connection, sql));
        Assert.Equal(2L, Scalar(connection, "SELECT COUNT(*) FROM \"my.\"\"t\""));
    }

    [Fact]
    public void Write_AColumnThatTheTableLacks_IsAnErrorAndNotAText()
    {
        using SqliteConnection connection = Open();
        Execute(connection, "CREATE TABLE customers (Id, Agee)");

        SqliteException error = Assert.Throws<SqliteException>(
            () => Answers(connection, new SqlExport("customers") { Dialect = SqlDialect.Sqlite }.Write(Models.Of([0.0], [1]))));

        Assert.Contains("no such column: c.A", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Ansi_IsAsReviewed() => TestSupport.Snapshot.Match(
        "export-ansi.sql",
        new SqlExport("shop.customers").Write(Models.Of([new FittedFeature("Age", 40, 12.5), new FittedFeature("Income", 0, 1, 1, 3)], [[0.1, 0], [-1, 20]], null, "CustomerID")));

    [Theory]
    [InlineData("customers", "\"customers\"")]
    [InlineData("shop.Customers", "\"shop\".\"Customers\"")]
    [InlineData("\"a.b\".\"c\"\"d\"", "\"a.b\".\"c\"\"d\"")]
    [InlineData("new customers", "\"new customers\"")]
    public void Table_AName_IsQuotedPartByPart(string name, string quoted) => Assert.Equal(quoted, SqlNames.Table(name));

    [Theory]
    [InlineData("")]
    [InlineData("a.")]
    [InlineData(".a")]
    [InlineData("\"a")]
    [InlineData("\"a\"b")]
    [InlineData("a\"b\"")]
    [InlineData("\"\"")]
    public void Table_NoName_IsRefused(string name) =>
        Assert.StartsWith($"'{name}' is not the name of a table", Assert.Throws<ArgumentException>(() => new SqlExport(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void Write_ANameWithNul_IsRefused() => Assert.Equal(
        "The name 'A?' holds a NUL character, which no database takes.",
        Assert.Throws<DataException>(() => new SqlExport("t").Write(Models.Of([new FittedFeature("A\0", 0, 1)], [[0]]))).Message);

    [Fact]
    public void Write_MoreSegmentsThanAQueryHolds_SaysSo() => Assert.Equal(
        "A query holds up to 500 features and 1000 segments, but the model has 1 and 1001. Use 'segment score'.",
        Assert.Throws<DataException>(() => new SqlExport("t").Write(Models.Of([.. Enumerable.Range(0, 1001).Select(i => new[] { (double)i })]))).Message);

    [Fact]
    public void Around_APredicateOfDoubles_FindsTheOutermostOnes()
    {
        Assert.Equal((-double.Epsilon, 4.5), DoubleInterval.Around(0, value => value is >= -double.Epsilon and <= 4.5));
        Assert.Equal((1, 1), DoubleInterval.Around(1, value => value == 1));
        Assert.Equal((-double.MaxValue, double.MaxValue), DoubleInterval.Around(-3, _ => true));
    }

    private static SqliteConnection Open(SqlRows? rows = null)
    {
        SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        if (rows is not null)
        {
            Execute(connection, $"CREATE TABLE customers (\"Id\" TEXT, {string.Join(", ", rows.Columns.Select(column => $"\"{column}\" REAL"))})");
            using SqliteTransaction transaction = connection.BeginTransaction();
            foreach ((string id, double[] cells) in rows.Rows)
            {
                using SqliteCommand insert = connection.CreateCommand();
                insert.CommandText = $"INSERT INTO customers VALUES ($id, {string.Join(", ", cells.Select((_, i) => $"$c{i}"))})";
                insert.Parameters.AddWithValue("$id", id);
                for (int i = 0; i < cells.Length; i++)
                {
                    insert.Parameters.AddWithValue($"$c{i}", double.IsNaN(cells[i]) ? DBNull.Value : cells[i]);
                }

                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return connection;
    }

    private static (string?, long?, string?, string?)[] Answers(SqliteConnection connection, SqlRows rows) =>
        Answers(connection, new SqlExport("customers") { Dialect = SqlDialect.Sqlite }.Write(rows.Model));

    /// <summary>The id and the last three columns of each row, in the order of the table.</summary>
    private static (string?, long?, string?, string?)[] Answers(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<(string?, long?, string?, string?)> answers = [];
        while (reader.Read())
        {
            int last = reader.FieldCount - 1;
            answers.Add((
                reader.GetString(0), reader.IsDBNull(last - 2) ? null : reader.GetInt64(last - 2), SqlRows.TextAt(reader, last - 1), SqlRows.TextAt(reader, last)));
        }

        return [.. answers];
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
