namespace Segmentation;

/// <summary>All cells of a CSV file, before the columns have types.</summary>
/// <param name="Header">The header's cells as they stand in the file.</param>
/// <param name="Names">The columns' names.</param>
/// <param name="Notes">What is odd about the header.</param>
/// <param name="Lines">The line of each row.</param>
/// <param name="BlankLines">The blank lines between the rows.</param>
/// <param name="Columns">The cells of each column; taken out one by one, so that their memory is free when they have been read.</param>
internal sealed record CsvRows(
    string[] Header, string[] Names, LoadNotes Notes, int[] Lines, int BlankLines, Queue<ColumnCells> Columns);

/// <summary>The cells of a column: as texts, or as numbers where nothing else than numbers can become of them.</summary>
internal abstract class ColumnCells(string name)
{
    public string Name { get; } = name;
}

/// <summary>Cells that are all numbers or missing, whose texts have been forgotten.</summary>
/// <param name="name">The column's name.</param>
/// <param name="values">A number for each row; NaN where missing.</param>
/// <param name="missing">How often which text meant missing.</param>
internal sealed class NumberCells(string name, ReadOnlyMemory<double> values, IReadOnlyDictionary<string, int> missing) : ColumnCells(name)
{
    public ReadOnlyMemory<double> Values { get; } = values;

    public IReadOnlyDictionary<string, int> Missing { get; } = missing;
}
