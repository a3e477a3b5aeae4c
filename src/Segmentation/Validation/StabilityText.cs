using static System.FormattableString;

namespace Segmentation;

/// <summary>How stable segments are, in sentences with their numbers.</summary>
public static class StabilityText
{
    /// <summary>The least stable segment, over which samples of which customers.</summary>
    public static string Of(ClusterStability stability, IReadOnlyList<SegmentProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(stability);
        ArgumentNullException.ThrowIfNull(profiles);
        ClusterRecovery least = stability.Least;
        return Invariant(
            $"Least stable: segment {least.Cluster + 1} ({profiles[least.Cluster].Name}), {VerdictText.Word(least.Grade)}: {Numbers(stability, least)}.");
    }

    /// <summary>A warning for each segment that is not to be built on.</summary>
    internal static IEnumerable<string> Warnings(ClusterStability stability, IReadOnlyList<SegmentProfile> profiles) => stability.Clusters
        .Where(cluster => cluster.Grade == StabilityGrade.Unstable)
        .Select(cluster => Invariant(
            $"Segment {cluster.Cluster + 1} ({profiles[cluster.Cluster].Name}) is unstable, do not build on it: {Numbers(stability, cluster)}, below {ClusterRecovery.Doubtful:0.0}."));

    /// <summary>A mean of Jaccard's coefficients, on the same side of the grades' bounds as it is.</summary>
    internal static string Jaccard(double mean) => NumberText.Beside(mean, 2, ClusterRecovery.Bounds);

    private static string Numbers(ClusterStability stability, ClusterRecovery cluster)
    {
        string whom = stability.Rows == stability.AllRows
            ? NumberText.Customers(stability.Rows)
            : Invariant($"{stability.Rows:#,0} of {NumberText.Customers(stability.AllRows)}, drawn at random");
        return Invariant($"mean Jaccard {Jaccard(cluster.MeanJaccard)} over {NumberText.Counted(stability.Samples, "bootstrap sample")} of {whom}");
    }
}
