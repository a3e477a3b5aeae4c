namespace Segmentation;

/// <summary>
/// The gap statistic (Tibshirani, Walther and Hastie 2001): for each number of clusters, how much lower the logarithm of
/// the inertia is than that of uniform rows of the same extent along the principal axes (their section 3b). Unlike
/// silhouettes it can answer "one cluster".
/// </summary>
/// <example>
/// <code>
/// GapResult gap = new GapStatistic(k => new KMeans(k)).Run(prepared.Matrix);
/// int? count = gap.Choose(GapRule.Tibs2001SEmax);
/// </code>
/// </example>
public sealed record GapStatistic
{
    /// <summary>Makes a gap statistic.</summary>
    /// <param name="clusterer">The algorithm for each number of clusters, such as <c>k => new KMeans(k)</c>.</param>
    public GapStatistic(Func<int, IClusterer<ClusterModel>> clusterer)
    {
        ArgumentNullException.ThrowIfNull(clusterer);
        Clusterer = clusterer;
    }

    /// <summary>The algorithm for each number of clusters; the real rows and the reference sets are clustered alike.</summary>
    public Func<int, IClusterer<ClusterModel>> Clusterer { get; init; }

    /// <summary>The largest number of clusters, at least 2; default 10. Fewer where there are fewer different rows.</summary>
    public int MaxClusters
    {
        get;
        init => field = OptionRange.AtLeast(2, value, nameof(MaxClusters));
    } = 10;

    /// <summary>The reference sets, B; at least 1, default 100.</summary>
    public int ReferenceSets
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(ReferenceSets));
    } = 100;

    /// <summary>Where the reference sets' random numbers start; default 42. The same seed gives the same result.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>How many sets may be clustered at a time; default one for each processor. It never changes the result.</summary>
    public int Threads
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Threads));
    } = Environment.ProcessorCount;

    /// <summary>Computes the gaps for k = 1 to K.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="progress">Is told how many sets are done, the real rows being one of them; may be null.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <remarks>
    /// Where rows carry weights, a row of weight w counts as w rows: copies of it take its place, of which at most 20,000 are
    /// drawn at random, or as many as there are rows.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public GapResult Run(
        FeatureMatrix matrix, IProgress<ResamplingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        FeatureMatrix rows = WeightedRowSample.StandingFor(matrix, Seed);
        int most = DistinctRows.CountUpTo(MaxClusters, rows);
        if (most == 0)
        {
            throw new ArgumentException("There is no row to cluster.", nameof(matrix));
        }

        int[] counts = [.. Enumerable.Range(1, most)];
        ResamplingCount done = new(ReferenceSets + 1, progress);
        ReferenceFits fits = ReferenceFits.Run(
            rows, Clusterer, counts, ReferenceSets, Seed, Threads, withSilhouettes: false, done.One, cancellationToken);
        return GapResult.Of(fits.Inertias, counts);
    }
}
