using System.Globalization;

namespace Segmentation;

/// <summary>A finding in words.</summary>
internal static class EvidenceText
{
    private const int LongestText = 60;

    public static string Compare(Evidence evidence) => Compare(evidence, string.Empty, string.Empty);

    public static string Describe(Evidence evidence)
    {
        string?[] numbers = !evidence.IsShare
            ? [Differences(evidence, 1, "standard deviations", "above", "below"), NumberText.Customers(evidence.Count), Test(evidence)]
            : [Differences(evidence, PointsOf(evidence), "percentage points", "more", "less"), Hits(evidence), Lift(evidence), Test(evidence)];
        return $"{Compare(evidence, " in this segment", " of this segment")} ({string.Join("; ", numbers.Where(part => part is not null))})";
    }

    /// <summary>
    /// An adjusted p-value with three decimals, and more where it takes them to look below <see cref="Trait.ClaimLevel"/> if it is.
    /// </summary>
    public static string PValue(double value) => value < 0.001 ? "<0.001" : NumberText.Beside(value, 3, Trait.ClaimLevel);

    private static string Compare(Evidence evidence, string inSegment, string ofSegment)
    {
        string column = PlainText.OneLine(evidence.Column, LongestText);
        (string mean, string overall) = NumberText.Apart(evidence.Value, evidence.BaseValue);
        return !evidence.IsShare
            ? $"{column} averages {mean}{inSegment} against {overall} overall"
            : $"{column} {Property(evidence)} for {NumberText.Percent(evidence.Value)}{ofSegment} against {NumberText.Percent(evidence.BaseValue)} overall";
    }

    /// <summary>The effect of a mean of 0 and 1 is in standard deviations.</summary>
    private static double PointsOf(Evidence evidence) =>
        evidence.Kind == EvidenceKind.Mean && evidence.Effect != 0 ? 100 * (evidence.Value - evidence.BaseValue) / evidence.Effect : 100;

    private static string Property(Evidence evidence) => evidence.Kind switch
    {
        EvidenceKind.Mean => "is 1",
        EvidenceKind.AboveUpperQuartile => $"lies above {Limit(evidence.Above)}, the upper quartile,",
        EvidenceKind.BelowLowerQuartile => $"lies below {Limit(evidence.Below)}, the lower quartile,",
        EvidenceKind.Missing => "is missing",
        EvidenceKind.Outliers => $"is an outlier, below {Limit(evidence.Below)} or above {Limit(evidence.Above)},",
        _ => $"is {PlainText.OneLine(evidence.Level ?? string.Empty, LongestText)}",
    };

    private static string Limit(double? limit) => limit is double known ? NumberText.Of(known) : "an unknown limit";

    private static string Differences(Evidence evidence, double scale, string unit, string more, string less)
    {
        string than = !evidence.IsShare ? "the rest" : "than the rest";
        return Difference(evidence.Effect * scale, $" {unit}", more, less) is not string fromAll ? "no difference"
            : evidence.EffectFromRest is not double rest ? fromAll
            : $"{fromAll}, {Difference(rest * scale, string.Empty, more, less)} {than}";
    }

    /// <summary>Null where it would round to nothing.</summary>
    private static string? Difference(double difference, string unit, string more, string less)
    {
        double size = Math.Abs(difference);
        string text = size.ToString(size < 0.095 ? "0.00" : "#,##0.0", CultureInfo.InvariantCulture);
        return size < 0.005 ? null : $"{text}{unit} {(difference > 0 ? more : less)}";
    }

    private static string Hits(Evidence evidence) =>
        $"{Math.Round(evidence.Value * evidence.Count).ToString("#,##0", CultureInfo.InvariantCulture)} of {NumberText.Customers(evidence.Count)}";

    /// <summary>The lower bound says how sure a lift above 1 is, and nothing of one below.</summary>
    private static string? Lift(Evidence evidence) =>
        evidence.LiftLowerBound is not double bound || evidence.ShrunkLift is not double lift ? null
        : evidence.Effect < 0 ? $"lift {NumberText.Of(lift)}"
        : $"lift {NumberText.Of(lift)}, at least {NumberText.Of(bound)}";

    /// <summary>What stands out has a p below 0.01, so that two steps are enough there; other p-values are written out.</summary>
    private static string? Test(Evidence evidence) => evidence.AdjustedPValue switch
    {
        _ when evidence.Clustered => "clustered on: no test",
        null => null,
        < 0.001 => "adjusted p < 0.001",
        < Trait.ClaimLevel => "adjusted p < 0.01",
        double p => $"adjusted p = {p.ToString("0.00", CultureInfo.InvariantCulture)}",
    };
}
