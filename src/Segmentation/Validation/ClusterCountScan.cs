namespace Segmentation;

/// <summary>
/// Clusters the same rows with 1, 2, … K clusters, scores each by inner indices, by comparison with uniform rows and by
/// resampling, and says which number the data support.
/// </summary>
/// <remarks>
/// The criteria that cluster many sets of rows (the uniform test, the gap, prediction strength, stability) work on a
/// sample of at most <see cref="SampleSize"/> rows and for k up to <see cref="MostResampled"/>, so that their time is
/// bounded; and they use K-Means with 3 restarts and no swaps, the real rows and the reference sets alike. Where rows carry
/// weights, a row of weight w counts as w rows in every index and criterion; the sample then holds rows without weights,
/// drawn as from w copies of each, and no more of them than the weights add up to (but at least 2).
/// </remarks>
public sealed record ClusterCountScan
{
    /// <summary>The largest k for which rows are resampled, and so the largest that can be recommended: 20.</summary>
    public const int MostResampled = 20;

    private const int LighterRestarts = 3;

    private const int MostSampledNumbers = 60_000;

    private const int LeastSample = 200;

    /// <summary>Makes a scan.</summary>
    /// <param name="clusterer">The algorithm for each number of clusters, such as <c>k => new KMeans(k)</c>.</param>
    public ClusterCountScan(Func<int, IClusterer<ClusterModel>> clusterer)
    {
        ArgumentNullException.ThrowIfNull(clusterer);
        Clusterer = clusterer;
    }

    /// <summary>The algorithm for each number of clusters.</summary>
    public Func<int, IClusterer<ClusterModel>> Clusterer { get; init; }

    /// <summary>
    /// The algorithm for each number of clusters where many sets of rows are clustered. Default null: that of
    /// <see cref="Clusterer"/>, K-Means with 3 restarts and no swaps.
    /// </summary>
    public Func<int, IClusterer<ClusterModel>>? ResamplingClusterer { get; init; }

    /// <summary>The largest number of clusters to try, at least 2; default 10. Fewer where there are fewer different rows.</summary>
    public int MaxClusters
    {
        get;
        init => field = OptionRange.AtLeast(2, value, nameof(MaxClusters));
    } = 10;

    /// <summary>A recommended number of clusters has none with fewer rows than this; default 1, at least 1.</summary>
    public int MinSegmentSize
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(MinSegmentSize));
    } = 1;

    /// <summary>How silhouettes are computed.</summary>
    public SilhouetteOptions Silhouette
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Silhouette));
    } = new();

    /// <summary>
    /// The most rows that are resampled, drawn at random past that; default 1,000, at least 50. Of more than 60 features fewer
    /// rows are (<see cref="SampleSizeFor"/>).
    /// </summary>
    public int SampleSize
    {
        get;
        init => field = OptionRange.AtLeast(50, value, nameof(SampleSize));
    } = 1_000;

    /// <summary>
    /// The uniform sets to compare with, at least 99 (default), for the smallest p-value is 1 divided by one more.
    /// </summary>
    public int ReferenceSets
    {
        get;
        init => field = OptionRange.AtLeast(99, value, nameof(ReferenceSets));
    } = 99;

    /// <summary>The random halvings of <see cref="PredictionStrength"/>, at least 1; default 20.</summary>
    public int Halvings
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Halvings));
    } = 20;

    /// <summary>The samples of <see cref="ClusterBootstrap"/> for each k, at least 1; default 100.</summary>
    public int BootstrapSamples
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(BootstrapSamples));
    } = 100;

    /// <summary>Where the random numbers of all resampling start; default 42. The same seed gives the same verdict.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>How many sets of rows may be clustered at a time; default one for each processor. It never changes the result.</summary>
    public int Threads
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Threads));
    } = Environment.ProcessorCount;

    /// <summary>Runs the scan.</summary>
    /// <param name="matrix">The rows to cluster.</param>
    /// <param name="progress">Is told what is done, in words and steps; may be null.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public ClusterCountVerdict Run(
        FeatureMatrix matrix, IProgress<PipelineProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        int most = DistinctRows.CountUpTo(MaxClusters, matrix);
        if (most == 0)
        {
            throw new ArgumentException("There is no row to cluster.", nameof(matrix));
        }

        FeatureMatrix sample = WeightedRowSample.Draw(matrix, SampleSizeFor(matrix.FeatureCount), Seed);
        ScannedRows rows = new(WeightedRowSample.Total(matrix), sample.RowCount);
        int mostResampled = DistinctRows.CountUpTo(Math.Min(most, MostResampled), sample);
        ScanSteps steps = new(most + (mostResampled > 1 ? Resampling.Steps(this, mostResampled) : 0), progress);
        List<ClusterCountScore> scores = [];
        List<ClusterModel> models = [];
        List<SilhouetteResult?> silhouettes = [];
        for (int clusterCount = 1; clusterCount <= most; clusterCount++)
        {
            ClusterModel model = Fit(matrix, clusterCount, models.LastOrDefault(), most, cancellationToken);
            SilhouetteResult? silhouette = clusterCount == 1 ? null : Segmentation.Silhouette.Of(matrix, model.Labels, Silhouette, cancellationToken);
            models.Add(model);
            scores.Add(Score(matrix, model, silhouette));
            if (clusterCount <= MostResampled)
            {
                silhouettes.Add(silhouette);
            }

            steps.Next($"tried {clusterCount} of {most} cluster counts");
        }

        if (mostResampled < 2)
        {
            return ClusterCountDecision.From(this, rows, scores, null, models, silhouettes);
        }

        Resampling resampling = Resampling.Run(this, matrix, sample, models[..mostResampled], steps.Next, cancellationToken);
        ClusterCountScore[] complete = [.. scores.Zip(models, (score, model) => With(resampling, score, matrix, model, cancellationToken))];
        return ClusterCountDecision.From(this, rows, complete, resampling, models, silhouettes);
    }

    /// <summary>
    /// <see cref="SampleSize"/> as resolved for so many features: fewer rows where the sample would hold more than 60,000 numbers,
    /// but at least 200, so that the time for 300 features is that for 60.
    /// </summary>
    public int SampleSizeFor(int featureCount) => Math.Min(SampleSize, Math.Max(LeastSample, MostSampledNumbers / Math.Max(1, featureCount)));

    /// <summary>The algorithm for k clusters where many sets of rows are clustered.</summary>
    internal IClusterer<ClusterModel> Lighter(int clusterCount) =>
        ResamplingClusterer is not null ? ResamplingClusterer(clusterCount) : Clusterer(clusterCount) switch
        {
            KMeans kMeans => Lighter(kMeans),
            IClusterer<ClusterModel> other => other,
        };

    /// <summary>K-Means for small sets of rows of which many are clustered at a time.</summary>
    internal static KMeans Lighter(KMeans kMeans) =>
        kMeans with { Restarts = LighterRestarts, Swaps = 0, Threads = 1 };

    private ClusterModel Fit(
        FeatureMatrix matrix, int clusterCount, ClusterModel? smaller, int most, CancellationToken cancellationToken)
    {
        IClusterer<ClusterModel> clusterer = Clusterer(clusterCount);
        return clusterer is IGrowingClusterer growing
            ? growing.FitBeyond(smaller, most, matrix, null, cancellationToken)
            : clusterer.Fit(matrix, null, cancellationToken);
    }

    private static ClusterCountScore Score(FeatureMatrix matrix, ClusterModel model, SilhouetteResult? silhouette) => new(
        model.ClusterCount,
        model.Inertia,
        silhouette?.Mean,
        silhouette is null ? null : CalinskiHarabasz.Of(matrix, model.Labels),
        silhouette is null ? null : DaviesBouldin.Of(matrix, model.Labels),
        SmallestSize(matrix, model));

    private static int SmallestSize(FeatureMatrix matrix, ClusterModel model)
    {
        const double Rounding = 1e-9;   // of a sum of weights: three of 0.1 are no more than 0.3
        double least = ClusterSizes.Weights(matrix, model.Labels, [.. model.Sizes]).Min();
        return (int)Math.Min(int.MaxValue, Math.Ceiling(least * (1 - Rounding)));
    }

    private static ClusterCountScore With(
        Resampling resampling, ClusterCountScore score, FeatureMatrix matrix, ClusterModel model, CancellationToken cancellationToken)
    {
        int k = score.ClusterCount;
        GapScore? gap = resampling.Gaps.Scores.ElementAtOrDefault(k - 1);
        score = score with { Gap = gap?.Gap, GapStandardError = gap?.StandardError };
        return k == 1 || k > resampling.UniformPValues.Length + 1 ? score : score with
        {
            UniformPValue = resampling.UniformPValues[k - 2],
            PredictionStrength = resampling.Strengths.Scores.ElementAtOrDefault(k - 1)?.Value,
            LeastStability = resampling.Stabilities[k - 2]?.Least.MeanJaccard,
            ValleyPValue = ClusterValleys.LeastClear(matrix, model, cancellationToken),
        };
    }
}
