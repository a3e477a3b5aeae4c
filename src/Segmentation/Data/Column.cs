namespace Segmentation;

/// <summary>What the cells of a column are.</summary>
public enum ColumnKind
{
    /// <summary>Numbers, in their original unit.</summary>
    Numeric,

    /// <summary>One of a limited set of levels, such as a gender or a country.</summary>
    Categorical,

    /// <summary>Points in time.</summary>
    Date,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>Text that identifies something: a customer, an invoice, a product. Never a number.</summary>
    Id,
}

/// <summary>A named, immutable column of a <see cref="CustomerTable"/>, in original units.</summary>
public abstract class Column
{
    private protected Column(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The name, exactly as the header spells it.</summary>
    public string Name { get; }

    /// <summary>What the cells are.</summary>
    public abstract ColumnKind Kind { get; }

    /// <summary>The number of cells, missing ones included.</summary>
    public abstract int RowCount { get; }

    /// <summary>The number of missing cells.</summary>
    public abstract int MissingCount { get; }

    /// <summary>Whether the cell is missing.</summary>
    /// <param name="row">0-based.</param>
    public abstract bool IsMissing(int row);

    /// <summary>
    /// The cell as text that reads back to the same value, independent of the machine's culture; null where missing.
    /// </summary>
    /// <param name="row">0-based.</param>
    public abstract string? TextAt(int row);

    /// <summary>Orders two cells: missing ones first, numbers and dates by value, everything else by ordinal text.</summary>
    /// <returns>Negative, zero or positive, as <see cref="IComparable.CompareTo"/>.</returns>
    public abstract int Compare(int row, int otherRow);

    /// <summary>A column with the given rows, in the given order; a row may be taken more than once.</summary>
    public abstract Column Take(ReadOnlySpan<int> rows);
}
