namespace Segmentation;

/// <summary>1 where a cell is one level of a column, 0 where it is another.</summary>
public sealed record LevelEncoding : FeatureEncoding
{
    /// <summary>Makes an encoding.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="level">The level, compared letter by letter.</param>
    public LevelEncoding(string column, string level)
        : base(column)
    {
        Level = level ?? throw new ArgumentNullException(nameof(level));
    }

    /// <summary>The level.</summary>
    public string Level { get; }

    internal override EncodedCells Encode(CustomerTable table) =>
        CellLevels.Of(table[Column]).Encode(level => level == Level ? 1 : 0);
}
