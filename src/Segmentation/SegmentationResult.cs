namespace Segmentation;

/// <summary>Everything that a run of the <see cref="SegmentationPipeline"/> found, with the evidence.</summary>
public sealed partial class SegmentationResult
{
    internal SegmentationResult()
    {
    }

    /// <summary>The pipeline that ran.</summary>
    public required SegmentationPipeline Options { get; init; }

    /// <summary>
    /// The customers in original units, in the pipeline's order: by id, then by every column. For each date that was clustered
    /// a column of ages in days is added.
    /// </summary>
    public required CustomerTable Customers { get; init; }

    /// <summary>For each row of <see cref="Customers"/> the row of the table that the pipeline was given, 0-based.</summary>
    public required IReadOnlyList<int> FileRows { get; init; }

    /// <summary>What the table holds.</summary>
    public required TableSummary Summary { get; init; }

    /// <summary>How customers became numbers.</summary>
    public required FittedPreprocessor Preprocessor { get; init; }

    /// <summary>The numbers that were clustered, and which rows of <see cref="Customers"/> they belong to.</summary>
    public required PreparedData Prepared { get; init; }

    /// <summary>What the preparation does to the segments, said before they are made.</summary>
    public PreparationAudit Audit { get; init; } = PreparationAudit.Empty;

    /// <summary>Which number of segments the data support.</summary>
    public required ClusterCountVerdict Verdict { get; init; }

    /// <summary>Whether there are several segments though the data support no number of them: a division and not a discovery.</summary>
    public bool IsDivision => Verdict.RecommendedCount is null && Model.ClusterCount > 1;

    /// <summary>The combinations of the clustered columns' values where these are so few that they form a table; else null.</summary>
    public CombinationTable? Combinations => CombinationTable.Of(Customers, Preprocessor, Prepared);

    /// <summary>The clusters; cluster 0 is segment 1.</summary>
    public required KMeansModel Model { get; init; }

    /// <summary>The silhouette widths; null for a single segment.</summary>
    public required SilhouetteResult? Silhouette { get; init; }

    /// <summary>The Calinski-Harabasz index; null where it is unknown.</summary>
    public required double? CalinskiHarabasz { get; init; }

    /// <summary>The Davies-Bouldin index; null where it is unknown.</summary>
    public required double? DaviesBouldin { get; init; }

    /// <summary>How stable each segment is; null for a single segment, and where <see cref="SegmentationPipeline.StabilitySamples"/> is 0.</summary>
    public ClusterStability? Stability { get; init; }

    /// <summary>What each segment is like.</summary>
    public required IReadOnlyList<SegmentProfile> Profiles { get; init; }

    /// <summary>A few thresholds that tell the segments apart, with how often they do; null for a single segment.</summary>
    public SegmentRules? Rules { get; init; }

    /// <summary>The segments by what their customers are worth; null where no value column was named.</summary>
    public ValueRanking? Value { get; init; }

    /// <summary>The segments by what they were asked for first and not made from; null where no outcome column was named.</summary>
    public OutcomeComparison? Outcome { get; init; }

    /// <summary>How a budget is best spent over the segments; null where none was given.</summary>
    public BudgetPlan? Budget { get; init; }

    /// <summary>What to do for each segment, and why.</summary>
    public required IReadOnlyList<Recommendation> Recommendations { get; init; }

    /// <summary>For each segment, what a campaign with a holdout can show on its customers.</summary>
    public IReadOnlyList<Holdout> Experiments => field ??= [.. Profiles.Select(Options.Experiment.For)];

    /// <summary>Rules of one's own playbook that cannot fire, and rules that contradict each other on a segment.</summary>
    public IReadOnlyList<string> PlaybookWarnings { get; init; } = [];

    /// <summary>Where the time went.</summary>
    public required SegmentationTimings Timings { get; init; }

    /// <summary>Which rows and columns take part, why the others do not, and what would take them in.</summary>
    public DataUse DataUse => field ??= DataUse.Of(Customers, Options.Preparation, Preprocessor, Prepared);

    /// <summary>What a reader should be careful about, the most harmful first, a sentence or two each.</summary>
    public IReadOnlyList<string> Warnings => [.. AllWarnings.Select(warning => warning.Message)];

    /// <summary>The same by what they are about, in the order of <see cref="WarningSubject"/>, in each the most harmful first.</summary>
    public IReadOnlyList<WarningGroup> WarningGroups =>
        [.. AllWarnings.GroupBy(warning => warning.Subject).OrderBy(group => group.Key).Select(group => new WarningGroup(group.Key, [.. group.Select(warning => warning.Message)]))];

    private ResultWarning[] AllWarnings => field ??= [.. ResultWarnings.Of(this)];

    /// <summary>Why each customer is in their segment.</summary>
    public CustomerReasons Reasons => new(Customers, Preprocessor, Prepared, Model);

    /// <summary>
    /// The centroids in original units, k x d: of a feature that is a number as it is, without filled cells, the means of the
    /// segments' customers (<see cref="MeansOf"/>), to the bit where K-Means settled; of a logarithm their geometric means.
    /// </summary>
    public FeatureMatrix CentroidsInOriginalUnits => FeatureMeans.OrCentroids(this);

    /// <summary>
    /// For each feature, in order, the mean of a segment's customers in original units: of the amounts themselves where they were
    /// clustered as logarithms, of a level of a category the share of those who have it, of a date the age in days. Filled cells
    /// do not count. Null where every cell is missing.
    /// </summary>
    /// <param name="segment">The segment's number, from 1.</param>
    public IReadOnlyList<double?> MeansOf(int segment) => AllMeans[segment - 1];

    /// <summary>
    /// The positions of the features that tell the segments apart most, in the order of the features: those with the largest share
    /// of their own variance between the segments.
    /// </summary>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<int> MostTellingFeatures(int most) => [.. TellingFeatures.Of(Prepared.Matrix, Model).Take(most).Order()];

    private double?[][] AllMeans => field ??= FeatureMeans.Of(this);

    /// <summary>
    /// For each row of the table that the pipeline was given, in its order, the segment's number from 1, or 0 for a row
    /// that could not be clustered (see <see cref="PreparedData.Dropped"/>).
    /// </summary>
    public int[] SegmentsInFileOrder()
    {
        int[] segments = new int[Customers.RowCount];
        for (int i = 0; i < Prepared.Rows.Length; i++)
        {
            segments[FileRows[Prepared.Rows[i]]] = Model.Labels[i] + 1;
        }

        return segments;
    }

    /// <summary>For each row of the table that the pipeline was given its row in <see cref="Customers"/>.</summary>
    internal int[] RowsInFileOrder()
    {
        int[] rows = new int[FileRows.Count];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[FileRows[row]] = row;
        }

        return rows;
    }

}
