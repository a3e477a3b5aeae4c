namespace Segmentation;

/// <summary>A number for each customer, such as their spending, whose mean an experiment is to raise.</summary>
public sealed class AudienceValue
{
    private readonly Dictionary<string, double> values = new(StringComparer.Ordinal);

    /// <summary>Takes the values from a table with an id column.</summary>
    /// <param name="table">The customers.</param>
    /// <param name="column">A numeric column; missing cells say nothing.</param>
    /// <param name="effect">The difference of the means worth finding, positive, in the column's unit.</param>
    /// <exception cref="DataException">The table has no id column or no such numeric column.</exception>
    public AudienceValue(CustomerTable table, string column, double effect)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!(effect > 0 && double.IsFinite(effect)))
        {
            throw new ArgumentOutOfRangeException(nameof(effect), effect, "The effect on the value must be positive and finite.");
        }

        Column = column;
        Effect = effect;
        TextColumn ids = table.Id ?? throw new DataException("The values cannot be found without a column of ids.");
        NumericColumn numbers = table.Numeric(column);
        for (int row = 0; row < table.RowCount; row++)
        {
            if (ids.TextAt(row) is string id && !numbers.IsMissing(row))
            {
                // The id as segments.csv has it.
                values[CsvCell.Text(id).ToString()] = numbers[row];
            }
        }
    }

    /// <summary>The column's name.</summary>
    public string Column { get; }

    /// <summary>The difference of the means worth finding, in the column's unit.</summary>
    public double Effect { get; }

    /// <summary>
    /// The sample standard deviation (n - 1) over the segment's customers whose value is known; null for fewer than 2, and where
    /// it is too large for a double.
    /// </summary>
    public double? StandardDeviationOf(SegmentList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        double[] known = [.. list.Ids.Where(values.ContainsKey).Select(id => values[id]).Order()];
        return known.Length < 2 ? null : Moments.OfSorted(known).SampleDeviation;
    }
}
