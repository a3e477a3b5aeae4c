using FsCheck.Fluent;
using Microsoft.Data.Analysis;

namespace Segmentation.Tests;

public sealed class DataFrameTests
{
    [Fact]
    public void ToDataFrame_EveryKindOfColumn_HasItsTypeAndItsNulls()
    {
        CustomerTable table = new(
        [
            new TextColumn("customer_id", ["007", "008", "009"], ColumnKind.Id),
            new NumericColumn("Income", [1.5, double.NaN, -2]),
            new DateColumn("Since", [new DateTime(2024, 1, 2, 3, 4, 5), null, new DateTime(2020, 1, 1)]),
            new CategoricalColumn("Town", ["North", null, "South"]),
        ], "customer_id");

        DataFrame frame = table.ToDataFrame();

        Assert.Equal(["customer_id", "Income", "Since", "Town"], frame.Columns.Select(column => column.Name));
        Assert.Equal([typeof(string), typeof(double), typeof(DateTime), typeof(string)], frame.Columns.Select(column => column.DataType));
        Assert.Equal(["007", "008", "009"], frame["customer_id"].Cast<string>());
        Assert.Equal([1.5, null, -2.0], frame["Income"].Cast<double?>());
        Assert.Equal([new DateTime(2024, 1, 2, 3, 4, 5), null, new DateTime(2020, 1, 1)], frame["Since"].Cast<DateTime?>());
        Assert.Equal(["North", null, "South"], frame["Town"].Cast<string?>());
    }

    [Fact]
    public void ToCustomerTable_EveryTypeOfColumn_IsReadAsAFileWouldBe()
    {
        DataFrame frame = new(
            new StringDataFrameColumn("customer_id", ["007", "008", "009"]),
            new Int64DataFrameColumn("serial", [9007199254740993L, 1L, 2L]),
            new Int64DataFrameColumn("visits", new long?[] { 3, null, 5 }),
            new Int32DataFrameColumn("orders", new int?[] { 1, 2, null }),
            new ByteDataFrameColumn("rating", new byte[] { 1, 2, 3 }),
            new SingleDataFrameColumn("rate", [0.1f, 0.2f, 0.3f]),
            new DecimalDataFrameColumn("spend", [7.10m, 0.7580679362509451870m, 3m]),
            new BooleanDataFrameColumn("member", new bool?[] { true, false, null }),
            new DateTimeDataFrameColumn("since", new DateTime?[] { new(2024, 1, 2), null, new(2024, 1, 4) }),
            new DoubleDataFrameColumn("income", new double?[] { 1.5, double.NaN, null }));

        CustomerTable table = frame.ToCustomerTable();

        Assert.Equal("customer_id", table.Id!.Name);
        Assert.Equal(
            [
                ("customer_id", ColumnKind.Id, "007, 008, 009"),
                ("serial", ColumnKind.Id, "9007199254740993, 1, 2"),
                ("visits", ColumnKind.Numeric, "3, -, 5"),
                ("orders", ColumnKind.Numeric, "1, 2, -"),
                ("rating", ColumnKind.Numeric, "1, 2, 3"),
                ("rate", ColumnKind.Numeric, "0.1, 0.2, 0.3"),
                ("spend", ColumnKind.Numeric, "7.1, 0.7580679362509452, 3"),
                ("member", ColumnKind.Categorical, "true, false, -"),
                ("since", ColumnKind.Date, "2024-01-02, -, 2024-01-04"),
                ("income", ColumnKind.Numeric, "1.5, -, -"),
            ],
            table.Columns.Select(column => (column.Name, column.Kind, string.Join(", ", Texts(column).Select(text => text ?? "-")))));
    }

    [Fact]
    public void ToCustomerTable_AnId_IsTextWhateverItsType() =>
        Assert.Equal(ColumnKind.Id, new DataFrame(new Int32DataFrameColumn("card", [3, 4])).ToCustomerTable("card").Id!.Kind);

    [Fact]
    public void ToCustomerTable_UnknownIdColumn_NamesTheNearest() => Assert.Equal(
        "No column named 'Incom'. Did you mean 'Income'? Columns: Income.",
        Error(new DataFrame(new DoubleDataFrameColumn("Income", [1.0])), "Incom"));

    [Fact]
    public void ToCustomerTable_WhatNoTableHolds_IsNamed()
    {
        Assert.Equal("The data frame has no rows.", Error(new DataFrame(new DoubleDataFrameColumn("Income", 0))));
        Assert.Equal(
            "Column 'Income' has an infinite number in row 2; a number is finite or missing.",
            Error(new DataFrame(new DoubleDataFrameColumn("Income", [1.0, double.PositiveInfinity]))));
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void RoundTrip_AnyTable_IsEqualCellByCell() => Prop.ForAll(
        ArbMap.Default.ArbFor<(double?, string?, DateTime?, bool)[]>().Filter(rows => rows.Length > 0),
        rows =>
        {
            CustomerTable table = new(
            [
                new TextColumn("customer_id", [.. rows.Select((_, row) => $"C{row}")], ColumnKind.Id),
                new NumericColumn("number", [.. rows.Select(row => row.Item1 is double number && double.IsFinite(number) ? number : double.NaN)]),
                new CategoricalColumn("word", [.. rows.Select(row => string.IsNullOrWhiteSpace(row.Item2) ? null : "w" + row.Item2)]),
                new DateColumn("date", [.. rows.Select(row => row.Item3)]),
            ], "customer_id");

            CustomerTable back = table.ToDataFrame().ToCustomerTable("customer_id");

            Assert.Equal(table.Columns.Select(column => column.Name), back.Columns.Select(column => column.Name));
            Assert.All(table.Columns.Zip(back.Columns), pair => Assert.Equal(Texts(pair.First), Texts(pair.Second)));
            Assert.Equal([ColumnKind.Id, ColumnKind.Numeric], back.Columns.Take(2).Select(column => column.Kind));
        }).Holds();

    private static string Error(DataFrame frame, string? id = null) => Assert.Throws<DataException>(() => frame.ToCustomerTable(id)).Message;

    private static string?[] Texts(Column column) => [.. Enumerable.Range(0, column.RowCount).Select(column.TextAt)];
}
