namespace Segmentation;

/// <summary>
/// What a number of clusters must fulfil before it can be recommended. Uniform rows get past the first requirement at
/// any k in 1% of cases at most, for its p-value is adjusted for all k; it is there to tell groups from none, and 1%
/// keeps well away from calling noise groups. But uniform is not the only shape without groups: skewed columns,
/// ratings on a coarse grid and slanted clouds differ from a uniform box too. K-Means cuts those elsewhere with every
/// sample, or where they are dense, and that is what the other requirements see. They do not see everything: four
/// clusters fit a slanted cloud so well that some get past, with low or medium confidence.
/// </summary>
internal static class ClusterCountRequirements
{
    /// <summary>The most often that uniform rows may stand out as much.</summary>
    public const double UniformLevel = 0.01;

    /// <summary>Up to here a mean silhouette is no substantial structure (Kaufman and Rousseeuw 1990, table 4).</summary>
    public const double NoStructure = 0.25;

    /// <summary>How often chance may put a valley between all clusters of one cloud.</summary>
    private const double ValleyLevel = 0.1;

    /// <summary>A smallest cluster below this many rows, or below 1% of them, may be no more than a few outliers.</summary>
    private const int FewRows = 5;

    public static bool IsTiny(ClusterCountScore score, double rowCount) =>
        score.SmallestSize < FewRows || score.SmallestSize < 0.01 * rowCount;

    public static bool Met(ClusterCountScore score, int minSegmentSize) =>
        StandsOut(score) && HasStructure(score) && IsStable(score) && HasValleys(score) && score.SmallestSize >= minSegmentSize;

    public static bool StandsOut(ClusterCountScore score) => score.UniformPValue <= UniformLevel;

    public static bool HasStructure(ClusterCountScore score) => score.Silhouette?.Value > NoStructure;

    public static bool IsStable(ClusterCountScore score) => score.LeastStability >= ClusterRecovery.Stable;

    public static bool HasValleys(ClusterCountScore score) => score.ValleyPValue <= ValleyBound(score.ClusterCount);

    /// <summary>
    /// The highest p-value of the least clear valley: 0.1 to the power of 1 / (k - 1). The k - 1 borders that hold k
    /// clusters together must all have a valley, and independent p-values of even spread are all below this by chance only
    /// one time in ten. A bound for each border alone would ask small segments for more rows than they have.
    /// </summary>
    public static double ValleyBound(int clusterCount) => Math.Pow(ValleyLevel, 1.0 / (clusterCount - 1));
}
