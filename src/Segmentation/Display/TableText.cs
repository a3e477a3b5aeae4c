using System.Text;

namespace Segmentation;

/// <summary>
/// A table as text in aligned columns. Where the terminal is too narrow the widest columns of text are broken into
/// lines, then the last columns are left out and counted.
/// </summary>
internal sealed class TableText
{
    private const string Gap = "  ";

    /// <summary>Text is not broken into columns narrower than this.</summary>
    private const int NarrowestText = 14;

    private readonly DisplayTable table;
    private readonly bool[] numeric;
    private readonly int[] widths;
    private readonly int shown;

    private TableText(DisplayTable table)
    {
        this.table = table;
        numeric = [.. table.Headers.Select((_, column) => table.IsNumeric(column))];
        widths = [.. table.Headers.Select((header, column) => Math.Max(TerminalText.WidthOf(header), WidestCell(column)))];
        NarrowTexts();
        shown = Math.Min(DisplayTable.MostColumns, widths.Length);
        while (shown > 1 && WidthOfFirst(shown) > TerminalText.Width)
        {
            shown--;
        }
    }

    public static string Of(DisplayTable table) => new TableText(table).Write();

    private int WidestCell(int column) =>
        table.Rows.Select(row => TerminalText.WidthOf(row[column].ToString())).DefaultIfEmpty().Max();

    private int WidthOfFirst(int columns) => widths.Take(columns).Sum() + (Gap.Length * (columns - 1));

    /// <summary>Takes room from the widest column that can be broken, until the table fits or none can.</summary>
    private void NarrowTexts()
    {
        int[] narrowest = [.. numeric.Select((isNumeric, column) => isNumeric ? WidestCell(column) : NarrowestText)];
        while (WidthOfFirst(widths.Length) > TerminalText.Width)
        {
            int widest = Enumerable.Range(0, widths.Length).MaxBy(column => widths[column] > narrowest[column] ? widths[column] : 0);
            if (widths[widest] <= narrowest[widest])
            {
                return;
            }

            widths[widest]--;
        }
    }

    private string Write()
    {
        StringBuilder text = new();
        foreach (string line in TerminalText.Wrap(table.Caption, TerminalText.Width).Where(line => line.Length > 0))
        {
            text.Append(line).Append('\n');
        }

        AddRow(text, [.. table.Headers]);
        text.AppendJoin(Gap, widths.Take(shown).Select(width => new string('-', width))).Append('\n');
        foreach (IReadOnlyList<DisplayCell> row in table.Rows)
        {
            AddRow(text, [.. row.Select(cell => cell.ToString())]);
        }

        foreach (string line in new[] { table.Unshown(shown), table.Note }.OfType<string>().SelectMany(note => TerminalText.Wrap(note, TerminalText.Width)))
        {
            text.Append(line).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private void AddRow(StringBuilder text, string[] cells)
    {
        IReadOnlyList<string>[] lines = [.. cells.Take(shown).Select((cell, column) => TerminalText.Wrap(cell, widths[column]))];
        for (int line = 0; line < lines.Max(cell => cell.Count); line++)
        {
            IEnumerable<string> aligned = lines.Select((cell, column) =>
                TerminalText.Pad(cell.ElementAtOrDefault(line) ?? string.Empty, widths[column], numeric[column]));
            text.Append(string.Join(Gap, aligned).TrimEnd()).Append('\n');
        }
    }
}
