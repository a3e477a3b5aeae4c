using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Lifecycle;

/// <summary>The exported query in a PostgreSQL server of the test's own, which stands in a temporary folder and listens on a socket there.</summary>
public sealed class SqlExportPostgresTests : IDisposable
{
    private const string Script =
        """
        set -e
        if [ "$(id -u)" = 0 ]; then run="setpriv --reuid=65534 --regid=65534 --clear-groups"; chown 65534:65534 "$0"; else run=; fi
        export HOME="$0"
        $run initdb -D "$0/data" -U segment --auth=trust --no-sync -E UTF8 --locale=C > /dev/null
        $run pg_ctl -D "$0/data" -w -l "$0/log" -o "-k '$0' -c listen_addresses=''" start > /dev/null 2>&1
        """;

    private readonly TemporaryFolder folder = new();
    private bool started;

    public void Dispose()
    {
        if (started)
        {
            string run = Environment.UserName == "root" ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : string.Empty;
            Run($"{run} pg_ctl -D \"$0/data\" -m immediate stop > /dev/null 2>&1");
        }

        folder.Dispose();
    }

    [Fact]
    public void Write_InPostgres_GivesTheSegmentsOfCSharp()
    {
        using NpgsqlDataSource source = Start();
        foreach ((int seed, int features, int segments) in new[] { (1, 1, 1), (2, 1, 5), (3, 4, 7), (4, 8, 60) })
        {
            SqlRows rows = SqlRows.Random(seed, features, segments, 2000);
            Fill(source, rows);

            Assert.Equal(rows.Expected(), Answers(source, new SqlExport("public.customers") { Dialect = SqlDialect.Postgres }.Write(rows.Model)));
        }
    }

    [Fact]
    public void Write_ColumnsOfTexts_GivesTheSegmentsOfCSharpAndEndsAtNoText()
    {
        using NpgsqlDataSource source = Start();
        SqlRows rows = SqlRows.Random(4, 8, 60, 2000).Spelt();
        Execute(source, $"CREATE TABLE customers (\"Id\" text, {string.Join(", ", rows.Columns.Select(column => $"\"{column}\" varchar"))})");
        Execute(source, $"INSERT INTO customers VALUES {rows.Texts()}");

        // Several workers may read a table, each row when it comes.
        Assert.Equal(
            rows.Expected(),
            Answers(source, new SqlExport("customers") { Dialect = SqlDialect.Postgres }.Write(rows.Model)).OrderBy(answer => answer.Id, StringComparer.Ordinal));

        SegmentationModel model = Models.Of([new FittedFeature("Age", 0, 1), new FittedFeature("Income", 10, 2, 1, 11)], [[0, 0], [9, 9]], null, "Id");
        Execute(source, "DROP TABLE customers; CREATE TABLE customers (\"Id\" text, \"Age\" text, \"Income\" numeric)");
        Execute(source, "INSERT INTO customers VALUES ('a', '12abc', 1), ('b', '1,5', 1), ('c', 'N/A', 1), ('d', ' 9.0 ', 'NaN'), ('e', '1e999', 1), ('f', '.5', 10)");

        Assert.Equal(
            [
                ("a", null, null, "Age is not a number"),
                ("b", null, null, "Age is not a number"),
                ("c", null, null, "Age is missing"),
                ("d", 2L, "Name 2", null),
                ("e", null, null, "Age is not a number"),
                ("f", 1L, "Name 1", null),
            ],
            Answers(source, new SqlExport("customers") { Dialect = SqlDialect.Postgres }.Write(model)));
    }

    [Fact]
    public void Write_Categories_GivesTheSegmentsOfCSharpHoweverPostgresSpellsThem()
    {
        using NpgsqlDataSource source = Start();
        foreach ((string type, string around) in new[] { ("numeric(30,2)", ""), ("double precision", ""), ("text", "'") })
        {
            string rows = SqlLevelRows.Values(number => $"{around}{SqlLevelRows.TwoDecimals(number)}{around}");
            Execute(source, $"DROP TABLE IF EXISTS customers; CREATE TABLE customers (\"Id\" text, \"Region\" {type}, \"Size\" {type}); INSERT INTO customers VALUES {rows}");

            Assert.Equal(
                SqlLevelRows.Expected(),
                Answers(source, new SqlExport("customers") { Dialect = SqlDialect.Postgres }.Write(SqlLevelRows.Model)).Select(answer => (answer.Segment, answer.Reason is not null)));
        }

        // Neither ends the query: a number beyond a double, a text that begins with a number, NaN, which is missing.
        Execute(source, "DROP TABLE customers; CREATE TABLE customers (\"Id\" text, \"Region\" text, \"Size\" text)");
        Execute(source, "INSERT INTO customers VALUES ('a', '1e999', '1'), ('b', '1x', '1'), ('c', ' 1.0 ', '1'), ('d', 'NaN', '1')");
        Assert.Equal(
            [3L, 3L, 1L, null],
            Answers(source, new SqlExport("customers") { Dialect = SqlDialect.Postgres }.Write(SqlLevelRows.Model)).Select(answer => answer.Segment));

        foreach ((string yes, string no) in new[] { ("True", "False"), ("t", "f"), ("true", "false"), ("1", "0") })
        {
            SegmentationModel model = Models.Of(
                [
                    new FittedFeature("A", 0, 1) { Encoding = new LevelEncoding("Member", yes) },
                    new FittedFeature("B", 0, 1) { Encoding = new LevelEncoding("Member", no) },
                ],
                [[1, 0], [0, 1]], null, "Id");
            Execute(source, "DROP TABLE customers; CREATE TABLE customers (\"Id\" text, \"Member\" boolean); INSERT INTO customers VALUES ('a', true), ('b', false), ('c', NULL)");

            Assert.Equal([1L, 2L, null], Answers(source, new SqlExport("customers") { Dialect = SqlDialect.Postgres }.Write(model)).Select(answer => answer.Segment));
        }
    }

    private static void Execute(NpgsqlDataSource source, string sql)
    {
        using NpgsqlCommand command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    private static void Fill(NpgsqlDataSource source, SqlRows rows)
    {
        string columns = string.Join(", ", rows.Columns.Select(column => $"\"{column}\" double precision"));
        Execute(source, $"DROP TABLE IF EXISTS customers; CREATE TABLE customers (\"Id\" text, {columns})");
        using NpgsqlConnection connection = source.OpenConnection();
        using NpgsqlBinaryImporter importer = connection.BeginBinaryImport("COPY customers FROM STDIN (FORMAT BINARY)");
        foreach ((string id, double[] cells) in rows.Rows)
        {
            importer.StartRow();
            importer.Write(id);
            foreach (double cell in cells)
            {
                // Every other missing number is a NaN, which PostgreSQL has beside NULL.
                if (double.IsNaN(cell) && int.Parse(id, CultureInfo.InvariantCulture) % 2 == 0)
                {
                    importer.WriteNull();
                }
                else
                {
                    importer.Write(cell);
                }
            }
        }

        importer.Complete();
    }

    private static (string? Id, long? Segment, string? Name, string? Reason)[] Answers(NpgsqlDataSource source, string sql)
    {
        using NpgsqlCommand command = source.CreateCommand(sql);
        using NpgsqlDataReader reader = command.ExecuteReader();
        List<(string?, long?, string?, string?)> answers = [];
        while (reader.Read())
        {
            int last = reader.FieldCount - 1;
            answers.Add((
                reader.GetString(0), reader.IsDBNull(last - 2) ? null : reader.GetInt32(last - 2), SqlRows.TextAt(reader, last - 1), SqlRows.TextAt(reader, last)));
        }

        return [.. answers];
    }

    /// <summary>A server of this test, or a reason to skip it.</summary>
    private NpgsqlDataSource Start()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Run("command -v initdb pg_ctl > /dev/null") == 0, "PostgreSQL is not installed here.");
        Assert.SkipUnless(Run(Script) == 0, "PostgreSQL cannot be started here.");
        started = true;
        return NpgsqlDataSource.Create($"Host={folder.Path};Username=segment;Database=postgres;Command Timeout=300");
    }

    private int Run(string script)
    {
        using Process process = Process.Start("bash", ["-c", script, folder.Path]);
        process.WaitForExit();
        return process.ExitCode;
    }
}
