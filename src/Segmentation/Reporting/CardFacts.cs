namespace Segmentation;

/// <summary>A segment's rule, stability and value, in a line for each that is known.</summary>
internal static class CardFacts
{
    private const double Strong = 0.70;
    private const double Reasonable = 0.50;
    private const double Weak = 0.25;

    private static readonly double[] SeparationBounds = [Strong, Reasonable, Weak];

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

        if (profile.Size > 1 && result.Silhouette?.ClusterMeans[profile.Segment - 1] is double width)
        {
            yield return ("Separation", $"{Separation(width)}: mean silhouette {NumberText.Beside(width, 2, SeparationBounds)} of at most 1");
        }

        if (result.Value is ValueRanking value)
        {
            yield return ("Value", Value(value, value.Segments[profile.Segment - 1]));
        }
    }

    private static string Stability(ClusterStability stability, ClusterRecovery recovery)
    {
        string advice = recovery.Grade == StabilityGrade.Unstable ? "; do not build on it" : string.Empty;
        return $"{VerdictText.Word(recovery.Grade)}: mean Jaccard {StabilityText.Jaccard(recovery.MeanJaccard)} over {NumberText.Counted(stability.Samples, "bootstrap sample")}{advice}";
    }

    /// <summary>The words of Kaufman and Rousseeuw (1990) for a mean silhouette width.</summary>
    private static string Separation(double width) => width switch
    {
        > Strong => "strong",
        > Reasonable => "reasonable",
        > Weak => "weak",
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
