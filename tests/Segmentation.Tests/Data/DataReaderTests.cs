using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Segmentation.Tests;

public sealed class DataReaderTests
{
    private const string Mixed = "CustomerID,Gender,Age,Since\n0001,Male,20.5,2024-01-02\n0002,,30,\n0003,Female,,2024-03-04 05:06:07\n";

    [Fact]
    public void CreateDataReader_IntoADataTable_KeepsTypesAndMissingCells()
    {
        using DataTable dataTable = new();

        dataTable.Load(Csv.Read(Mixed).CreateDataReader());

        Assert.Equal(
            [typeof(string), typeof(string), typeof(double), typeof(DateTime)],
            dataTable.Columns.Cast<DataColumn>().Select(column => column.DataType));
        Assert.Equal(["0002", DBNull.Value, 30.0, DBNull.Value], dataTable.Rows[1].ItemArray);
    }

    [Fact]
    public void FromDataReader_DataTableOfATable_IsTheSameTable()
    {
        CustomerTable table = Csv.Read(Mixed);
        using DataTable dataTable = new();
        dataTable.Load(table.CreateDataReader());

        CustomerTable back = CustomerTable.FromDataReader(dataTable.CreateDataReader());

        AssertSame(table, back);
    }

    [Fact]
    public void FromDataReader_SqliteCopyOfATable_IsTheSameTable()
    {
        CustomerTable table = Csv.Read(Mixed);
        using SqliteConnection connection = Open();
        Execute(connection, "create table customers (CustomerID text, Gender text, Age real, Since text)");
        using (DbDataReader reader = table.CreateDataReader())
        {
            while (reader.Read())
            {
                using SqliteCommand insert = connection.CreateCommand();
                insert.CommandText = "insert into customers values ($0, $1, $2, $3)";
                for (int i = 0; i < reader.FieldCount; i++)
                {
                    insert.Parameters.AddWithValue($"${i}", reader.GetValue(i));
                }

                insert.ExecuteNonQuery();
            }
        }

        CustomerTable back = Query(connection, "select * from customers");

        AssertSame(table, back);
    }

    [Fact]
    public void FromDataReader_SqliteColumnOfManyTypes_IsTypedByAllItsValues()
    {
        using SqliteConnection connection = Open();
        Execute(connection, "create table c (n, t); insert into c values (1, 1), (2.5, 'x'), (null, 2)");

        CustomerTable table = Query(connection, "select * from c");

        Assert.Equal(["1", "2.5", null], table.Texts("n"));
        Assert.Equal(["1", "x", "2"], table.Texts("t"));
        Assert.Equal(ColumnKind.Categorical, table["t"].Kind);
    }

    [Fact]
    public void FromDataReader_LongIds_StayExact()
    {
        using SqliteConnection connection = Open();
        Execute(connection, "create table c (CustomerID integer, serial integer, Age integer)");
        Execute(connection, "insert into c values (9007199254740993, 9007199254740995, 20), (9223372036854775807, 1, 30)");

        CustomerTable table = Query(connection, "select * from c");

        Assert.Equal(["9007199254740993", "9223372036854775807"], table.Texts("CustomerID"));
        Assert.Equal("CustomerID", table.Id!.Name);
        Assert.Equal(["9007199254740995", "1"], table.Texts("serial"));
        Assert.Equal([20, 30], table.Numeric("Age").Values);
    }

    [Fact]
    public void FromDataReader_EveryAcceptedType_IsRead()
    {
        object[] values =
        [
            true, 'x', (byte)1, (short)2, 3, 4L, 0.1f, 6.5, 7.10m, ulong.MaxValue, "text", new DateTime(2024, 1, 2),
            new DateOnly(2024, 1, 3), new DateTimeOffset(2024, 1, 4, 5, 0, 0, TimeSpan.FromHours(2)), Guid.Empty,
        ];
        using DataTable dataTable = new();
        for (int i = 0; i < values.Length; i++)
        {
            dataTable.Columns.Add($"c{i}", values[i].GetType());
        }

        dataTable.Rows.Add(values);

        CustomerTable table = CustomerTable.FromDataReader(dataTable.CreateDataReader());

        Assert.Equal(
            [
                "true", "x", "1", "2", "3", "4", "0.1", "6.5", "7.1", "18446744073709551615", "text", "2024-01-02", "2024-01-03",
                "2024-01-04T05:00:00", "00000000-0000-0000-0000-000000000000",
            ],
            table.Columns.Select(column => column.TextAt(0)));
        Assert.Equal(7, table.Columns.Count(column => column.Kind == ColumnKind.Numeric));
        Assert.Equal(3, table.Columns.Count(column => column.Kind == ColumnKind.Date));
    }

    [Fact]
    public void FromDataReader_NullBlankAndNaN_AreMissing()
    {
        using DataTable dataTable = new();
        dataTable.Columns.Add("x", typeof(double));
        dataTable.Columns.Add("t", typeof(string));
        dataTable.Rows.Add(double.NaN, " ");
        dataTable.Rows.Add(DBNull.Value, DBNull.Value);
        dataTable.Rows.Add(1.5, "a");

        CustomerTable table = CustomerTable.FromDataReader(dataTable.CreateDataReader());

        Assert.Equal([null, null, "1.5"], table.Texts("x"));
        Assert.Equal([null, null, "a"], table.Texts("t"));
    }

    [Theory]
    [InlineData("select 1 as a, 2 as a", null, "Two columns of the query are called 'a'; rename one with AS.")]
    [InlineData("select 1 as ' '", null, "Column 1 of the query has no name; give it one with AS.")]
    [InlineData("select 1 as a where 0", null, "The query gave no rows.")]
    [InlineData("select 9e999 as a", null, "Column 'a' has an infinite number in row 1; a number is finite or missing.")]
    [InlineData("select x'00' as a", null, "Column 'a' is of type Byte[]; a column holds numbers, texts, dates or true and false. Convert it in the query.")]
    [InlineData("select 1 as Custom", "Customer", "No column named 'Customer'. Did you mean 'Custom'? Columns: Custom.")]
    public void FromDataReader_QueryThatMakesNoTable_SaysWhy(string sql, string? idColumn, string message)
    {
        using SqliteConnection connection = Open();

        DataException error = Assert.Throws<DataException>(() => Query(connection, sql, idColumn));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void FromDataReader_IdColumnGiven_IsTheId()
    {
        using SqliteConnection connection = Open();

        CustomerTable table = Query(connection, "select 7 as phone, 20 as age", "phone");

        Assert.Equal("7", table.RowId(0));
    }

    [Fact]
    public void FromDataReader_ReaderOfATable_KeepsItsIds()
    {
        CsvOptions options = new() { IdColumn = "Phone", ColumnKinds = new Dictionary<string, ColumnKind> { ["Box"] = ColumnKind.Id } };
        CustomerTable table = Csv.Read("CustomerID,Phone,Box,Town\n1,555,x,Rome\n2,556,x,Rome\n", options);

        CustomerTable back = CustomerTable.FromDataReader(table.CreateDataReader());

        AssertSame(table, back);
        Assert.Equal("CustomerID", CustomerTable.FromDataReader(table.CreateDataReader(), "CustomerID").Id!.Name);
    }

    [Fact]
    public void FromDataReader_MinusZero_IsZero()
    {
        using DataTable dataTable = new();
        dataTable.Columns.Add("x", typeof(double));
        dataTable.Columns.Add("t", typeof(object));
        dataTable.Rows.Add(-0.0, -0.0);
        dataTable.Rows.Add(1.0, "a");

        CustomerTable table = CustomerTable.FromDataReader(dataTable.CreateDataReader());

        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(table.Numeric("x")[0]));
        Assert.Equal("0", table["t"].TextAt(0));
    }

    [Fact]
    public void CreateDataReader_TypedGetters_GiveTheCell()
    {
        using DbDataReader reader = Csv.Read(Mixed).CreateDataReader();
        Assert.True(reader.HasRows);
        Assert.True(reader.Read());

        Assert.Equal("0001", reader.GetString(reader.GetOrdinal("customerid")));
        Assert.Equal(20.5, reader.GetDouble(2));
        Assert.Equal(20.5f, reader.GetFloat(2));
        Assert.Equal(20.5m, reader.GetDecimal(2));
        Assert.Equal(20, reader.GetInt32(2));
        Assert.Equal(20L, reader.GetInt64(2));
        Assert.Equal(new DateTime(2024, 1, 2), reader.GetDateTime(3));
        Assert.Equal("Male", reader["Gender"]);
        Assert.Equal(["CustomerID", "Gender", "Age", "Since"], reader.GetColumnSchema().Select(column => column.ColumnName));
        Assert.False(reader.IsDBNull(1));
        Assert.True(reader.Read());
        Assert.True(reader.IsDBNull(1));
        Assert.True(reader.Read());
        Assert.False(reader.Read());
        Assert.Throws<InvalidOperationException>(() => reader.GetValue(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.GetOrdinal("Income"));
        reader.Close();
        Assert.Throws<ObjectDisposedException>(() => reader.Read());
    }

    private static void AssertSame(CustomerTable expected, CustomerTable actual)
    {
        Assert.Equal(expected.Columns.Select(column => (column.Name, column.Kind)), actual.Columns.Select(column => (column.Name, column.Kind)));
        Assert.Equal(expected.Id?.Name, actual.Id?.Name);
        foreach (Column column in expected.Columns)
        {
            Assert.Equal(expected.Texts(column.Name), actual.Texts(column.Name));
        }
    }

    private static SqliteConnection Open()
    {
        SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static CustomerTable Query(SqliteConnection connection, string sql, string? idColumn = null)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        return CustomerTable.FromDataReader(reader, idColumn);
    }
}
