using static System.FormattableString;

namespace Segmentation;

/// <summary>How to tell a segment's customers by a few thresholds, in original units.</summary>
/// <param name="Segment">The segment's number, from 1.</param>
/// <param name="Size">The customers in the segment.</param>
/// <param name="Alternatives">
/// Who satisfies all conditions of any of these is taken for one of the segment; the largest first. Nobody satisfies two.
/// </param>
public sealed record SegmentRule(int Segment, int Size, IReadOnlyList<RuleAlternative> Alternatives)
{
    /// <summary>The customers who satisfy the rule.</summary>
    public int Covered => Alternatives.Sum(alternative => alternative.Covered);

    /// <summary>Those of them who are in the segment.</summary>
    public int Right => Alternatives.Sum(alternative => alternative.Right);

    /// <summary>Right divided by covered; null where nobody satisfies the rule.</summary>
    public double? Precision => Covered == 0 ? null : (double)Right / Covered;

    /// <summary>Right divided by the segment's size.</summary>
    public double Recall => (double)Right / Size;

    /// <summary>
    /// The rule in one sentence without a full stop: "Annual Income (k$) above 70 and Spending Score (1-100) at most 40
    /// (34 of 35 right, 1 missed)": of 35 customers who satisfy it, 34 are in the segment, which has one more.
    /// </summary>
    public string Describe()
    {
        if (Covered == 0)
        {
            return Invariant($"No thresholds tell this segment (0 of its {Size:#,0} found)");
        }

        string conditions = string.Join(", or ", Alternatives.Where(part => part.Covered > 0).Select(part => part.Describe()));
        string missed = Right == Size ? string.Empty : Invariant($", {Size - Right:#,0} missed");
        return Invariant($"{conditions} ({Right:#,0} of {Covered:#,0} right{missed})");
    }
}

/// <summary>Conditions that are all to be satisfied.</summary>
/// <param name="Conditions">One for each feature that matters, in the order of the features.</param>
/// <param name="Covered">The customers who satisfy them all.</param>
/// <param name="Right">Those of them who are in the segment.</param>
public sealed record RuleAlternative(IReadOnlyList<ThresholdCondition> Conditions, int Covered, int Right)
{
    /// <summary>"Age above 40 and Income at most 70".</summary>
    public string Describe() => string.Join(" and ", Conditions.Select(condition => condition.Describe()).Distinct());
}

/// <summary>A feature between bounds, in its own unit.</summary>
/// <param name="Feature">The column's name, which has the unit where it is known.</param>
/// <param name="Above">It is more than this; null for no lower bound.</param>
/// <param name="AtMost">It is this or less; null for no upper bound.</param>
public sealed record ThresholdCondition(string Feature, double? Above, double? AtMost)
{
    private const int LongestName = 60;

    /// <summary>How the feature is said where it is only ever 0 or 1; else null.</summary>
    internal BinaryWords? Binary { get; init; }

    /// <summary>
    /// "Age above 40", "Age at most 60", or "Age above 40 up to 60"; of a feature of 0 and 1 "Contract is Month-to-month".
    /// </summary>
    public string Describe()
    {
        if (Binary is not null && Above is null != AtMost is null)
        {
            return Above is null ? Binary.No : Binary.Yes;
        }

        string feature = PlainText.OneLine(Feature, LongestName);
        return (Above, AtMost) switch
        {
            (double above, double most) => $"{feature} above {RoundThreshold.Text(above)} up to {RoundThreshold.Text(most)}",
            (double above, null) => $"{feature} above {RoundThreshold.Text(above)}",
            (null, double most) => $"{feature} at most {RoundThreshold.Text(most)}",
            _ => $"any {feature}",
        };
    }
}
