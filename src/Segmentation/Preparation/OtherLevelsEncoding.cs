namespace Segmentation;

/// <summary>
/// 1 where a cell is none of the levels that have a feature of their own: a level that was too rare in the training data,
/// or one that did not occur in them.
/// </summary>
public sealed record OtherLevelsEncoding : FeatureEncoding
{
    /// <summary>Makes an encoding.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="kept">The levels with a feature of their own.</param>
    /// <param name="pooled">The rare levels of the training data, which share this feature.</param>
    public OtherLevelsEncoding(string column, IReadOnlyList<string> kept, IReadOnlyList<string> pooled)
        : base(column)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(pooled);
        Kept = [.. kept];
        Pooled = [.. pooled];
    }

    /// <summary>The levels with a feature of their own, in ordinal order.</summary>
    public IReadOnlyList<string> Kept { get; }

    /// <summary>The rare levels of the training data, in ordinal order.</summary>
    public IReadOnlyList<string> Pooled { get; }

    /// <summary>Whether column and levels are the same.</summary>
    public bool Equals(OtherLevelsEncoding? other) => other is not null && Column == other.Column
        && Kept.SequenceEqual(other.Kept, StringComparer.Ordinal) && Pooled.SequenceEqual(other.Pooled, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Column, Kept.Count, Pooled.Count);

    internal override EncodedCells Encode(CustomerTable table)
    {
        HashSet<string> kept = new(Kept, StringComparer.Ordinal);
        return CellLevels.Of(table[Column]).Encode(level => kept.Contains(level) ? 0 : 1);
    }
}
