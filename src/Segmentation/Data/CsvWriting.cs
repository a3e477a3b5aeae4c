namespace Segmentation;

/// <summary>
/// Writes CSV as RFC 4180 has it: commas, quotes where needed and around semicolons, at which a spreadsheet of another
/// language would cut a cell and so could make a formula of its second half; lines end in a line feed, so that the same data make the
/// same bytes everywhere.
/// </summary>
public static class CsvWriting
{
    /// <summary>Writes one row, or the header.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="cells">The cells; texts and numbers convert by themselves: <c>WriteRow(writer, "A-7", 2, 0.5)</c>.</param>
    public static void WriteRow(TextWriter writer, params ReadOnlySpan<CsvCell> cells)
    {
        ArgumentNullException.ThrowIfNull(writer);
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(',');
            }

            WriteCell(writer, cells[i].ToString(), isOnly: cells.Length == 1);
        }

        writer.Write('\n');
    }

    /// <summary>An only cell that is empty is quoted: otherwise its row would be a blank line, which is no row.</summary>
    private static void WriteCell(TextWriter writer, string cell, bool isOnly)
    {
        bool edgeBlank = cell.Length > 0 && (char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1]));
        if (cell.AsSpan().IndexOfAny(",;\"\r\n") < 0 && !edgeBlank && !(isOnly && cell.Length == 0))
        {
            writer.Write(cell);
            return;
        }

        writer.Write('"');
        writer.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}
