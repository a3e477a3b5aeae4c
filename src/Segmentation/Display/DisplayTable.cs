namespace Segmentation;

/// <summary>
/// A table for people. The first cell of a row names it; columns of numbers are aligned to the right; a row with too few
/// cells ends with unknown ones. Past 20 columns the others are counted and not shown.
/// </summary>
/// <example>
/// <code>
/// new DisplayTable("Two starts", ["Start", "Inertia"], [["greedy", 44_448.5], ["random rows", 65_012.3]])
/// </code>
/// </example>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class DisplayTable : IDisplayable
{
    /// <summary>More columns than this are counted and not shown.</summary>
    internal const int MostColumns = 20;

    private const int LongestHeader = 80;
    private const int LongestText = 500;

    /// <summary>Makes a table.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="headers">A header for each column.</param>
    /// <param name="rows">The rows, each with at most as many cells as there are headers.</param>
    /// <param name="note">A sentence below the table; null for none.</param>
    /// <exception cref="ArgumentException">There is no header, or a row is longer than they are.</exception>
    public DisplayTable(
        string caption,
        IReadOnlyList<string> headers,
        IEnumerable<IReadOnlyList<DisplayCell>> rows,
        string? note = null)
    {
        ArgumentNullException.ThrowIfNull(caption);
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(rows);
        if (headers.Count == 0)
        {
            throw new ArgumentException("A table needs at least one column.", nameof(headers));
        }

        Caption = PlainText.OneLine(caption, LongestText);
        Headers = [.. headers.Select(header => PlainText.OneLine(header, LongestHeader))];
        Rows = [.. rows.Select(row => Cells(row, headers.Count))];
        Note = note is null ? null : PlainText.OneLine(note, LongestText);
    }

    /// <summary>What the table shows.</summary>
    public string Caption { get; }

    /// <summary>A header for each column.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The rows, each as long as <see cref="Headers"/>.</summary>
    public IReadOnlyList<IReadOnlyList<DisplayCell>> Rows { get; }

    /// <summary>A sentence below the table; null for none.</summary>
    public string? Note { get; }

    /// <inheritdoc/>
    public string ToHtml() => TableHtml.Of(this);

    /// <inheritdoc/>
    public string ToText() => TableText.Of(this);

    /// <summary>Whether a column has only numbers.</summary>
    internal bool IsNumeric(int column) => Rows.Count > 0 && Rows.All(row => row[column].IsNumber);

    /// <summary>Says that not all columns are shown; null where they are.</summary>
    /// <param name="shown">How many are.</param>
    internal string? Unshown(int shown)
    {
        const int MostNamed = 5;
        int more = Headers.Count - shown;
        return more <= 0 ? null
            : more <= MostNamed ? $"Not shown for lack of room: {string.Join(", ", Headers.Skip(shown))}."
            : $"Not shown for lack of room: {string.Join(", ", Headers.Skip(shown).Take(MostNamed))} and {NumberText.Counted(more - MostNamed, "more column")}.";
    }

    private static DisplayCell[] Cells(IReadOnlyList<DisplayCell> row, int columns)
    {
        DisplayCell[] cells = new DisplayCell[columns];
        for (int column = 0; column < row.Count; column++)
        {
            cells[column] = column < columns
                ? row[column]
                : throw new ArgumentException($"A row has {row.Count} cells, but there are {columns} columns.", nameof(row));
        }

        return cells;
    }
}
