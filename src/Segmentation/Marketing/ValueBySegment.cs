namespace Segmentation;

/// <summary>The value column taken apart by segment.</summary>
internal sealed class ValueBySegment
{
    public required string Column { get; init; }

    public required string? Before { get; init; }

    /// <summary>The rows of the table that lack the value, in the order of the labels.</summary>
    public required IReadOnlyList<int> Missing { get; init; }

    /// <summary>The rows that have the value and lack the earlier one.</summary>
    public required IReadOnlyList<int> MissingBefore { get; init; }

    /// <summary>k means; null where no value is known.</summary>
    public required IReadOnlyList<ValueMean?> Means { get; init; }

    /// <summary>k mean changes; null where no customer has both values.</summary>
    public required IReadOnlyList<ValueMean?> Changes { get; init; }

    /// <summary>k sums, 0 where no value is known.</summary>
    public required double[] Totals { get; init; }

    public static ValueBySegment Of(
        CustomerTable table, ReadOnlySpan<int> labels, ReadOnlySpan<int> rows, int segments, string column, string? before)
    {
        NumericColumn values = table.Numeric(column);
        NumericColumn? earlier = before is null ? null : table.Numeric(before);
        List<double>[] known = [.. Enumerable.Range(0, segments).Select(_ => new List<double>())];
        List<double>[] changes = [.. Enumerable.Range(0, segments).Select(_ => new List<double>())];
        List<int> missing = [];
        List<int> missingBefore = [];
        for (int i = 0; i < labels.Length; i++)
        {
            int row = rows.IsEmpty ? i : rows[i];
            if (labels[i] < 0 || labels[i] >= segments)
            {
                throw new ArgumentException($"Row {row} has label {labels[i]}, but there are {segments} segments.", nameof(labels));
            }

            if (values.IsMissing(row))
            {
                missing.Add(row);
                continue;
            }

            known[labels[i]].Add(values[row]);
            if (earlier is not null && !earlier.IsMissing(row))
            {
                changes[labels[i]].Add(values[row] - earlier[row]);
            }
            else if (earlier is not null)
            {
                missingBefore.Add(row);
            }
        }

        double[][] sorted = [.. known.Select(segment => segment.Order().ToArray())];
        double[] totals = [.. sorted.Select(segment => FixedChunks.InOrder(segment))];
        if (!double.IsFinite(totals.Sum(Math.Abs)) || changes.Any(segment => segment.Exists(double.IsInfinity)))
        {
            throw new DataException($"Column '{column}' holds values too large to add up; give it in a larger unit.");
        }

        return new ValueBySegment
        {
            Column = column,
            Before = before,
            Missing = missing,
            MissingBefore = missingBefore,
            Means = [.. sorted.Select(ValueMean.Of)],
            Changes = [.. changes.Select(segment => ValueMean.Of([.. segment]))],
            Totals = totals,
        };
    }
}
