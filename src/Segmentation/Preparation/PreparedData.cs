namespace Segmentation;

/// <summary>A table's rows as a feature matrix, and which of them are in it.</summary>
public sealed partial class PreparedData
{
    private readonly int[] rows;

    internal PreparedData(FeatureMatrix matrix, int[] rows, IReadOnlyList<DroppedRow> dropped)
    {
        Matrix = matrix;
        this.rows = rows;
        Dropped = dropped;
    }

    /// <summary>The scaled and weighted features.</summary>
    public FeatureMatrix Matrix { get; }

    /// <summary>For each row of <see cref="Matrix"/> the 0-based row of the table, in rising order.</summary>
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>The table's rows that are not in <see cref="Matrix"/>, in table order.</summary>
    public IReadOnlyList<DroppedRow> Dropped { get; }
}

/// <summary>A row that was left out because it lacks features.</summary>
/// <param name="Row">The row of the table, 0-based.</param>
/// <param name="MissingFeatures">The features that it lacks, in the order of the features.</param>
public sealed record DroppedRow(int Row, IReadOnlyList<string> MissingFeatures);
