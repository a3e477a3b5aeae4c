namespace Segmentation;

/// <summary>The place of a level in an order, from 1 for the lowest.</summary>
public sealed record OrdinalEncoding : FeatureEncoding
{
    /// <summary>Makes an encoding.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="order">The levels from the lowest to the highest, at least two, each once.</param>
    /// <exception cref="ArgumentException">There are fewer than two levels, one is blank, or one stands twice.</exception>
    public OrdinalEncoding(string column, IReadOnlyList<string> order)
        : base(column)
    {
        ArgumentNullException.ThrowIfNull(order);
        Order = Checked(order);
    }

    /// <summary>The levels from the lowest to the highest.</summary>
    public IReadOnlyList<string> Order { get; }

    /// <summary>Whether column and order are the same.</summary>
    public bool Equals(OrdinalEncoding? other) =>
        other is not null && Column == other.Column && Order.SequenceEqual(other.Order, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Column, Order.Count);

    /// <summary>A copy of an order, once it is known to be one.</summary>
    internal static IReadOnlyList<string> Checked(IReadOnlyList<string> order)
    {
        if (order.Count < 2)
        {
            throw new ArgumentException($"An order needs at least two levels, but has {order.Count}.");
        }

        if (order.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException($"A level of the order {string.Join(" < ", order)} is empty.");
        }

        string? twice = order.GroupBy(level => level, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null
            ? [.. order]
            : throw new ArgumentException($"Level '{twice}' stands twice in the order {string.Join(" < ", order)}.");
    }

    /// <summary>Refuses a training column with a level that is not in the order.</summary>
    /// <exception cref="DataException">There is one; the message names its row.</exception>
    internal OrdinalEncoding CheckTraining(CustomerTable table)
    {
        if (Encode(table).Unusable is [UnusableCell first, ..])
        {
            string level = table[Column].TextAt(first.Row)!;
            throw FaultyCell.Exception(
                table, first.Row, $"column '{Column}' is '{level}'",
                $", which is not in the order {string.Join(" < ", Order)}.{Spelling.DidYouMean(level, Order)}");
        }

        return this;
    }

    internal override EncodedCells Encode(CustomerTable table)
    {
        Dictionary<string, double> places = new(StringComparer.Ordinal);
        foreach (string level in Order)
        {
            places.Add(level, places.Count + 1);
        }

        Column column = table[Column];
        EncodedCells cells = CellLevels.Of(column).Encode(level => places.GetValueOrDefault(level, double.NaN));
        List<UnusableCell> unusable = [];
        for (int row = 0; row < cells.Numbers.Length; row++)
        {
            if (double.IsNaN(cells.Numbers[row]) && !column.IsMissing(row))
            {
                unusable.Add(new UnusableCell(
                    row, $"'{Column}' is '{column.TextAt(row)}', which is not in the order {string.Join(" < ", Order)}"));
            }
        }

        return cells with { Unusable = unusable };
    }
}
