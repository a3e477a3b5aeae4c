namespace Segmentation;

/// <summary>
/// Compares customers with those that a model was made from: how each feature is distributed, how large the segments are,
/// whether they moved, who is unlike all training customers, and which values are missing or new. A check calls for more than
/// keeping the model only where its change is more than chance and large enough to matter.
/// </summary>
/// <example>
/// <code>
/// DriftReport drift = new DriftDetection().Measure(SegmentationModel.Load("out/model.json"), CustomerTable.Load("new.csv"));
/// </code>
/// </example>
public sealed record DriftDetection
{
    /// <summary>What is said of a model that cannot be compared with, and what to do about it.</summary>
    public const string NoTraining =
        "the model has no training statistics to compare with: it was written before they were kept, or by a stream that began "
        + "from given centroids. Make it again from its training customers with 'segment run' or 'segment stream'.";

    private readonly double falseAlarmRate = 0.05;

    /// <summary>
    /// The chance that any check gives an alarm although the customers come from the same source, above 0, at most 0.5;
    /// default 0.05. It is divided among all checks (Bonferroni).
    /// </summary>
    public double FalseAlarmRate
    {
        get => falseAlarmRate;
        init => falseAlarmRate = OptionRange.Within(1e-6, 0.5, value, nameof(FalseAlarmRate));
    }

    /// <summary>Compares the customers of a table with the training customers of a model.</summary>
    /// <param name="model">The model; it needs <see cref="SegmentationModel.Training"/>.</param>
    /// <param name="table">At least one customer; customers who lack a feature count for the missing values only.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">A column is of another kind than in training.</exception>
    /// <exception cref="DataException">
    /// The model has no training statistics; the table has no rows or lacks a column that the segments were made from, a
    /// column would be numeric but for stray texts, or a number is too large to compare.
    /// </exception>
    public DriftReport Measure(SegmentationModel model, CustomerTable table, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(table);
        TrainingStatistics training = model.Training ?? throw new DataException(NoTraining);
        string[] sources = [.. ScoringColumns.Sources(model.Preprocessor)];
        string name = table.LoadReport?.Source ?? "the table";
        ScoringColumns.CheckAreAmong([.. table.Columns.Select(column => column.Name)], [.. sources.Distinct(StringComparer.Ordinal)], name);
        if (table.RowCount == 0)
        {
            throw new DataException(name, null, "there are no customers to compare with those of the training.");
        }

        cancellationToken.ThrowIfCancellationRequested();

        // In the order of the pipeline, so that a shuffled file gives the same bits and the training file no difference at all.
        DriftSample sample = DriftSample.Of(model, training, table.Take(CustomerOrder.Of(table)), cancellationToken);
        return new DriftReport(
            FalseAlarmRate,
            table.RowCount,
            training.RowsMeasured,
            sample.Matrix.RowCount,
            new DriftOfFeatures(model, training, FalseAlarmRate).Measure(sample, cancellationToken),
            DriftOfSegments.Shares(training, sample, FalseAlarmRate),
            DriftOfSegments.Measure(model, training, sample, FalseAlarmRate),
            DriftOfSegments.Unlike(training, sample, FalseAlarmRate),
            DriftOfColumns.Missing(training, sources, table, FalseAlarmRate),
            DriftOfColumns.Levels(training, sources, table, FalseAlarmRate));
    }
}
