namespace Segmentation;

/// <summary>A table's rows as features of which some are missing, and which rows they are.</summary>
public sealed class PartlyPreparedData
{
    private readonly int[] rows;

    internal PartlyPreparedData(
        PartialMatrix matrix, int[] rows, IReadOnlyList<DroppedRow> dropped, IReadOnlyList<UnseenLevel> unseenLevels)
    {
        Matrix = matrix;
        this.rows = rows;
        Dropped = dropped;
        UnseenLevels = unseenLevels;
    }

    /// <summary>The scaled and weighted features; NaN where missing.</summary>
    public PartialMatrix Matrix { get; }

    /// <summary>For each row of <see cref="Matrix"/> the 0-based row of the table, in rising order.</summary>
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>The table's rows that are not in <see cref="Matrix"/>, in table order: those without any feature.</summary>
    public IReadOnlyList<DroppedRow> Dropped { get; }

    /// <summary>As <see cref="PreparedData.UnseenLevels"/>.</summary>
    public IReadOnlyList<UnseenLevel> UnseenLevels { get; }

    /// <summary>Each missing cell filled by its feature's mean over the rows that have it.</summary>
    public PreparedData FilledByMeans() => With(Matrix.FilledByMeans());

    /// <summary>The same rows without gaps.</summary>
    /// <param name="filled">A matrix of as many rows and the same features.</param>
    internal PreparedData With(FeatureMatrix filled) => new(filled, rows, Dropped, UnseenLevels);

    /// <summary>Each missing cell filled from the centroid that is nearest in the features that the row has.</summary>
    internal PreparedData FilledFrom(FeatureMatrix centroids)
    {
        int[] nearest = Matrix.MissingCount == 0 ? [] : Matrix.Nearest(centroids.Values).Labels;
        return With(Matrix.Filled((row, j) => centroids.ValueArray[(nearest[row] * Matrix.FeatureCount) + j]));
    }
}
