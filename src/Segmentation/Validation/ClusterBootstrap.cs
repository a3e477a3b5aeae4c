using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// Asks which clusters would be found again in other customers of the same kind (Hennig 2007, clusterboot): the
/// algorithm clusters bootstrap samples of the rows, and each cluster is compared with the most similar one of every
/// sample by Jaccard's coefficient.
/// </summary>
/// <example>
/// <code>
/// ClusterStability stability = new ClusterBootstrap(new KMeans(5)).Run(prepared.Matrix);
/// </code>
/// </example>
public sealed record ClusterBootstrap
{
    /// <summary>Makes a bootstrap.</summary>
    /// <param name="clusterer">The algorithm whose clusters are in question.</param>
    public ClusterBootstrap(IClusterer<ClusterModel> clusterer)
    {
        ArgumentNullException.ThrowIfNull(clusterer);
        Clusterer = clusterer;
    }

    /// <summary>The algorithm whose clusters are in question.</summary>
    public IClusterer<ClusterModel> Clusterer { get; init; }

    /// <summary>The bootstrap samples, at least 1; default 100.</summary>
    public int Samples
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Samples));
    } = 100;

    /// <summary>Where the random numbers start; default 42. The same seed gives the same result.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>
    /// How many samples may be clustered at a time; default one for each processor. It changes the time, and the memory
    /// (each copies about two thirds of the rows), never the result.
    /// </summary>
    public int Threads
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Threads));
    } = Environment.ProcessorCount;

    /// <summary>Clusters the rows and asks how stable the clusters are.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="progress">Is told how many samples are done; may be null.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The algorithm finds fewer than two clusters, or cannot cluster the rows.</exception>
    public ClusterStability Run(
        FeatureMatrix matrix, IProgress<ResamplingProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Run(matrix, Clusterer.Fit(matrix, null, cancellationToken).Labels, progress, cancellationToken);

    /// <summary>Asks how stable clusters are that were found before by the same algorithm.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="labels">The cluster of each row, from 0 without a gap.</param>
    /// <param name="progress">Is told how many samples are done; may be null.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <remarks>
    /// A row that is drawn several times counts once, as in the default of the R package fpc. Where at least every other row
    /// repeats another, the different rows are drawn, each with all that repeat it, for equal rows are always found again. A sample with fewer
    /// different rows than clusters recovers none. Where rows carry weights, a row of weight w counts as w rows: copies of
    /// it take its place, of which at most 20,000 are drawn at random, or as many as there are rows; a cluster too light to
    /// get one gets one all the same.
    /// </remarks>
    /// <exception cref="ArgumentException">The labels do not fit the rows, or there are fewer than two clusters.</exception>
    public ClusterStability Run(
        FeatureMatrix matrix,
        ReadOnlySpan<int> labels,
        IProgress<ResamplingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        int[] sizes = ClusterSizes.Of(matrix, labels);
        int[] original = labels.ToArray();
        FeatureMatrix rows = matrix;
        if (!matrix.RowWeights.IsEmpty)
        {
            int[] copies = RowsOfEachCluster(WeightedRowSample.RowsStandingFor(matrix, Seed), original, sizes.Length);
            rows = WeightedRowSample.Take(matrix, copies);
            original = [.. copies.Select(row => original[row])];
        }

        int[][] units = ResampledUnits.Of(rows);
        Xoshiro256StarStar random = new(Seed);
        int[] seeds = [.. Enumerable.Range(0, Samples).Select(_ => random.Next())];
        double[][] similarities = new double[Samples][];
        ResamplingCount done = new(Samples, progress);
        FixedChunks.Run(
            Samples,
            Threads,
            sample =>
            {
                similarities[sample] = SimilaritiesIn(DrawRows(units, seeds[sample]), rows, original, sizes.Length, cancellationToken);
                done.One();
            },
            cancellationToken);
        return new ClusterStability(
            Samples, [.. sizes.Select((size, cluster) => ClusterRecovery.Of(cluster, size, [.. similarities.Select(sample => sample[cluster])]))]);
    }

    /// <summary>The rows, and the first row of each cluster that has none among them.</summary>
    private static int[] RowsOfEachCluster(int[] rows, int[] labels, int clusterCount)
    {
        HashSet<int> present = [.. rows.Select(row => labels[row])];
        IEnumerable<int> absent = Enumerable.Range(0, clusterCount).Where(cluster => !present.Contains(cluster));
        return [.. rows.Concat(absent.Select(cluster => Array.IndexOf(labels, cluster))).Order()];
    }

    /// <summary>As many units as there are, drawn with replacement: the rows of each that was drawn, once, in rising order.</summary>
    private static int[] DrawRows(int[][] units, int seed)
    {
        Xoshiro256StarStar random = new(seed);
        bool[] drawn = new bool[units.Length];
        for (int i = 0; i < units.Length; i++)
        {
            drawn[random.Next(units.Length)] = true;
        }

        return [.. units.Where((_, unit) => drawn[unit]).SelectMany(rows => rows).Order()];
    }

    private double[] SimilaritiesIn(
        int[] rows, FeatureMatrix matrix, int[] original, int clusterCount, CancellationToken cancellationToken)
    {
        FeatureMatrix sample = RowSample.Take(matrix, rows);
        return DistinctRows.CountUpTo(clusterCount, sample) < clusterCount
            ? new double[clusterCount]
            : Jaccard.OfMostSimilar([.. rows.Select(row => original[row])], clusterCount, Clusterer.Fit(sample, null, cancellationToken).Labels);
    }
}
