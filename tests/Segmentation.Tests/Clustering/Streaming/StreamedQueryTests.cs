using Microsoft.Data.Sqlite;

namespace Segmentation.Tests.Clustering.Streaming;

public sealed class StreamedQueryTests : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public StreamedQueryTests()
    {
        connection.Open();
        Execute("CREATE TABLE customers (id TEXT, income REAL, visits INTEGER)");
    }

    public void Dispose() => connection.Dispose();

    [Fact]
    public void Fit_Query_GivesTheSegmentsOfItsRows()
    {
        Execute("INSERT INTO customers VALUES ('c', 10, 0), ('a', 0, 0), ('b', 0, 2), ('d', 10, 4), ('x', NULL, 3), ('e', 10, 2)");

        StreamedKMeansModel model = new StreamedKMeans(2) { Scaling = Scaling.None }.Fit(Query("SELECT * FROM customers ORDER BY id"));

        // As in the table worked by hand: (0,1) has an inertia of 2, (10,2) of 8.
        Assert.Equal(10.0, model.Inertia);
        using StringWriter writer = new();
        model.WriteSegments(writer, ["Rich", "Poor"], TestContext.Current.CancellationToken);
        Assert.Equal("id,segment,name\na,2,Poor\nb,2,Poor\nc,1,Rich\nd,1,Rich\ne,1,Rich\nx,,\n", writer.ToString());
    }

    [Fact]
    public void Fit_QueryInAnotherOrderEachTime_IsRefused()
    {
        Execute("INSERT INTO customers VALUES ('a', 10, 0), ('b', 0, 0), ('c', 0, 2), ('d', 10, 4)");
        int pass = 0;
        StreamedQuery rows = new(
            () => Read($"SELECT * FROM customers ORDER BY id {(++pass == 1 ? "ASC" : "DESC")}"), ["income", "visits"]);

        DataException error = Assert.Throws<DataException>(() => new StreamedKMeans(2).Fit(rows));

        Assert.StartsWith("the query gave other rows, or the same in another order, in pass 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_TextInAColumnOfNumbers_SaysInWhichRow()
    {
        Execute("INSERT INTO customers VALUES ('a', 10, 0), ('b', 'much', 0)");

        DataException error = Assert.Throws<DataException>(() => new StreamedKMeans(2).Fit(Query("SELECT * FROM customers")));

        Assert.Equal("Column 'income' should be a number but is 'much' in row 2 of the query.", error.Message);
    }

    [Fact]
    public void Fit_InfiniteNumber_SaysInWhichRow()
    {
        Execute("INSERT INTO customers VALUES ('a', 9e999, 0)");

        DataException error = Assert.Throws<DataException>(() => new StreamedKMeans(2).Fit(Query("SELECT * FROM customers")));

        Assert.Equal("Column 'income' is an infinite number in row 1 of the query; a number is finite or missing.", error.Message);
    }

    [Fact]
    public void Open_ColumnThatIsNotThere_ListsThoseThatAreAndClosesTheReader()
    {
        SqliteDataReader? reader = null;
        StreamedQuery rows = new(() => reader = Read("SELECT * FROM customers"), ["spending"]);

        DataException error = Assert.Throws<DataException>(() => rows.Open());

        Assert.Equal("the query: no column named 'spending'. Columns: id, income, visits.", error.Message);
        Assert.True(reader!.IsClosed);
    }

    [Fact]
    public void Fit_NoRows_SaysSo()
    {
        Assert.Equal(
            "the query has no rows.",
            Assert.Throws<DataException>(() => new StreamedKMeans(2).Fit(Query("SELECT * FROM customers"))).Message);
    }

    private StreamedQuery Query(string sql) => new(() => Read(sql), ["income", "visits"], "id");

    private SqliteDataReader Read(string sql)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteReader();
    }

    private void Execute(string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
