namespace Segmentation;

/// <summary>A column whose cells are one of a limited set of levels.</summary>
public sealed class CategoricalColumn : Column
{
    private readonly string[] levels;
    private readonly int[] codes;

    /// <summary>Makes a column from its cells; null means missing.</summary>
    public CategoricalColumn(string name, IReadOnlyList<string?> cells)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(cells);
        (levels, codes) = Coded(cells);
        MissingCount = codes.Count(code => code < 0);
    }

    private CategoricalColumn(string name, string[] levels, int[] codes)
        : base(name)
    {
        this.levels = levels;
        this.codes = codes;
        MissingCount = codes.Count(code => code < 0);
    }

    /// <summary>Makes a column from its different cells, of which some may be equal, and for each row which of them it has.</summary>
    internal static CategoricalColumn OfCodes(string name, string?[] cells, IReadOnlyList<int> cellOfRow)
    {
        (string[] levels, int[] levelOfCell) = Coded(cells);
        int[] codes = new int[cellOfRow.Count];
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = levelOfCell[cellOfRow[row]];
        }

        return new CategoricalColumn(name, levels, codes);
    }

    /// <inheritdoc/>
    public override ColumnKind Kind => ColumnKind.Categorical;

    /// <inheritdoc/>
    public override int RowCount => codes.Length;

    /// <inheritdoc/>
    public override int MissingCount { get; }

    /// <summary>The levels, distinct, in ordinal order. After <see cref="Take"/> a level may have no row.</summary>
    public IReadOnlyList<string> Levels => levels;

    /// <summary>For each row the index of its level in <see cref="Levels"/>; -1 where missing.</summary>
    public ReadOnlySpan<int> Codes => codes;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => codes[row] < 0;

    /// <inheritdoc/>
    public override string? TextAt(int row) => codes[row] < 0 ? null : levels[codes[row]];

    /// <inheritdoc/>
    public override int Compare(int row, int otherRow) => codes[row].CompareTo(codes[otherRow]);

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        int[] taken = new int[rows.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = codes[rows[i]];
        }

        return new CategoricalColumn(Name, levels, taken);
    }

    /// <summary>The levels in ordinal order, and the index of each cell's level; -1 where missing.</summary>
    private static (string[] Levels, int[] Codes) Coded(IReadOnlyList<string?> cells)
    {
        string[] levels = [.. cells.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> codeOf = new(StringComparer.Ordinal);
        for (int code = 0; code < levels.Length; code++)
        {
            codeOf.Add(levels[code], code);
        }

        return (levels, [.. cells.Select(cell => cell is null ? -1 : codeOf[cell])]);
    }
}
