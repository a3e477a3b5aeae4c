namespace Segmentation;

/// <summary>The error about one cell, with its file and line where they are known, else with its row.</summary>
internal static class FaultyCell
{
    /// <param name="table">The table that the cell is from.</param>
    /// <param name="row">Its row, 0-based.</param>
    /// <param name="what">What is wrong, beginning with a small letter, such as "column 'Age' is -3".</param>
    /// <param name="then">The rest of the sentence, which follows the place.</param>
    internal static DataException Exception(CustomerTable table, int row, string what, string then) =>
        table is { Lines: int[] lines, LoadReport: LoadReport report }
            ? new DataException(report.Source, lines[row], $"{what}{then}")
            : new DataException($"{char.ToUpperInvariant(what[0])}{what[1..]} in {Name(table, row)}{then}");

    private static string Name(CustomerTable table, int row) =>
        table.Id?.TextAt(row) is string id ? $"the row of {table.Id.Name} {id}" : table.PlaceOf(row);
}
