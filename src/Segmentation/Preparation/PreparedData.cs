namespace Segmentation;

/// <summary>A table's rows as a feature matrix, and which of them are in it.</summary>
public sealed partial class PreparedData
{
    private readonly int[] rows;

    internal PreparedData(
        FeatureMatrix matrix, int[] rows, IReadOnlyList<DroppedRow> dropped, IReadOnlyList<UnseenLevel>? unseenLevels = null)
    {
        Matrix = matrix;
        this.rows = rows;
        Dropped = dropped;
        UnseenLevels = unseenLevels ?? [];
    }

    /// <summary>The scaled and weighted features.</summary>
    public FeatureMatrix Matrix { get; }

    /// <summary>For each row of <see cref="Matrix"/> the 0-based row of the table, in rising order.</summary>
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>The table's rows that are not in <see cref="Matrix"/>, in table order.</summary>
    public IReadOnlyList<DroppedRow> Dropped { get; }

    /// <summary>The levels of categories that did not occur in the training table, by column and then in ordinal order.</summary>
    public IReadOnlyList<UnseenLevel> UnseenLevels { get; }
}

/// <summary>A row that was left out because it lacks features, or has a cell with no place on a feature's scale.</summary>
/// <param name="Row">The row of the table, 0-based.</param>
/// <param name="MissingFeatures">The columns that it lacks, in the order of the features.</param>
public sealed record DroppedRow(int Row, IReadOnlyList<string> MissingFeatures)
{
    /// <summary>The cells that are there and have no number, a clause each: "'Revenue' is -3, which has no logarithm".</summary>
    public IReadOnlyList<string> UnusableCells { get; init; } = [];

    /// <summary>Why the row was left out, as a clause: "it lacks Income, Age; 'Size' is 'XS', which is not in the order S &lt; M".</summary>
    public string Reason => string.Join(
        "; ", [.. MissingFeatures.Count == 0 ? [] : new[] { $"it lacks {string.Join(", ", MissingFeatures)}" }, .. UnusableCells]);
}

/// <summary>A level of a category that did not occur in the training table.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Level">The level.</param>
/// <param name="Count">The rows that have it.</param>
/// <param name="IsOther">
/// Whether such rows count as "other", with the levels that were rare in training. Where training had no rare levels there is
/// no such feature: all the column's 0/1 features are 0, as of a row that has none of its levels. That is equally far from all
/// of them under <see cref="Scaling.None"/> and <see cref="Scaling.MinMax"/>; under <see cref="Scaling.Standard"/> and
/// <see cref="Scaling.Robust"/> each level has its own scale, so that the row is nearest to the one with the largest.
/// </param>
public sealed record UnseenLevel(string Column, string Level, int Count, bool IsOther);
