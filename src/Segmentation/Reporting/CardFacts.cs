using static System.FormattableString;

namespace Segmentation;

/// <summary>A segment's rule, stability and value, in a line for each that is known.</summary>
internal static class CardFacts
{
    /// <summary>What a card leaves out where it has the stability.</summary>
    public const string SeparationTerm = "Separation";

    public static IEnumerable<(string Term, string Value)> Of(SegmentationResult result, SegmentProfile profile)
    {
        if (result.Rules is SegmentRules rules)
        {
            yield return ("Rule", rules.Of(profile.Segment).Describe());
        }

        if (result.Stability is ClusterStability stability)
        {
            yield return ("Stability", Stability(stability, stability.Clusters[profile.Segment - 1]));
        }

        if (result.Silhouette?.ClusterMeans[profile.Segment - 1] is double width)
        {
            yield return (SeparationTerm, Invariant($"{Separation(width)}: mean silhouette {width:0.00} of at most 1"));
        }

        if (result.Value is ValueRanking value)
        {
            yield return ("Value", Value(value, value.Segments[profile.Segment - 1]));
        }
    }

    private static string Stability(ClusterStability stability, ClusterRecovery recovery)
    {
        string advice = recovery.Grade == StabilityGrade.Unstable ? "; do not build on it" : string.Empty;
        return Invariant($"{VerdictText.Word(recovery.Grade)}: mean Jaccard {recovery.MeanJaccard:0.00} over {stability.Samples:#,0} bootstrap samples{advice}");
    }

    /// <summary>The words of Kaufman and Rousseeuw (1990) for a mean silhouette width.</summary>
    private static string Separation(double width) => width switch
    {
        > 0.70 => "strong",
        > 0.50 => "reasonable",
        > 0.25 => "weak",
        _ => "none to build on",
    };

    private static string Value(ValueRanking value, SegmentValue segment)
    {
        if (segment.Mean is not double mean)
        {
            return $"{value.Column} is known of 0 customers";
        }

        string interval = segment is { Lower: double lower, Upper: double upper }
            ? $" (95% interval {NumberText.Of(lower)} to {NumberText.Of(upper)})"
            : string.Empty;
        string share = segment.ShareOfValue is double part ? $", {NumberText.Percent(part)} of all" : string.Empty;
        string growing = segment.WorthGrowing ? "; worth growing" : string.Empty;
        return $"{NumberText.Of(mean)} of {value.Column} a customer{interval}{share}{growing}";
    }
}
