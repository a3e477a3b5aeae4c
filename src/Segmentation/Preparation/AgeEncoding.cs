namespace Segmentation;

/// <summary>A date as an age: the days from it to <see cref="AsOf"/>, negative for a date after that, with fractions for times of day.</summary>
public sealed record AgeEncoding : FeatureEncoding
{
    /// <summary>Makes an encoding.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="asOf">The date at which ages are stated.</param>
    public AgeEncoding(string column, DateTime asOf)
        : base(column)
    {
        AsOf = asOf;
    }

    /// <summary>The date at which ages are stated; new customers' ages are stated at the same one, so that they can be compared.</summary>
    public DateTime AsOf { get; }

    internal override EncodedCells Encode(CustomerTable table)
    {
        Column column = table[Column];
        double[] numbers = new double[column.RowCount];
        if (column is not DateColumn && column.MissingCount < column.RowCount)
        {
            throw NoDates(table, column);
        }

        for (int row = 0; row < numbers.Length; row++)
        {
            numbers[row] = column is DateColumn dates && dates.Values[row] is DateTime date ? (AsOf - date).TotalDays : double.NaN;
        }

        return new EncodedCells(numbers, []);
    }

    /// <summary>The error about a column that should hold dates.</summary>
    internal static Exception NoDates(CustomerTable table, Column column)
    {
        if (table.LoadReport?.StrayTexts.FirstOrDefault(s => s.Column == column.Name && s.Expected == ColumnKind.Date) is StrayText stray)
        {
            return new DataException(table.LoadReport.Source, stray.Line, stray.Message);
        }

        string[] dates = [.. table.Columns.OfType<DateColumn>().Select(other => other.Name)];
        string right = dates.Length == 0 ? "No column holds dates." : $"Columns of dates: {string.Join(", ", dates)}.";
        return new ArgumentException($"Column '{column.Name}' holds no dates, so it has no age. {right}");
    }
}
