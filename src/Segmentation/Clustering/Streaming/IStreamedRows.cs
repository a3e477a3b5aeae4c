namespace Segmentation;

/// <summary>
/// Rows of numbers that are read one after the other and never kept, as often as needed: every pass gives the same rows
/// in the same order.
/// </summary>
public interface IStreamedRows
{
    /// <summary>What messages call the source, such as the file's name.</summary>
    string Name { get; }

    /// <summary>The features, d of them, in the order of a row's numbers.</summary>
    IReadOnlyList<string> FeatureNames { get; }

    /// <summary>The column that identifies a row; null where rows are known by their number.</summary>
    string? IdName { get; }

    /// <summary>Begins a pass at the first row.</summary>
    /// <exception cref="DataException">The source cannot be read.</exception>
    IStreamedRowReader Open();
}

/// <summary>One pass over <see cref="IStreamedRows"/>.</summary>
public interface IStreamedRowReader : IDisposable
{
    /// <summary>The current row's id; null where it is missing or the source has none.</summary>
    string? Id { get; }

    /// <summary>Where the current row stands, for messages: "customers.csv(17)".</summary>
    string Place { get; }

    /// <summary>Moves to the next row.</summary>
    /// <param name="values">Takes the row's d numbers, NaN for a missing one; the others are finite.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="DataException">The row cannot be read.</exception>
    bool Read(Span<double> values);
}
