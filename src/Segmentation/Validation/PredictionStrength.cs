using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// Prediction strength (Tibshirani and Walther 2005): the rows are halved at random and both halves clustered; then each
/// row of one half goes to the nearest centroid of the other. Of every cluster, the share of its pairs of rows that stay
/// together; of these shares the lowest. Groups that are real are found in both halves, so their pairs stay together.
/// </summary>
/// <example>
/// <code>
/// PredictionStrengthResult strength = new PredictionStrength(k => new KMeans(k)).Run(prepared.Matrix);
/// int count = strength.ClusterCount;
/// </code>
/// </example>
public sealed record PredictionStrength
{
    /// <summary>The default of <see cref="Threshold"/>: 0.8.</summary>
    public const double DefaultThreshold = 0.8;

    /// <summary>Makes a prediction strength.</summary>
    /// <param name="clusterer">The algorithm for each number of clusters, such as <c>k => new KMeans(k)</c>.</param>
    public PredictionStrength(Func<int, IClusterer<ClusterModel>> clusterer)
    {
        ArgumentNullException.ThrowIfNull(clusterer);
        Clusterer = clusterer;
    }

    /// <summary>The algorithm for each number of clusters.</summary>
    public Func<int, IClusterer<ClusterModel>> Clusterer { get; init; }

    /// <summary>The largest number of clusters, at least 2; default 10. Fewer where a half has fewer different rows.</summary>
    public int MaxClusters
    {
        get;
        init => field = OptionRange.AtLeast(2, value, nameof(MaxClusters));
    } = 10;

    /// <summary>The random halvings, at least 1; default 20. Each is used in both directions.</summary>
    public int Halvings
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Halvings));
    } = 20;

    /// <summary>The strength that counts as enough, above 0 and at most 1; default 0.8, as the authors advise (0.8 to 0.9).</summary>
    public double Threshold
    {
        get;
        init => field = value is > 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Threshold), value, "Threshold is a share above 0 and at most 1.");
    } = DefaultThreshold;

    /// <summary>Where the random numbers start; default 42. The same seed gives the same result.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>How many halvings may be worked on at a time; default one for each processor. It never changes the result.</summary>
    public int Threads
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Threads));
    } = Environment.ProcessorCount;

    /// <summary>Computes the strengths for k = 1 to K.</summary>
    /// <param name="matrix">The rows, at least 2.</param>
    /// <param name="progress">Is told how many halvings are done; may be null.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <remarks>
    /// A cluster of one row has no pair that could stay together; it counts as 0, for it predicts nothing. Where at least
    /// every other row repeats another, the different rows are halved, each with all that repeat it, for a half predicts what
    /// it has itself. Where rows carry
    /// weights, a row of weight w counts as w rows: copies of it take its place, of which at most 20,000 are drawn at random,
    /// or as many as there are rows.
    /// </remarks>
    /// <exception cref="ArgumentException">There are fewer than 2 rows.</exception>
    public PredictionStrengthResult Run(
        FeatureMatrix matrix, IProgress<ResamplingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return Run(matrix, [.. Enumerable.Range(1, MaxClusters)], progress, cancellationToken);
    }

    /// <summary>Computes the strengths for each of some k, rising from 1.</summary>
    internal PredictionStrengthResult Run(
        FeatureMatrix matrix, int[] counts, IProgress<ResamplingProgress>? progress, CancellationToken cancellationToken)
    {
        FeatureMatrix rows = WeightedRowSample.StandingFor(matrix, Seed);
        if (rows.RowCount < 2)
        {
            throw new ArgumentException($"Halving needs at least 2 rows, but there are {rows.RowCount}.", nameof(matrix));
        }

        int[][] units = ResampledUnits.Of(rows);
        Xoshiro256StarStar random = new(Seed);
        int[] seeds = [.. Enumerable.Range(0, Halvings).Select(_ => random.Next())];
        double[][] strengths = new double[Halvings][];
        ResamplingCount done = new(Halvings, progress);
        FixedChunks.Run(
            Halvings,
            Threads,
            halving =>
            {
                strengths[halving] = OfHalves(RowSample.Halve(rows, units, seeds[halving]), counts, cancellationToken);
                done.One();
            },
            cancellationToken);
        int most = strengths.Min(halving => halving.Length);
        return new PredictionStrengthResult(
            Threshold, [.. Enumerable.Range(0, most).Select(i => Score(counts[i], [.. strengths.Select(halving => halving[i])]))]);
    }

    /// <summary>For each k the mean of both directions.</summary>
    private double[] OfHalves((FeatureMatrix One, FeatureMatrix Other) halves, int[] counts, CancellationToken cancellationToken)
    {
        int most = Math.Min(DistinctRows.CountUpTo(counts[^1], halves.One), DistinctRows.CountUpTo(counts[^1], halves.Other));
        double[] strengths = new double[counts.Count(count => count <= most)];
        strengths[0] = 1;
        for (int i = 1; i < strengths.Length; i++)
        {
            ClusterModel one = Clusterer(counts[i]).Fit(halves.One, null, cancellationToken);
            ClusterModel other = Clusterer(counts[i]).Fit(halves.Other, null, cancellationToken);
            strengths[i] = (Lowest(one, other, halves.Other) + Lowest(other, one, halves.One)) / 2;
        }

        return strengths;
    }

    private static double Lowest(ClusterModel training, ClusterModel test, FeatureMatrix testRows) =>
        Lowest(test.Labels, SquaredDistance.NearestOfEach(testRows, training.Centroids));

    /// <summary>
    /// Of the clusters in <paramref name="labels"/>, the lowest share of pairs that have one and the same prediction.
    /// </summary>
    internal static double Lowest(ReadOnlySpan<int> labels, ReadOnlySpan<int> predicted)
    {
        Dictionary<int, long> sizes = [];
        Dictionary<(int Label, int Predicted), long> shared = [];
        for (int row = 0; row < labels.Length; row++)
        {
            sizes[labels[row]] = sizes.GetValueOrDefault(labels[row]) + 1;
            shared[(labels[row], predicted[row])] = shared.GetValueOrDefault((labels[row], predicted[row])) + 1;
        }

        return sizes.Min(cluster => cluster.Value == 1
            ? 0
            : (double)shared.Where(pair => pair.Key.Label == cluster.Key).Sum(pair => pair.Value * (pair.Value - 1))
                / (cluster.Value * (cluster.Value - 1)));
    }

    private static PredictionStrengthScore Score(int clusterCount, double[] strengths)
    {
        double mean = FixedChunks.InOrder(strengths) / strengths.Length;
        double squares = FixedChunks.InOrder([.. strengths.Select(value => (value - mean) * (value - mean))]);
        double error = strengths.Length == 1 ? 0 : Math.Sqrt(squares / (strengths.Length - 1) / strengths.Length);
        return new PredictionStrengthScore(clusterCount, mean, error);
    }
}
