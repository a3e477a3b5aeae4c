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
        Assert.SkipUnless(OperatingSystem.IsLinux() && Run("command -v initdb pg_ctl > /dev/null") == 0, "PostgreSQL is not installed here.");
        Assert.SkipUnless(Run(Script) == 0, "PostgreSQL cannot be started here.");
        started = true;
        using NpgsqlDataSource source = NpgsqlDataSource.Create($"Host={folder.Path};Username=segment;Database=postgres;Command Timeout=300");
        foreach ((int seed, int features, int segments) in new[] { (1, 1, 1), (2, 1, 5), (3, 4, 7), (4, 8, 60) })
        {
            SqlRows rows = SqlRows.Random(seed, features, segments, 2000);
            Fill(source, rows);

            Assert.Equal(rows.Expected(), Answers(source, new SqlExport("public.customers") { Dialect = SqlDialect.Postgres }.Write(rows.Model)));
        }
    }

    private static void Fill(NpgsqlDataSource source, SqlRows rows)
    {
        string columns = string.Join(", ", rows.Columns.Select(column => $"\"{column}\" double precision"));
        using (NpgsqlCommand create = source.CreateCommand($"DROP TABLE IF EXISTS customers; CREATE TABLE customers (\"Id\" text, {columns})"))
        {
            create.ExecuteNonQuery();
        }

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

    private static (string?, long?, string?, string?)[] Answers(NpgsqlDataSource source, string sql)
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

    private int Run(string script)
    {
        using Process process = Process.Start("bash", ["-c", script, folder.Path]);
        process.WaitForExit();
        return process.ExitCode;
    }
}
