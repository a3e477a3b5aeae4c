namespace Segmentation;

/// <summary>A column of free text or of ids; an id stays exactly the text that it was.</summary>
public sealed class TextColumn : Column
{
    private readonly string?[] values;

    /// <summary>Makes a column from its cells, copied; null means missing.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The cells.</param>
    /// <param name="kind"><see cref="ColumnKind.Text"/> or <see cref="ColumnKind.Id"/>.</param>
    public TextColumn(string name, ReadOnlySpan<string?> values, ColumnKind kind = ColumnKind.Text)
        : base(name)
    {
        if (kind is not (ColumnKind.Text or ColumnKind.Id))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "A text column is of kind Text or Id.");
        }

        this.values = values.ToArray();
        Kind = kind;
        foreach (string? value in values)
        {
            MissingCount += value is null ? 1 : 0;
        }
    }

    /// <inheritdoc/>
    public override ColumnKind Kind { get; }

    /// <inheritdoc/>
    public override int RowCount => values.Length;

    /// <inheritdoc/>
    public override int MissingCount { get; }

    /// <summary>The cells in row order; null where missing.</summary>
    public ReadOnlySpan<string?> Values => values;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => values[row] is null;

    /// <inheritdoc/>
    public override string? TextAt(int row) => values[row];

    /// <inheritdoc/>
    public override int Compare(int row, int otherRow) => string.CompareOrdinal(values[row], values[otherRow]);

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        string?[] taken = new string?[rows.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = values[rows[i]];
        }

        return new TextColumn(Name, taken, Kind);
    }
}
