using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// K-Means: k clusters that make the sum of squared distances to their means small (Lloyd 1982), seeded by greedy
/// k-means++ (Arthur and Vassilvitskii 2007), refined by swaps (after Fränti 2018) and crossed (after Gribel and Vidal
/// 2019). The same options and rows give the same bits on any machine and any number of threads.
/// </summary>
public sealed partial record KMeans : IClusterer<KMeansModel>, IGrowingClusterer
{
    /// <summary>Makes a clusterer for k clusters.</summary>
    /// <param name="clusterCount">k, at least 1.</param>
    public KMeans(int clusterCount)
    {
        ClusterCount = clusterCount;
    }

    /// <summary>The number of clusters, k; at least 1 and at most the number of different rows.</summary>
    public int ClusterCount
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(ClusterCount));
    }

    /// <summary>Where the random numbers start; default 42. The same seed gives the same model.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>
    /// How many times to start anew from other centroids, the lowest inertia kept; default 10, at least 1. Up to 20,000 rows
    /// more restarts never end higher than fewer with the same seed. More rows are searched in a weighted sample that stands
    /// for them (at least 8,192 rows), and the best that it gives go on with all rows.
    /// </summary>
    public int Restarts
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Restarts));
    } = 10;

    /// <summary>The most iterations of one restart; default 300, at least 1.</summary>
    public int MaxIterations
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(MaxIterations));
    } = 300;

    /// <summary>
    /// Stop a restart when an iteration lowers the inertia by less than this share of it. Default 0: go on until no
    /// label changes.
    /// </summary>
    public double Tolerance
    {
        get;
        init => field = value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Tolerance), value, "Tolerance is a share: 0 or a positive number.");
    }

    /// <summary>
    /// A centroid of the first restart, and of each further one that comes out lower, is moved onto another row and the
    /// iterations go on, again and again until this many such swaps in a row have not lowered the inertia; 0 for none.
    /// Default null: 2,500 divided by the square root of the number of rows, at most 100; for more than 20,000 rows 400,000
    /// divided by their number, from 4 to 16, times 8 / k where k is at most 4, for few clusters cost little; so that few rows
    /// are searched well and many do not wait long.
    /// Where swaps are made, the further restarts are also crossed with the best (Gribel and Vidal 2019), and up to 20,000
    /// rows single rows are moved as long as that lowers the inertia (Hartigan 1975): of every run up to 3,000, of the best
    /// ones beyond.
    /// </summary>
    public int? Swaps
    {
        get;
        init => field = value is int given ? OptionRange.AtLeast(0, given, nameof(Swaps)) : null;
    }

    /// <summary><see cref="Swaps"/> as resolved for so many rows.</summary>
    public int SwapsFor(int rowCount) => Swaps ?? (rowCount > CoresetSearch.MostRowsWithout
        ? Math.Clamp(400_000 / rowCount, 4, 16) * Math.Max(1, 8 / ClusterCount)
        : Math.Min(100, (int)(2500 / Math.Sqrt(Math.Max(1, rowCount)))));

    /// <summary>How many threads may work; default one for each processor. It changes the time, never the result.</summary>
    public int Threads
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Threads));
    } = Environment.ProcessorCount;

    /// <summary>
    /// Clusters the rows from several sets of random centroids, keeps the one with the lowest inertia and refines it by
    /// swaps. One feature is solved exactly instead (Wang and Song 2011, Ckmeans.1d.dp), unless clusters times different
    /// values exceed 268 million; there <see cref="Restarts"/> and <see cref="Swaps"/> play no part.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// There are fewer different rows than clusters, or the values lie so far apart that squared distances overflow.
    /// </exception>
    /// <inheritdoc cref="IClusterer{TModel}.Fit"/>
    public KMeansModel Fit(
        FeatureMatrix matrix, IProgress<ClusteringProgress>? progress = null, CancellationToken cancellationToken = default) =>
        FitBeyond(null, ClusterCount, matrix, progress, cancellationToken);

    /// <inheritdoc/>
    ClusterModel IGrowingClusterer.FitBeyond(
        ClusterModel? smaller,
        int mostClusters,
        FeatureMatrix matrix,
        IProgress<ClusteringProgress>? progress,
        CancellationToken cancellationToken) =>
        FitBeyond(smaller, mostClusters, matrix, progress, cancellationToken);

    private KMeansModel FitBeyond(
        ClusterModel? smaller,
        int mostClusters,
        FeatureMatrix matrix,
        IProgress<ClusteringProgress>? progress,
        CancellationToken cancellationToken)
    {
        Check(matrix);
        using Crew crew = new(Threads);
        using RowBlocks rows = new(matrix, crew, cancellationToken);
        using LloydIterations lloyd = new(rows, ClusterCount, crew);
        if (ExactStart(matrix, mostClusters, cancellationToken) is double[] start)
        {
            return Number(RunOnce(lloyd, start, progress, cancellationToken), matrix, lloyd, cancellationToken);
        }

        Xoshiro256StarStar random = new(Seed);
        LloydIterations.Outcome? before = smaller is null ? null : LloydIterations.Outcome.Of(smaller);
        LloydIterations.Outcome best = matrix.RowCount <= CoresetSearch.MostRowsWithout
            ? new CentroidSearch(this, rows, crew, progress, cancellationToken).Run(random, before)[0]
            : new CoresetSearch(this, matrix, lloyd, crew, cancellationToken).Run(random, before, progress);
        return Number(best, matrix, lloyd, cancellationToken);
    }

    /// <summary>Where to start when that is known to be the optimum: one cluster, or one feature.</summary>
    private double[]? ExactStart(FeatureMatrix matrix, int mostClusters, CancellationToken cancellationToken) =>
        ClusterCount == 1 ? matrix.Row(0).ToArray()
        : matrix.FeatureCount == 1 ? OptimalIntervals.Kept(matrix, ClusterCount, mostClusters, cancellationToken)?.Centroids(ClusterCount)
        : null;

    /// <summary>
    /// Clusters the rows once, from the given centroids (a warm start). <see cref="Seed"/>,
    /// <see cref="Restarts"/> and <see cref="Swaps"/> play no part.
    /// </summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="centroids">k x d: where to start, with the matrix's features.</param>
    /// <param name="progress">Is told how far the work is; may be null.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">As for <see cref="Fit"/>, or the centroids do not fit k or the features.</exception>
    public KMeansModel FitFrom(
        FeatureMatrix matrix,
        FeatureMatrix centroids,
        IProgress<ClusteringProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(centroids);
        CheckStart(matrix, centroids);
        using Crew crew = new(Threads);
        using RowBlocks rows = RowBlocks.ToFill(matrix);
        using LloydIterations lloyd = new(rows, ClusterCount, crew);
        LloydIterations.Outcome outcome = RunOnce(lloyd, centroids.ValueArray, progress, cancellationToken);
        return Number(outcome, matrix, lloyd, cancellationToken);
    }

    private LloydIterations.Outcome RunOnce(
        LloydIterations lloyd, double[] start, IProgress<ClusteringProgress>? progress, CancellationToken cancellationToken) =>
        lloyd.Run(start, MaxIterations, Tolerance, ClusteringProgress.Reporter(progress, 1, 1), cancellationToken);

    /// <summary>
    /// Numbers the clusters by falling weight, ties by centroid. A row equally near to two centroids belongs to the one
    /// with the lower number, so a new order can move such rows: where the iterations had settled they go on from
    /// there, and where they had not only the labels follow.
    /// </summary>
    private KMeansModel Number(
        LloydIterations.Outcome outcome, FeatureMatrix matrix, LloydIterations lloyd, CancellationToken cancellationToken)
    {
        bool settled = outcome.Converged && Tolerance == 0;
        int[] order = ClusterOrder.Of(outcome.Centroids, outcome.ClusterWeights);
        for (int i = 0; i < ClusterOrder.MostChanges && !ClusterOrder.IsInPlace(order); i++)
        {
            double[] ordered = ClusterOrder.Apply(order, outcome.Centroids);
            outcome = !outcome.HasTies ? lloyd.Renumber(outcome, order, cancellationToken)
                : settled ? Settle(lloyd, ordered, outcome.Iterations, cancellationToken)
                : lloyd.Label(ordered, outcome.Iterations, outcome.Converged, cancellationToken);
            order = ClusterOrder.Of(outcome.Centroids, outcome.ClusterWeights);
        }

        FeatureMatrix centroids = FeatureMatrix.Owning(matrix.FeatureNames, outcome.Centroids);
        return new KMeansModel(outcome.Labels, outcome.Sizes, centroids, outcome.Inertia, outcome.Iterations, outcome.Converged);
    }

    /// <summary>Two iterations find out that nothing moves; what is beyond them counts.</summary>
    private LloydIterations.Outcome Settle(
        LloydIterations lloyd, double[] ordered, int iterations, CancellationToken cancellationToken)
    {
        LloydIterations.Outcome outcome = lloyd.Run(ordered, MaxIterations, Tolerance, null, cancellationToken);
        return outcome with { Iterations = iterations + Math.Max(0, outcome.Iterations - 2) };
    }

    private void CheckStart(FeatureMatrix matrix, FeatureMatrix centroids)
    {
        Check(matrix);
        if (centroids.RowCount != ClusterCount)
        {
            throw new ArgumentException(
                $"There are {centroids.RowCount} centroids to start from, but ClusterCount is {ClusterCount}.", nameof(centroids));
        }

        KMeansModel.CheckFeatures(centroids.FeatureNames, matrix);
    }

    private void Check(FeatureMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        DistinctRows.Check(ClusterCount, matrix);
    }
}
