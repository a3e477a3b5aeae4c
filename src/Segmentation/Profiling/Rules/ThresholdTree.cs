namespace Segmentation;

/// <summary>
/// A small decision tree that tells clusters apart by one threshold at a time. First the tree with one leaf for each
/// cluster of Moshkovitz, Dasgupta, Rashtchian and Frost (2020, "Explainable k-Means and k-Medians Clustering", ICML;
/// Iterative Mistake Minimization): each split parts at least two centroids and as few rows as possible from their own.
/// Then the growth of Frost, Moshkovitz and Rashtchian (2020, "ExKMC: Expanding Explainable k-Means Clustering"): the
/// split that saves most squared distance from a leaf's centroid, again and again.
/// </summary>
/// <remarks>
/// Every row is looked at; there is no sample and nothing random. Rows are sorted once by each feature, so that a level of
/// the tree takes n d steps; beside the rows there are n d places of 4 bytes in memory. Of equally good splits the one in
/// the widest gap (in the clustered space) wins, then the first feature, then the lowest threshold.
/// </remarks>
public sealed record ThresholdTree
{
    /// <summary>
    /// The most leaves; null (the default) for twice the number of clusters. The tree has one for each cluster even where
    /// this is fewer, and it stops sooner where <see cref="MinSaving"/> does.
    /// </summary>
    public int? MaxLeaves
    {
        get;
        init => field = value is int given ? OptionRange.AtLeast(1, given, nameof(MaxLeaves)) : null;
    }

    /// <summary>
    /// What a leaf beyond one for each cluster must save of the K-Means inertia, 0 to 1, to be worth a longer sentence;
    /// default 0.01. With 0 the tree grows to <see cref="MaxLeaves"/> while there is anything to save.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 0 to 1.</exception>
    public double MinSaving
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MinSaving), value, $"{nameof(MinSaving)} must be from 0 to 1.");
    } = 0.01;

    /// <summary>How many threads may work; default one for each processor. It changes the time, never the result.</summary>
    public int Threads
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Threads));
    } = Environment.ProcessorCount;

    /// <summary>Finds rules in the units of the matrix.</summary>
    /// <param name="matrix">The rows, n x d.</param>
    /// <param name="model">Their clusters.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The rows are weighted, or the model is of other rows.</exception>
    public SegmentRules Fit(FeatureMatrix matrix, ClusterModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(model);
        return Fit(RuleRows.Of(matrix, model), cancellationToken);
    }

    /// <summary>Finds rules in original units.</summary>
    /// <param name="table">The customers.</param>
    /// <param name="preprocessor">How they became numbers.</param>
    /// <param name="prepared">The numbers that were clustered, made from the table.</param>
    /// <param name="model">The clusters.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The table lacks a feature, or the model is of other rows.</exception>
    public SegmentRules Fit(
        CustomerTable table,
        FittedPreprocessor preprocessor,
        PreparedData prepared,
        ClusterModel model,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(preprocessor);
        ArgumentNullException.ThrowIfNull(prepared);
        ArgumentNullException.ThrowIfNull(model);
        return Fit(RuleRows.Of(table, preprocessor, prepared, model), cancellationToken);
    }

    private SegmentRules Fit(RuleRows rows, CancellationToken cancellationToken)
    {
        TreeGrowth growth = new(rows, Threads, cancellationToken);
        growth.PartCentroids();
        FittedThresholdTree smallest = growth.Tree();
        bool grew = growth.Expand(MaxLeaves ?? 2 * rows.ClusterCount, MinSaving);
        return new SegmentRules(grew ? growth.Tree() : smallest, smallest, rows.Sizes, rows.Binary);
    }
}
