using Microsoft.Data.Analysis;

namespace Segmentation;

/// <summary>Customer tables as the data frames of Microsoft.Data.Analysis, and back, column by column.</summary>
public static class DataFrames
{
    /// <summary>
    /// The table as a data frame: numbers are <see cref="DoubleDataFrameColumn"/>s, dates <see cref="DateTimeDataFrameColumn"/>s, ids,
    /// categories and texts <see cref="StringDataFrameColumn"/>s; missing cells are null.
    /// </summary>
    /// <param name="table">The table.</param>
    public static DataFrame ToDataFrame(this CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new DataFrame(table.Columns.Select(ToDataFrameColumn));
    }

    /// <summary>
    /// The data frame as a table, each column of the kind that its type and its values say, as
    /// <see cref="CustomerTable.FromDataReader"/> has them: whole numbers that a double cannot hold, and those of a column that is
    /// named as an id, stay digits; a <see langword="float"/> is the number of its shortest decimal; nulls are missing.
    /// </summary>
    /// <param name="frame">The data frame.</param>
    /// <param name="idColumn">The column that identifies a row; null chooses as <see cref="CsvOptions.IdColumn"/> does.</param>
    /// <exception cref="DataException">There are no rows, there is no such column, or a value is infinite or of a type that no column holds.</exception>
    public static CustomerTable ToCustomerTable(this DataFrame frame, string? idColumn = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        string[] names = [.. frame.Columns.Select(column => column.Name)];
        DataReaderLoading.Check(names, idColumn);
        if (frame.Rows.Count == 0)
        {
            throw new DataException("The data frame has no rows.");
        }

        Column[] columns = [.. frame.Columns.Select(column => ToColumn(column, isId: column.Name == idColumn))];
        return new CustomerTable(columns, idColumn ?? IdColumnRule.Choose(columns));
    }

    /// <summary>Numbers that a double holds exactly go over as they are; everything else by the rules for a query's values.</summary>
    private static Column ToColumn(DataFrameColumn column, bool isId)
    {
        double[]? numbers = isId || DataReaderLoading.MayNameIds(column.Name) ? null : column switch
        {
            PrimitiveDataFrameColumn<double> doubles => Numbers(doubles, number => number),
            PrimitiveDataFrameColumn<float> floats => Numbers(floats, DataReaderLoading.AsWritten),
            PrimitiveDataFrameColumn<int> integers => Numbers(integers, number => number),
            PrimitiveDataFrameColumn<short> integers => Numbers(integers, number => number),
            PrimitiveDataFrameColumn<byte> integers => Numbers(integers, number => number),
            _ => null,
        };
        bool isInfinite = numbers is not null && Array.Exists(numbers, double.IsInfinity);
        return numbers is null || isInfinite
            ? DataReaderLoading.ToColumn(column.Name, column.Cast<object?>(), isId)
            : new NumericColumn(column.Name, numbers);
    }

    private static double[] Numbers<T>(PrimitiveDataFrameColumn<T> column, Func<T, double> toDouble)
        where T : unmanaged
    {
        double[] numbers = new double[column.Length];
        int row = 0;
        foreach (T? cell in column)
        {
            numbers[row++] = cell is T value ? toDouble(value) : double.NaN;
        }

        return numbers;
    }

    private static DataFrameColumn ToDataFrameColumn(Column column) => column switch
    {
        NumericColumn numbers => new DoubleDataFrameColumn(column.Name, Cells<double?>(column, row => numbers[row])),
        DateColumn dates => new DateTimeDataFrameColumn(column.Name, Cells(column, row => dates.Values[row])),
        _ => new StringDataFrameColumn(column.Name, Cells(column, column.TextAt)),
    };

    private static IEnumerable<T?> Cells<T>(Column column, Func<int, T?> cell) =>
        Enumerable.Range(0, column.RowCount).Select(row => column.IsMissing(row) ? default : cell(row));
}
