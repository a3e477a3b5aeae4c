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

    /// <summary>A warning of the segments that are not to be built on, one for all of them.</summary>
    internal static IEnumerable<string> Warnings(ClusterStability stability, IReadOnlyList<SegmentProfile> profiles)
    {
        const int MostNamed = 5;
        ClusterRecovery[] unstable = [.. stability.Clusters.Where(cluster => cluster.Grade == StabilityGrade.Unstable).OrderBy(cluster => cluster.MeanJaccard)];
        if (unstable.Length == 1)
        {
            ClusterRecovery only = unstable[0];
            yield return Invariant(
                $"Segment {only.Cluster + 1} ({profiles[only.Cluster].Name}) is unstable, do not build on it: {Numbers(stability, only)}, below {ClusterRecovery.Doubtful:0.0}.");
        }
        else if (unstable.Length > 1)
        {
            string which = string.Join(", ", unstable.Take(MostNamed).Select(cluster => Invariant($"{cluster.Cluster + 1} ({Jaccard(cluster.MeanJaccard)})")));
            string more = unstable.Length > MostNamed ? $" and {unstable.Length - MostNamed} more" : string.Empty;
            yield return Invariant(
                $"{unstable.Length} of {profiles.Count} segments are unstable, do not build on them: {which}{more} have a mean Jaccard below {ClusterRecovery.Doubtful:0.0} over {Samples(stability)}.");
        }
    }

    /// <summary>A mean of Jaccard's coefficients, on the same side of the grades' bounds as it is.</summary>
    internal static string Jaccard(double mean) => NumberText.Beside(mean, 2, ClusterRecovery.Bounds);

    private static string Numbers(ClusterStability stability, ClusterRecovery cluster) =>
        $"mean Jaccard {Jaccard(cluster.MeanJaccard)} over {Samples(stability)}";

    private static string Samples(ClusterStability stability)
    {
        string whom = stability.Rows == stability.AllRows
            ? NumberText.Customers(stability.Rows)
            : Invariant($"{stability.Rows:#,0} of {NumberText.Customers(stability.AllRows)}, drawn at random");
        return $"{NumberText.Counted(stability.Samples, "bootstrap sample")} of {whom}";
    }
}
