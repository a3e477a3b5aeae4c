namespace Segmentation;

/// <summary>
/// Clusters the same rows with 1, 2, … K clusters, scores each by inner indices, by comparison with rows without groups and
/// by resampling, and says which number the data support.
/// </summary>
/// <remarks>
/// The criteria that cluster many sets of rows (the uniform test, the gap, prediction strength, stability) work on a
/// sample of at most <see cref="SampleSize"/> rows and for every k up to <see cref="MostResampled"/>, so that their time is
/// bounded; and they use K-Means with few restarts and no swaps, the real rows and the reference sets alike. Where the sample
/// would hold fewer than 30 rows of a cluster it is drawn cluster by cluster. Where an index is best at the end of a range
/// of 10 or more, the scan looks further, up to <see cref="MostBeyond"/>: every k on a sample by silhouette and
/// Calinski-Harabasz, and what is best there, with its neighbours, on all rows; those with valleys between all clusters by
/// every criterion. Where rows carry
/// weights, a row of weight w counts as w rows in every index and criterion; the sample then holds rows without weights,
/// drawn as from w copies of each, and no more of them than the weights add up to (but at least 2).
/// </remarks>
public sealed record ClusterCountScan
{
    /// <summary>Up to here, 20, rows are resampled for every k of the range; beyond for those that indices prefer.</summary>
    public const int MostResampled = 20;

    /// <summary>The largest k that a scan looks at by itself: 80, or a tenth of the rows.</summary>
    public const int MostBeyond = 80;

    /// <summary>A range up to here or wider may be gone beyond; a shorter one is meant.</summary>
    internal const int UsualRange = 10;

    private const int LighterRestarts = 3;

    private const int RestartsForMany = 10;

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
    /// <see cref="Clusterer"/>, K-Means without swaps and with 3 restarts, from k = 11 on with 10.
    /// </summary>
    public Func<int, IClusterer<ClusterModel>>? ResamplingClusterer { get; init; }

    /// <summary>
    /// The end of the range in which every number of clusters is tried, at least 2; default 10. Fewer where there are fewer
    /// different rows; a range of less than 10 is never gone beyond.
    /// </summary>
    public int MaxClusters
    {
        get;
        init => field = OptionRange.AtLeast(2, value, nameof(MaxClusters));
    } = 10;

    /// <summary>
    /// A number of clusters beyond the range to test as well; up to 20 those in between are tried too, and tested where
    /// they can be recommended. Null (the default) for none.
    /// </summary>
    public int? TryAlso
    {
        get;
        init => field = value is int given ? OptionRange.AtLeast(1, given, nameof(TryAlso)) : null;
    }

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

        CountTrials trials = new(this, matrix, cancellationToken);
        int foreseen = most > 1 ? Resampling.Steps(this, Math.Min(most, MostResampled)) : 0;
        ScanSteps steps = new(most + foreseen, progress);
        do
        {
            int clusterCount = trials.All.Count + 1;
            trials.Try(clusterCount, most);
            steps.Next($"tried {clusterCount} of {most} cluster counts");
        }
        while (trials.All.Count < most && !trials.IsExhausted);

        int end = trials.Last.ClusterCount;
        int lookedTo = end;
        if (MaxClusters >= UsualRange && end == MaxClusters)
        {
            (int[] beyond, lookedTo) = CountsBeyond.Find(this, matrix, trials.All, cancellationToken);
            TryMore(trials, beyond, steps);
        }

        if (TryAlso is int also && trials.All.All(trial => trial.ClusterCount != also) && DistinctRows.CountUpTo(also, matrix) == also)
        {
            int first = also <= MostResampled ? end + 1 : also;
            int[] further = [.. Enumerable.Range(first, Math.Max(0, also - first + 1))];
            TryMore(trials, [.. further.Except(trials.All.Select(trial => trial.ClusterCount))], steps);
        }

        FeatureMatrix sample = ScanSample.Draw(matrix, trials.Last.Model, SampleSizeFor(matrix.FeatureCount), Seed);
        ScannedRows rows = new(WeightedRowSample.Total(matrix), sample.RowCount) { End = end, LookedTo = lookedTo, Combinations = CombinationTable.CountIn(matrix) };
        CountTrial[] tested = [.. Tested(trials, end, sample, cancellationToken)];
        if (tested.Length < 2)
        {
            return ClusterCountDecision.From(this, rows, trials.All, [.. trials.All.Select(trial => trial.Score)], null);
        }

        steps.More(Resampling.Steps(this, tested.Length) - foreseen);
        Resampling resampling = Resampling.Run(this, matrix, sample, [.. tested.Select(trial => trial.Model)], steps.Next, cancellationToken);
        ClusterCountScore[] scores = [.. trials.All.Select(trial => With(resampling, trial.Score, matrix, trial.Model, cancellationToken))];
        return ClusterCountDecision.From(this, rows, trials.All, scores, resampling);
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
            KMeans kMeans => ForSamples(kMeans),
            IClusterer<ClusterModel> other => other,
        };

    /// <summary>K-Means for sets of rows of which many are clustered at a time.</summary>
    internal static KMeans Lighter(KMeans kMeans) =>
        kMeans with { Restarts = LighterRestarts, Swaps = 0, Threads = 1 };

    /// <summary>The same for samples, which are small: 3 restarts hardly find many clusters.</summary>
    internal static KMeans ForSamples(KMeans kMeans) =>
        Lighter(kMeans) with { Restarts = kMeans.ClusterCount > UsualRange ? RestartsForMany : LighterRestarts };

    private static void TryMore(CountTrials trials, int[] counts, ScanSteps steps)
    {
        steps.More(counts.Length);
        foreach (int clusterCount in counts)
        {
            trials.Try(clusterCount, clusterCount);
            steps.Next($"tried {clusterCount} clusters");
        }
    }

    /// <summary>
    /// What is to be tested on a sample that has as many different rows: of the range all up to 20 clusters, and beyond that what
    /// indices prefer; of what was tried further what was asked for and what can still be recommended, where the sample has
    /// some rows for each cluster.
    /// </summary>
    private IEnumerable<CountTrial> Tested(CountTrials trials, int end, FeatureMatrix sample, CancellationToken cancellationToken)
    {
        const int RowsPerCluster = 5;
        int most = DistinctRows.CountUpTo(trials.Last.ClusterCount, sample);
        int[] preferred = CountsBeyond.Candidates(trials.All, MostResampled);
        return trials.All.Where(trial => trial.ClusterCount <= most && (trial.ClusterCount <= Math.Min(end, MostResampled)
            || (trial.ClusterCount * RowsPerCluster <= sample.RowCount && (trial.ClusterCount == TryAlso
                || (trial.ClusterCount <= end ? preferred.Contains(trial.ClusterCount) : IsPossible(trial))))));

        bool IsPossible(CountTrial trial) => ClusterCountRequirements.HasStructure(trial.Score)
            && ClusterCountRequirements.HasValleys(trial.Score with { ValleyPValue = ClusterValleys.LeastClear(trials.Matrix, trial.Model, cancellationToken) });
    }

    private static ClusterCountScore With(
        Resampling resampling, ClusterCountScore score, FeatureMatrix matrix, ClusterModel model, CancellationToken cancellationToken)
    {
        int position = resampling.PositionOf(score.ClusterCount);
        if (position < 0)
        {
            return score;
        }

        GapScore? gap = resampling.Gaps.Scores.ElementAtOrDefault(position);
        score = score with { Gap = gap?.Gap, GapStandardError = gap?.StandardError };
        return position == 0 ? score : score with
        {
            UniformPValue = resampling.UniformPValues[position - 1],
            PredictionStrength = resampling.Strengths.Scores.ElementAtOrDefault(position)?.Value,
            LeastStability = resampling.Stabilities[position - 1]?.Least.MeanJaccard,
            ValleyPValue = ClusterValleys.LeastClear(matrix, model, cancellationToken),
        };
    }
}
