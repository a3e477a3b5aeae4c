namespace Segmentation;

/// <summary>
/// What the segments were not made from and is asked of them first: churn, a response, a complaint. The share that has it, or
/// the mean of a number, in each segment beside that of all clustered customers.
/// </summary>
/// <remarks>
/// The tests are those of <see cref="SegmentProfiler"/>, adjusted for the segments alone, because the outcome was named
/// before anything was looked at; in <see cref="SegmentationResult.Profiles"/> the same p-values are adjusted for every column.
/// </remarks>
/// <example><code>
/// OutcomeComparison churn = OutcomeComparison.Of(table, model.Labels, profiles, "Churn");
/// </code></example>
public sealed class OutcomeComparison
{
    private OutcomeComparison(
        string column, string? level, IReadOnlyList<SegmentProfile> tested, IReadOnlyList<OutcomeBySegment> segments)
    {
        Column = column;
        Level = level;
        Segments = segments;
        Customers = segments.Sum(segment => segment.Customers);
        Missing = tested.Sum(profile => profile.Size) - Customers;
        Count = level is null ? null : segments.Sum(segment => segment.Count);
        Value = Customers == 0 ? null
            : level is null ? tested[0].Numbers[0].OverallMean : (double)Count! / Customers;
    }

    /// <summary>The column.</summary>
    public string Column { get; }

    /// <summary>The value whose share is compared, such as "Yes"; null where means of a number are.</summary>
    public string? Level { get; }

    /// <summary>The clustered customers whose outcome is known.</summary>
    public int Customers { get; }

    /// <summary>The others.</summary>
    public int Missing { get; }

    /// <summary>The customers that have the level; null for the mean of a number.</summary>
    public int? Count { get; }

    /// <summary>The base rate: the share of all these customers that has the level, or their mean; null where none is known.</summary>
    public double? Value { get; }

    /// <summary>The segments in the order of their numbers.</summary>
    public IReadOnlyList<OutcomeBySegment> Segments { get; }

    /// <summary>What this means, a sentence each with its numbers; that no segment differs where none does.</summary>
    public IReadOnlyList<string> Sentences => [.. OutcomeText.Of(this)];

    /// <summary>Compares a column over the segments.</summary>
    /// <param name="table">The customers, in original units.</param>
    /// <param name="labels">The cluster of each row, 0 to k - 1.</param>
    /// <param name="profiles">The k segments, in the order of their numbers.</param>
    /// <param name="column">A column of two values, such as Yes and No or 0 and 1, or of numbers.</param>
    /// <param name="rows">The table row that each label belongs to; empty when the labels are those of all rows.</param>
    /// <exception cref="ArgumentException">There is no such column, or it has neither two values nor numbers.</exception>
    /// <exception cref="DataException">It would be numbers but for stray texts, or is the same in every row.</exception>
    public static OutcomeComparison Of(
        CustomerTable table, ReadOnlySpan<int> labels, IReadOnlyList<SegmentProfile> profiles, string column, ReadOnlySpan<int> rows = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(profiles);
        OutcomeValues outcome = OutcomeValues.Of(table, column);
        Column cells = rows.IsEmpty ? outcome.Cells : outcome.Cells.Take(rows);
        IReadOnlyList<SegmentProfile> tested = new SegmentProfiler([]).Profile(new CustomerTable([cells]), labels);
        List<OutcomeBySegment> segments = [];
        for (int segment = 0; segment < tested.Count; segment++)
        {
            segments.Add(outcome.Level is string level
                ? Share(tested[segment], profiles[segment].Name, level)
                : Mean(tested[segment], profiles[segment].Name, Values((NumericColumn)cells, labels, segment)));
        }

        return new OutcomeComparison(column, outcome.Level, tested, segments);
    }

    private static OutcomeBySegment Share(SegmentProfile profile, string name, string level)
    {
        CategoryProfile category = profile.Categories[0];

        // That no clustered customer has the level is known only where the outcome is.
        LevelProfile? found = category.Levels.FirstOrDefault(candidate => candidate.Level == level);
        int count = found?.Count ?? 0;
        (double Lower, double Upper)? interval = category.Count == 0 ? null : WilsonInterval.Of(count, category.Count);
        return new(
            profile.Segment, name, category.Count, count, category.Count == 0 ? null : (double)count / category.Count,
            interval?.Lower, interval?.Upper, found?.AdjustedPValue);
    }

    private static OutcomeBySegment Mean(SegmentProfile profile, string name, double[] values)
    {
        ValueMean? mean = ValueMean.Of(values);
        return new(profile.Segment, name, values.Length, null, mean?.Mean, mean?.Lower, mean?.Upper, profile.Numbers[0].AdjustedPValue);
    }

    private static double[] Values(NumericColumn column, ReadOnlySpan<int> labels, int segment)
    {
        List<double> values = [];
        for (int row = 0; row < labels.Length; row++)
        {
            if (labels[row] == segment && !column.IsMissing(row))
            {
                values.Add(column[row]);
            }
        }

        return [.. values];
    }
}
