namespace Segmentation;

/// <summary>
/// The segments ranked by what their customers are worth: share of customers against share of value, and the value per
/// customer with its 95% interval.
/// </summary>
/// <remarks>
/// Intervals are Student's, of the change paired; where few customers have very unequal values they hold less often than
/// they say, which is said (<see cref="RoughSegments"/>). A segment is worth growing when it has at least 30 customers
/// with both values, at least 5% of the customers, and a change above zero that is sure even though every segment was
/// asked (p-value times the number of segments below 5%). It is said to shrink when a change below zero is as sure; its
/// <see cref="ValueStanding.Trend"/> rests on its own interval alone.
/// </remarks>
/// <example><code>
/// ValueRanking value = ValueRanking.Of(table, model.Labels, profiles, "Revenue", before: "Revenue last year");
/// </code></example>
public sealed partial class ValueRanking
{
    private ValueRanking(ValueBySegment values, IReadOnlyList<SegmentProfile> profiles, Func<int, string> rowName)
    {
        RowName = rowName;
        Column = values.Column;
        Before = values.Before;
        IsClustered = profiles.Any(profile => profile.Numbers.Any(number => number.Clustered && number.Column == Column));
        Missing = values.Missing;
        MissingBefore = values.MissingBefore;
        Customers = values.Means.Sum(mean => mean?.Count ?? 0);
        Total = FixedChunks.InOrder(values.Totals);
        Mean = Customers == 0 ? null : Total / Customers;
        HasShares = Total > 0 && values.Totals.All(total => total >= 0);
        int[] ranks = RanksOf(values.Means);
        Segments = [.. profiles.Select((profile, segment) => Segment(values, profile, segment, ranks[segment]))];
        Best = ValueClaims.Best(values.Means) is int best ? Segments[best] : null;
        Worst = ValueClaims.Worst(values.Means) is int worst ? Segments[worst] : null;
        RoughSegments = [.. Segments.Where((_, i) => values.Means[i] is { IsRough: true } || values.Changes[i] is { IsRough: true })];
    }

    /// <summary>The column that holds the value.</summary>
    public string Column { get; }

    /// <summary>The column that holds the same value of an earlier period; null where none was given.</summary>
    public string? Before { get; }

    /// <summary>
    /// Whether the segments were made from the value itself. Then they differ in it by construction, and the intervals
    /// describe these customers alone.
    /// </summary>
    public bool IsClustered { get; }

    /// <summary>The rows of the table that are in a segment and lack the value, 0-based, in rising order.</summary>
    public IReadOnlyList<int> Missing { get; }

    /// <summary>The rows that have the value and lack the earlier one; they take no part in the change.</summary>
    public IReadOnlyList<int> MissingBefore { get; }

    /// <summary>The customers in segments whose value is known.</summary>
    public int Customers { get; }

    /// <summary>The sum of their values.</summary>
    public double Total { get; }

    /// <summary>The value per customer; null where no value is known.</summary>
    public double? Mean { get; }

    /// <summary>Whether shares of value mean something: the total is positive and that of no segment negative.</summary>
    public bool HasShares { get; }

    /// <summary>The segments in the order of their numbers.</summary>
    public IReadOnlyList<SegmentValue> Segments { get; }

    /// <summary>The segments by falling value per customer; of equal ones the lower number first, unknown ones last.</summary>
    public IReadOnlyList<SegmentValue> Ranked => [.. Segments.OrderBy(segment => segment.Rank)];

    /// <summary>
    /// The segment whose value per customer surely exceeds that of every other (Welch's tests of all pairs at 5%
    /// together, Bonferroni); null where none does.
    /// </summary>
    public SegmentValue? Best { get; }

    /// <summary>The segment whose value per customer is surely below that of every other; null where none is.</summary>
    public SegmentValue? Worst { get; }

    /// <summary>
    /// The segments whose intervals are rough, for their number of customers is at most 25 times the squared skewness of
    /// their values (Cochran 1977).
    /// </summary>
    public IReadOnlyList<SegmentValue> RoughSegments { get; }

    /// <summary>What this means, a sentence each with its numbers, the most important first.</summary>
    public IReadOnlyList<string> Sentences => [.. ValueText.Of(this)];

    /// <summary>What people call a row of the table.</summary>
    internal Func<int, string> RowName { get; }

    /// <summary>Ranks the segments.</summary>
    /// <param name="table">The customers, in original units.</param>
    /// <param name="labels">The cluster of each row, 0 to k - 1.</param>
    /// <param name="profiles">The k segments, in the order of their numbers.</param>
    /// <param name="column">The numeric column that holds the value.</param>
    /// <param name="before">The numeric column that holds the same value in an earlier period; null for none.</param>
    /// <param name="rows">The table row that each label belongs to; empty when the labels are those of all rows.</param>
    /// <exception cref="ArgumentException">
    /// A column does not exist, is not numeric, or both are the same; or labels do not fit to rows or profiles.
    /// </exception>
    /// <exception cref="DataException">A column would be numeric but for stray texts, or the values are too large to add up.</exception>
    public static ValueRanking Of(
        CustomerTable table,
        ReadOnlySpan<int> labels,
        IReadOnlyList<SegmentProfile> profiles,
        string column,
        string? before = null,
        ReadOnlySpan<int> rows = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(profiles);
        Check(table, column, before);
        int rowCount = rows.IsEmpty ? table.RowCount : rows.Length;
        if (labels.Length != rowCount)
        {
            throw new ArgumentException($"There are {labels.Length} labels for {rowCount} rows.", nameof(labels));
        }

        return new ValueRanking(ValueBySegment.Of(table, labels, rows, profiles.Count, column, before), profiles, table.NameOf);
    }

    /// <summary>Finds out before any work whether the columns can be what they are meant to be.</summary>
    internal static void Check(CustomerTable table, string column, string? before)
    {
        _ = table.Numeric(column);
        if (before is not null)
        {
            _ = table.Numeric(before);
        }

        if (before == column)
        {
            throw new ArgumentException($"Column '{column}' cannot be the value and the value before: name the column of the earlier period.", nameof(before));
        }
    }

    private SegmentValue Segment(ValueBySegment values, SegmentProfile profile, int segment, int rank)
    {
        ValueMean? mean = values.Means[segment];
        ValueMean? change = values.Changes[segment];
        double shareOfCustomers = Customers == 0 ? 0 : (double)(mean?.Count ?? 0) / Customers;
        return new(
            profile.Segment,
            profile.Name,
            mean?.Count ?? 0,
            shareOfCustomers,
            values.Totals[segment],
            HasShares ? values.Totals[segment] / Total : null,
            mean?.Mean,
            mean?.Lower,
            mean?.Upper,
            change?.Mean,
            change?.Lower,
            change?.Upper,
            rank,
            new ValueStanding(LevelOf(mean), TrendOf(change)),
            ValueClaims.IsWorthGrowing(change, shareOfCustomers, values.Means.Count),
            ValueClaims.Shrinks(change, values.Means.Count));
    }

    private ValueLevel LevelOf(ValueMean? mean) =>
        mean?.Lower is null ? ValueLevel.Unknown
        : mean.Lower > Mean ? ValueLevel.High
        : mean.Upper < Mean ? ValueLevel.Low : ValueLevel.Average;

    private static ValueTrend TrendOf(ValueMean? change) =>
        change?.Lower is null ? ValueTrend.Unknown
        : change.Lower > 0 ? ValueTrend.Growing
        : change.Upper < 0 ? ValueTrend.Shrinking : ValueTrend.Steady;

    private static int[] RanksOf(IReadOnlyList<ValueMean?> means)
    {
        int[] ranks = new int[means.Count];
        int rank = 0;
        foreach (int segment in Enumerable.Range(0, means.Count).OrderByDescending(segment => means[segment]?.Mean ?? double.NegativeInfinity))
        {
            ranks[segment] = ++rank;
        }

        return ranks;
    }
}
