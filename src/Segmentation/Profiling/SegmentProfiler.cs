namespace Segmentation;

/// <summary>
/// Describes segments in original units: how the customers of each differ from all customers that were clustered.
/// </summary>
/// <remarks>
/// Names follow the effect: within 0.25 overall standard deviations is average, from 0.5 high or low, from 1.5 very high or
/// very low. A column that was not clustered on is named only where it <see cref="Evidence.StandsOut"/>: from 0.5 (a level of a
/// category from 10 percentage points), with an adjusted p-value below 0.01, and for a level with a lower bound of the
/// lift above 1. Shares are ranked beside means by <see cref="Evidence.Strength"/>, and from 90% on said without "mostly".
/// </remarks>
/// <example>
/// <code>
/// IReadOnlyList&lt;SegmentProfile&gt; profiles = new SegmentProfiler(["Income", "Spending"]).Profile(table, model.Labels);
/// </code>
/// </example>
public sealed class SegmentProfiler
{
    private readonly string[] clusteredColumns;

    /// <summary>Makes a profiler.</summary>
    /// <param name="clusteredColumns">The table's columns that the segments were made from. No test is valid for them.</param>
    public SegmentProfiler(IReadOnlyCollection<string> clusteredColumns)
    {
        ArgumentNullException.ThrowIfNull(clusteredColumns);
        this.clusteredColumns = [.. clusteredColumns];
    }

    /// <summary>
    /// Columns not to describe, such as numbers that look like ids. Default none. A clustered column is described even
    /// when it stands here too.
    /// </summary>
    public IReadOnlyCollection<string> LeftOutColumns { get; init; } = [];

    /// <summary>
    /// Describes each segment: label + 1 is its number. The numeric columns (but ids) and the categorical ones are
    /// described; dates and texts are not. The order of the rows does not change the result.
    /// </summary>
    /// <param name="table">The customers, in original units.</param>
    /// <param name="labels">The cluster of each row, 0 to k - 1; every cluster has a row.</param>
    /// <param name="rows">
    /// The table row that each label belongs to; empty when the labels are those of all rows, in table order.
    /// </param>
    /// <returns>k profiles, in the order of their numbers.</returns>
    /// <exception cref="ArgumentException">
    /// Labels and rows do not fit together or to the table, a cluster has no row, or a named column does not exist or
    /// cannot be described.
    /// </exception>
    public IReadOnlyList<SegmentProfile> Profile(
        CustomerTable table, ReadOnlySpan<int> labels, ReadOnlySpan<int> rows = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        int[] sizes = CheckedSizes(table, labels, rows);
        CheckColumns(table);

        List<NumericBySegment> numbers = [];
        List<CategoryBySegment> categories = [];
        foreach (Column whole in table.Columns)
        {
            bool clustered = clusteredColumns.Contains(whole.Name);
            if (whole is not (NumericColumn or CategoricalColumn) || (!clustered && LeftOutColumns.Contains(whole.Name)))
            {
                continue;
            }

            Column column = rows.IsEmpty ? whole : whole.Take(rows);
            if (column is NumericColumn number)
            {
                numbers.Add(new(number, clustered, labels, sizes));
            }
            else if (column is CategoricalColumn category)
            {
                categories.Add(new(category, clustered, labels, sizes));
            }
        }

        // One row of p-values for each column and segment, column after column.
        double?[][] adjusted = BenjaminiHochberg.Adjust(
            [.. numbers.SelectMany(number => number.PValues), .. categories.SelectMany(category => category.PValues)]);
        int customers = labels.Length;
        return SegmentNames.AddTo([.. sizes.Select((size, segment) => new SegmentProfile(
            segment + 1,
            string.Empty,
            size,
            (double)size / customers,
            [.. numbers.Select((number, i) => number.Profile(segment, adjusted[(i * sizes.Length) + segment]))],
            [.. categories.Select((category, i) => category.Profile(segment, adjusted[((numbers.Count + i) * sizes.Length) + segment]))]))]);
    }

    private static int[] CheckedSizes(CustomerTable table, ReadOnlySpan<int> labels, ReadOnlySpan<int> rows)
    {
        int rowCount = rows.IsEmpty ? table.RowCount : rows.Length;
        if (labels.Length != rowCount)
        {
            throw new ArgumentException($"There are {labels.Length} labels for {rowCount} rows.", nameof(labels));
        }

        if (labels.IsEmpty)
        {
            throw new ArgumentException("There is no row to describe.", nameof(labels));
        }

        foreach (int row in rows)
        {
            if (row < 0 || row >= table.RowCount)
            {
                throw new ArgumentException($"Row {row} is not in the table, which has {table.RowCount} rows.", nameof(rows));
            }
        }

        return Sizes(labels);
    }

    private static int[] Sizes(ReadOnlySpan<int> labels)
    {
        int largest = 0;
        foreach (int label in labels)
        {
            // A label as large as the row count must leave a gap; saying so here also bounds the array below.
            if (label < 0 || label >= labels.Length)
            {
                throw new ArgumentException(
                    $"{label} is not a cluster: {labels.Length} rows have labels from 0 to at most {labels.Length - 1}.",
                    nameof(labels));
            }

            largest = Math.Max(largest, label);
        }

        int[] sizes = ClusterSizes.Count(labels, largest + 1);
        int empty = Array.IndexOf(sizes, 0);
        return empty < 0
            ? sizes
            : throw new ArgumentException($"No row has label {empty}, though labels run to {largest}.", nameof(labels));
    }

    private void CheckColumns(CustomerTable table)
    {
        foreach (string name in clusteredColumns)
        {
            if (table[name] is not (NumericColumn or CategoricalColumn))
            {
                throw new ArgumentException(
                    $"Column '{name}' cannot have been clustered on: it is neither numeric nor categorical.");
            }
        }

        foreach (string name in LeftOutColumns)
        {
            _ = table[name];
        }
    }
}
