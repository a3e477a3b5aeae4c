using System.Diagnostics;

namespace Segmentation;

/// <summary>
/// The stages composed once: customers are put in order, explored, prepared, clustered with every k of a range, and the
/// chosen segments profiled and given recommendations. The order of the table's rows changes nothing in the result.
/// </summary>
public sealed record SegmentationPipeline
{
    /// <summary>How customers become numbers.</summary>
    public Preprocessor Preprocessor
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Preprocessor));
    } = new();

    /// <summary>The number of segments; null (the default) for the one that the data support.</summary>
    public int? ClusterCount
    {
        get;
        init => field = value is int given ? OptionRange.AtLeast(1, given, nameof(ClusterCount)) : null;
    }

    /// <summary>
    /// Whether a run without <see cref="ClusterCount"/> fails where the data support no number of segments. Default false: the
    /// customers are divided by <see cref="ClusterCountVerdict.Division"/>, and the result says that it is no discovery.
    /// </summary>
    public bool RequiresStructure { get; init; }

    /// <summary>The algorithm; its own cluster count is replaced by each that is tried.</summary>
    public KMeans Algorithm
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Algorithm));
    } = new(1);

    /// <summary>The largest number of clusters that the choice of k considers; default 10.</summary>
    public int MaxClusters
    {
        get;
        init => field = OptionRange.AtLeast(2, value, nameof(MaxClusters));
    } = 10;

    /// <summary>The number of segments that the data support has none with fewer customers than this; default 1.</summary>
    public int MinSegmentSize
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(MinSegmentSize));
    } = 1;

    /// <summary>How the thresholds are found that tell the segments apart.</summary>
    public ThresholdTree Rules
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Rules));
    } = new();

    /// <summary>What an experiment on each segment is to show; see <see cref="SegmentationResult.Experiments"/>.</summary>
    /// <exception cref="ArgumentException">Its effect would lift the response above 100%.</exception>
    public HoldoutDesign Experiment
    {
        get;
        init => field = (value ?? throw new ArgumentNullException(nameof(Experiment))).Checked();
    } = new();

    /// <summary>
    /// The bootstrap samples that tell how stable each segment is, at least 0; default 100. 0 leaves the question open. Past
    /// 20,000 customers a random sample of them is asked.
    /// </summary>
    public int StabilitySamples
    {
        get;
        init => field = OptionRange.AtLeast(0, value, nameof(StabilitySamples));
    } = 100;

    /// <summary>The numeric column that says what a customer is worth; it need not be a feature. Null (the default) for none.</summary>
    public string? ValueColumn { get; init; }

    /// <summary>
    /// The numeric column that holds the same value in an earlier period, so that growth can be known; it needs
    /// <see cref="ValueColumn"/>. Null (the default) for none.
    /// </summary>
    public string? ValueBeforeColumn { get; init; }

    /// <summary>
    /// The column that the segments are asked for first and never made from, such as churn or a response: two values, or
    /// numbers; see <see cref="SegmentationResult.Outcome"/>. Null (the default) for none.
    /// </summary>
    public string? OutcomeColumn { get; init; }

    /// <summary>A budget to spread over the segments. Null (the default) for none.</summary>
    public BudgetAllocation? Budget { get; init; }

    /// <summary>
    /// Names of the user's own for segments by their number, from 1; the others are named by the evidence. Default none.
    /// Numbers follow size, so the names fit this table and these options only. At most 60 characters each, no two alike.
    /// </summary>
    public IReadOnlyDictionary<int, string> Names
    {
        get;
        init => field = value is null ? throw new ArgumentNullException(nameof(Names))
            : GivenNames.Problem(value) is string problem ? throw new ArgumentException(problem, nameof(Names))
            : new Dictionary<int, string>(value);
    } = new Dictionary<int, string>();

    /// <summary>The rules that make recommendations; default <see cref="Playbook.BuiltIn"/>.</summary>
    public Playbook Playbook
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Playbook));
    } = Playbook.BuiltIn;

    /// <summary>
    /// Says which number of segments the data support. Under <see cref="MissingValues.KPod"/> that is asked of the rows with
    /// missing cells filled by means, which add no structure of their own.
    /// </summary>
    /// <exception cref="DataException">The table cannot be clustered.</exception>
    /// <exception cref="ArgumentException">An option does not fit the table.</exception>
    public ClusterCountVerdict ChooseClusterCount(
        CustomerTable table, IProgress<PipelineProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        CustomerTable customers = table.Take(CustomerOrder.Of(table));
        cancellationToken.ThrowIfCancellationRequested();
        FeatureMatrix matrix = Prepare(Preparation.Fit(customers), customers).Prepared.Matrix;
        return Scan(matrix, new Stopwatch(), progress, cancellationToken);
    }

    /// <summary>Goes all the way from a table to named segments with recommendations.</summary>
    /// <param name="table">The customers, in original units.</param>
    /// <param name="progress">Is told how far the work is; may be null.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="DataException">
    /// The table cannot be clustered, one of
    /// <see cref="Names"/> is for a segment that there is not, or a rule of the <see cref="Playbook"/> names a column that
    /// the table does not have.
    /// </exception>
    /// <exception cref="NoStructureException">Under <see cref="RequiresStructure"/> the data support no number of segments.</exception>
    /// <exception cref="ArgumentException">An option does not fit the table.</exception>
    public SegmentationResult Run(
        CustomerTable table, IProgress<PipelineProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        CheckValue(table);
        if (OutcomeColumn is not null)
        {
            _ = OutcomeValues.Of(table, OutcomeColumn);
        }

        GivenNames.CheckNumbers(Names, ClusterCount ?? int.MaxValue);
        Playbook.Check(table);
        TimeSpan loading = table.LoadReport?.Elapsed ?? TimeSpan.Zero;
        Stopwatch total = Stopwatch.StartNew();
        int[] order = CustomerOrder.Of(table);
        CustomerTable customers = table.Take(order);
        cancellationToken.ThrowIfCancellationRequested();
        TableSummary summary = TableSummary.Of(customers);
        cancellationToken.ThrowIfCancellationRequested();
        FittedPreprocessor preprocessor = Preparation.Fit(customers);
        (PreparedData prepared, PartlyPreparedData? partly) = Prepare(preprocessor, customers);
        PreparationAudit audit = PreparationAudit.Of(customers, Preprocessor, preprocessor, prepared);
        customers = preprocessor.WithAges(customers);
        TimeSpan preparing = total.Elapsed;

        Stopwatch clustering = new();
        LongerProgress? longer = progress is null ? null : new(progress, StabilitySamples);
        ClusterCountVerdict verdict = Scan(prepared.Matrix, clustering, longer, cancellationToken);
        KMeansModel model = Chosen(prepared.Matrix, verdict, clustering, cancellationToken);
        GivenNames.CheckNumbers(Names, model.ClusterCount);
        if (partly is not null)
        {
            PartialKMeansModel refilled = InTime(
                clustering,
                () => new PartialKMeans(Algorithm with { ClusterCount = model.ClusterCount }).Fit(partly.Matrix, null, cancellationToken));
            (model, prepared) = (refilled.Model, partly.With(refilled.Filled));
            preprocessor = preprocessor.FillingFrom(model.Centroids);
        }

        ClusterStability? stability = Stability(prepared.Matrix, partly is null ? verdict.StabilityOf(model.ClusterCount) : null, model, longer, cancellationToken);
        bool comparable = model.ClusterCount > 1;
        ClusterCountScore? scored = verdict.ScoreOf(model);
        SilhouetteResult? silhouette = !comparable ? null
            : verdict.SilhouetteOf(model) ?? Silhouette.Of(prepared.Matrix, model.Labels, SilhouetteOptions, cancellationToken);
        double? calinskiHarabasz = scored is not null ? scored.CalinskiHarabasz
            : comparable ? CalinskiHarabasz.Of(prepared.Matrix, model.Labels) : null;
        double? daviesBouldin = scored is not null ? scored.DaviesBouldin
            : comparable ? DaviesBouldin.Of(prepared.Matrix, model.Labels) : null;
        TimeSpan validating = total.Elapsed - preparing - clustering.Elapsed;
        cancellationToken.ThrowIfCancellationRequested();

        IReadOnlyList<SegmentProfile> profiles = GivenNames.PutOn(Profile(customers, preprocessor, prepared, model, summary), Names);
        SegmentRules? rules = comparable
            ? (Rules with { Threads = Algorithm.Threads }).Fit(customers, preprocessor, prepared, model, cancellationToken)
            : null;
        ValueRanking? value = ValueColumn is null
            ? null
            : ValueRanking.Of(
                customers, model.Labels, profiles, ValueColumn, ValueBeforeColumn, prepared.Rows);
        OutcomeComparison? outcome = OutcomeColumn is null
            ? null
            : OutcomeComparison.Of(customers, model.Labels, profiles, OutcomeColumn, prepared.Rows);
        PlaybookAdvice advice = Playbook.Advise(profiles, stability, value);
        return new SegmentationResult
        {
            Options = this,
            Customers = customers,
            FileRows = order,
            Summary = summary,
            Preprocessor = preprocessor,
            Prepared = prepared,
            Audit = audit,
            Verdict = verdict,
            Model = model,
            Silhouette = silhouette,
            CalinskiHarabasz = calinskiHarabasz,
            DaviesBouldin = daviesBouldin,
            Stability = stability,
            Profiles = profiles,
            Rules = rules,
            Value = value,
            Outcome = outcome,
            Budget = Budget?.Plan(BudgetSegment.Of(profiles, value)),
            Recommendations = advice.Recommendations,
            PlaybookWarnings = advice.Warnings,
            Timings = new SegmentationTimings(
                loading.TotalSeconds,
                preparing.TotalSeconds,
                clustering.Elapsed.TotalSeconds,
                validating.TotalSeconds,
                (loading + total.Elapsed).TotalSeconds),
        };
    }

    /// <summary>The preprocessor, which makes no feature of the outcome.</summary>
    internal Preprocessor Preparation => OutcomeColumn is null
        ? Preprocessor
        : Preprocessor with { LeftOutColumns = [.. Preprocessor.LeftOutColumns.Union([OutcomeColumn], StringComparer.Ordinal)] };

    private void CheckValue(CustomerTable table)
    {
        if (ValueColumn is not null)
        {
            ValueRanking.Check(table, ValueColumn, ValueBeforeColumn);
        }
        else if (ValueBeforeColumn is not null)
        {
            throw new ArgumentException("A value before (--value-before) needs the value (--value) to compare it with.");
        }
    }

    /// <summary>The features, under <see cref="MissingValues.KPod"/> filled by means for now and also with their gaps.</summary>
    private (PreparedData Prepared, PartlyPreparedData? Partly) Prepare(FittedPreprocessor preprocessor, CustomerTable customers)
    {
        if (Preprocessor.Missing != MissingValues.KPod)
        {
            return (preprocessor.Transform(customers), null);
        }

        PartlyPreparedData partly = preprocessor.TransformPartly(customers);
        return (partly.FilledByMeans(), partly);
    }

    private SilhouetteOptions SilhouetteOptions => new() { Seed = Algorithm.Seed, Threads = Algorithm.Threads };

    private ClusterCountVerdict Scan(
        FeatureMatrix matrix, Stopwatch clustering, IProgress<PipelineProgress>? progress, CancellationToken cancellationToken)
    {
        ClusterCountScan scan = new(clusterCount => new Timed(Algorithm with { ClusterCount = clusterCount }, clustering))
        {
            ResamplingClusterer = clusterCount => ClusterCountScan.ForSamples(Algorithm with { ClusterCount = clusterCount }),
            MaxClusters = MaxClusters,
            TryAlso = ClusterCount,
            MinSegmentSize = MinSegmentSize,
            Silhouette = SilhouetteOptions,
            Seed = Algorithm.Seed,
            Threads = Algorithm.Threads,
        };
        return scan.Run(matrix, progress, cancellationToken);
    }

    private KMeansModel Chosen(
        FeatureMatrix matrix, ClusterCountVerdict verdict, Stopwatch clustering, CancellationToken cancellationToken)
    {
        int clusterCount = ClusterCount ?? (RequiresStructure ? verdict.RecommendedCount : verdict.BestCount)
            ?? throw new NoStructureException(verdict);
        return (KMeansModel?)verdict.ModelOf(clusterCount)
            ?? new Timed(Algorithm with { ClusterCount = clusterCount }, clustering).Fit(matrix, null, cancellationToken);
    }

    /// <summary>What the choice of k found already, where it asked as many samples of all rows; null for a single segment.</summary>
    private ClusterStability? Stability(
        FeatureMatrix matrix, ClusterStability? known, KMeansModel model, LongerProgress? progress, CancellationToken cancellationToken)
    {
        if (StabilitySamples == 0 || model.ClusterCount < 2)
        {
            return null;
        }

        IProgress<ResamplingProgress>? steps = progress?.Then("clustered bootstrap samples of the segments");
        if (model.ClusterCount <= ClusterCountScan.UsualRange && known?.Samples == StabilitySamples && known.Rows == matrix.RowCount && matrix.RowWeights.IsEmpty)
        {
            steps?.Report(new ResamplingProgress(StabilitySamples, StabilitySamples));
            return known;
        }

        return ModelStability.Of(matrix, model, Algorithm, StabilitySamples, steps, cancellationToken);
    }

    internal static IReadOnlyList<SegmentProfile> Profile(
        CustomerTable customers,
        FittedPreprocessor preprocessor,
        PreparedData prepared,
        KMeansModel model,
        TableSummary summary)
    {
        string[] ids = [.. summary.Findings.Where(finding => finding.Kind == FindingKind.LooksLikeId).SelectMany(finding => finding.Columns)];
        string[] clustered = [.. preprocessor.ColumnNames.Concat(preprocessor.FeatureNames).Distinct()
            .Where(name => customers.Contains(name) && customers[name] is NumericColumn or CategoricalColumn)];
        return new SegmentProfiler(clustered) { LeftOutColumns = ids }.Profile(customers, model.Labels, prepared.Rows);
    }

    /// <summary>Adds the time that fitting takes to a stopwatch.</summary>
    private sealed class Timed(KMeans algorithm, Stopwatch stopwatch) : IClusterer<KMeansModel>, IGrowingClusterer
    {
        public KMeansModel Fit(
            FeatureMatrix matrix, IProgress<ClusteringProgress>? progress, CancellationToken cancellationToken) =>
            InTime(stopwatch, () => algorithm.Fit(matrix, progress, cancellationToken));

        public ClusterModel FitBeyond(
            ClusterModel? smaller,
            int mostClusters,
            FeatureMatrix matrix,
            IProgress<ClusteringProgress>? progress,
            CancellationToken cancellationToken) =>
            InTime(stopwatch, () => ((IGrowingClusterer)algorithm).FitBeyond(smaller, mostClusters, matrix, progress, cancellationToken));
    }

    private static TModel InTime<TModel>(Stopwatch stopwatch, Func<TModel> fit)
    {
        stopwatch.Start();
        try
        {
            return fit();
        }
        finally
        {
            stopwatch.Stop();
        }
    }
}
