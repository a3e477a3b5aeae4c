namespace Segmentation;

/// <summary>
/// Chooses among numbers of clusters that are all possible: the one that beats every other by most of five criteria
/// (silhouette, Calinski-Harabasz, Davies-Bouldin, gap, prediction strength), two at a time; where none does, the one with
/// the highest silhouette. As each pair is compared by itself, numbers that lose change nothing, however many there are.
/// </summary>
internal static class ClusterCountContest
{
    /// <summary>The winner; null of none.</summary>
    public static ClusterCountScore? Winner(IReadOnlyList<ClusterCountScore> possible) =>
        possible.FirstOrDefault(one => possible.All(other => ReferenceEquals(one, other) || Lead(one, other) > 0))
        ?? possible.MaxBy(score => score.Silhouette!.Value);

    /// <summary>How many more criteria prefer the one than the other.</summary>
    private static int Lead(ClusterCountScore one, ClusterCountScore other) =>
        Higher(one.Silhouette?.Value, other.Silhouette?.Value)
        + Higher(one.CalinskiHarabasz, other.CalinskiHarabasz)
        + Higher(-one.DaviesBouldin, -other.DaviesBouldin)
        + Higher(one.Gap, other.Gap)
        + Stronger(one, other);

    private static int Higher(double? one, double? other) => one > other ? 1 : one < other ? -1 : 0;

    /// <summary>Of two that are strong enough the larger number, as the criterion takes the largest; else the stronger.</summary>
    private static int Stronger(ClusterCountScore one, ClusterCountScore other) =>
        one.PredictionStrength >= PredictionStrength.DefaultThreshold && other.PredictionStrength >= PredictionStrength.DefaultThreshold
            ? one.ClusterCount.CompareTo(other.ClusterCount)
            : Higher(one.PredictionStrength, other.PredictionStrength);
}
