namespace Segmentation;

/// <summary>What a segment is like, in original units, beside what all customers are like.</summary>
/// <param name="Segment">The segment's number, from 1, by falling size.</param>
/// <param name="Name">A short name made from what stands out; no two segments share one.</param>
/// <param name="Size">The number of customers in it.</param>
/// <param name="Share">Size divided by all customers that were clustered, 0 to 1.</param>
/// <param name="Numbers">Its numeric columns (ids left out), in table order.</param>
/// <param name="Categories">Its categorical columns, in table order.</param>
public sealed partial record SegmentProfile(
    int Segment,
    string Name,
    int Size,
    double Share,
    IReadOnlyList<NumericProfile> Numbers,
    IReadOnlyList<CategoryProfile> Categories)
{
    /// <summary>
    /// Everything that clearly sets the segment apart (<see cref="Evidence.StandsOut"/>), strongest first, each column once
    /// before any column says more; empty where nothing does.
    /// </summary>
    public IReadOnlyList<Evidence> Findings => SegmentFindings.Of(this);

    /// <summary>
    /// The segment in one sentence: its size, then the up to four largest differences from all clustered customers,
    /// numbers beside. Of the columns that were not clustered on only what is both large and unlikely to be chance. A
    /// segment that holds all customers has nothing to differ from: its sentence is its size.
    /// </summary>
    public string Describe()
    {
        string size = $"{NumberText.Customers(Size)} ({NumberText.Percent(Share)})";
        IReadOnlyList<Trait> traits = Share == 1 ? [] : Trait.Of(this);
        string[] findings =
        [
            .. traits
                .Where(trait => trait.Clustered || trait.StandsOut)
                .OrderByDescending(trait => trait.Strength)
                .Take(4)
                .Select(trait => trait.Evidence.Comparison),
        ];
        return findings.Length == 0 ? $"{size}." : $"{size}: {string.Join("; ", findings)}.";
    }
}

/// <summary>A numeric column within a segment, in original units, over the cells that are not missing.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Clustered">Whether the segments were made from this column.</param>
/// <param name="Count">The cells present in the segment.</param>
/// <param name="Mean">The segment's mean; null when every cell is missing.</param>
/// <param name="Median">The segment's median; null when every cell is missing.</param>
/// <param name="OverallMean">The mean over all clustered customers; null when every cell is missing.</param>
/// <param name="OverallMedian">The median over all clustered customers; null when every cell is missing.</param>
/// <param name="Effect">
/// The segment's mean less the mean over all clustered customers, in overall sample standard deviations (n - 1); null
/// where either is unknown or the column is constant.
/// </param>
/// <param name="AdjustedPValue">
/// For a column that was not clustered on: how surprising the mean would be if the segment were a random draw of its
/// size, adjusted for all such comparisons (Benjamini-Hochberg). Null for a clustered column, for which no test is
/// valid, and where it cannot be computed.
/// </param>
public sealed record NumericProfile(
    string Column,
    bool Clustered,
    int Count,
    double? Mean,
    double? Median,
    double? OverallMean,
    double? OverallMedian,
    double? Effect,
    double? AdjustedPValue)
{
    /// <summary>Whether every cell present among the clustered customers is 0 or 1, and both occur: the mean is a share.</summary>
    public bool IsFlag { get; init; }

    /// <summary>The p-value of the v-test before the adjustment; null where <see cref="AdjustedPValue"/> is.</summary>
    public double? PValue { get; init; }

    /// <summary>
    /// The segment's mean less the mean of the customers outside it, in overall sample standard deviations; null where
    /// <see cref="Effect"/> is, and where nobody is outside.
    /// </summary>
    public double? EffectFromRest { get; init; }

    /// <summary>Quartiles and fences of all clustered customers; null when every cell is missing.</summary>
    public NumericLimits? Limits { get; init; }

    /// <summary>The cells above the overall upper quartile; null for a column that was not clustered on.</summary>
    public ShareComparison? AboveUpperQuartile { get; init; }

    /// <summary>The cells below the overall lower quartile; null for a column that was not clustered on.</summary>
    public ShareComparison? BelowLowerQuartile { get; init; }

    /// <summary>The missing cells; null where no clustered customer has one.</summary>
    public ShareComparison? Missing { get; init; }

    /// <summary>
    /// The cells beyond Tukey's fences; null where there are none, and where the quartiles coincide: then half of the
    /// customers have the same value and all others lie beyond the fences.
    /// </summary>
    public ShareComparison? Outliers { get; init; }
}

/// <summary>A categorical column within a segment.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Count">The cells present in the segment.</param>
/// <param name="Levels">Every level that occurs among the clustered customers, most frequent overall first.</param>
public sealed record CategoryProfile(string Column, int Count, IReadOnlyList<LevelProfile> Levels)
{
    /// <summary>Whether the segments were made from this column; then its levels have no p-values.</summary>
    public bool Clustered { get; init; }

    /// <summary>The missing cells; null where no clustered customer has one.</summary>
    public ShareComparison? Missing { get; init; }
}

/// <summary>A level of a category within a segment.</summary>
/// <param name="Level">The level's text.</param>
/// <param name="Count">The segment's customers that have it.</param>
/// <param name="Share">Count divided by the cells present in the segment; null when there are none.</param>
/// <param name="OverallCount">All clustered customers that have it.</param>
/// <param name="OverallShare">The base rate: OverallCount divided by the cells present among all clustered customers.</param>
/// <param name="AdjustedPValue">
/// How surprising the share would be if the segment were a random draw of its size (hypergeometric, two-sided),
/// adjusted for all such comparisons (Benjamini-Hochberg); null for a clustered column and where it cannot be computed.
/// </param>
public sealed record LevelProfile(
    string Level, int Count, double? Share, int OverallCount, double OverallShare, double? AdjustedPValue)
{
    /// <summary>The share less that of the customers outside the segment; null where either is unknown.</summary>
    public double? EffectFromRest { get; init; }

    /// <summary>The test with its shrunk lift; null where <see cref="AdjustedPValue"/> is.</summary>
    public ShareTest? Test { get; init; }
}
