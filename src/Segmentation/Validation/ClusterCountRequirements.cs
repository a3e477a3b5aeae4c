namespace Segmentation;

/// <summary>
/// What a number of clusters must fulfil before it can be recommended. Uniform rows get past the first requirement at
/// any k in 1% of cases at most, for its p-value is adjusted for all k; it is there to tell groups from none, and 1%
/// keeps well away from calling noise groups. But uniform is not the only shape without groups: skewed columns,
/// ratings on a coarse grid and slanted clouds differ from a uniform box too. K-Means cuts those elsewhere with every
/// sample, or where they are dense, and that is what the other requirements see.
/// </summary>
internal static class ClusterCountRequirements
{
    /// <summary>The most often that uniform rows may stand out as much.</summary>
    public const double UniformLevel = 0.01;

    /// <summary>Up to here a mean silhouette is no substantial structure (Kaufman and Rousseeuw 1990, table 4).</summary>
    public const double NoStructure = 0.25;

    /// <summary>From here a cluster is stable (Hennig 2007).</summary>
    public const double Stable = 0.75;

    /// <summary>
    /// More likely than not there is a valley. No test at a level: in small segments that would need more rows than there
    /// are, and to have it between all pairs by chance is rare as it is.
    /// </summary>
    public const double ValleyLevel = 0.5;

    public static bool Met(ClusterCountScore score, int minSegmentSize) =>
        StandsOut(score) && HasStructure(score) && IsStable(score) && HasValleys(score) && score.SmallestSize >= minSegmentSize;

    public static bool StandsOut(ClusterCountScore score) => score.UniformPValue <= UniformLevel;

    public static bool HasStructure(ClusterCountScore score) => score.Silhouette?.Value > NoStructure;

    public static bool IsStable(ClusterCountScore score) => score.LeastStability >= Stable;

    public static bool HasValleys(ClusterCountScore score) => score.ValleyPValue <= ValleyLevel;
}
