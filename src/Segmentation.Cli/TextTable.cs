using Spectre.Console;
using Spectre.Console.Rendering;

namespace Segmentation.Cli;

/// <summary>A table of texts: with rules in a terminal wide enough, in plain aligned rows elsewhere.</summary>
internal sealed class TextTable
{
    private const string Gap = "  ";
    private const string Absent = "-";
    private const int RuleWidth = 3;   // a line, and a blank on either side of the cell

    private readonly string[] headers;
    private readonly bool[] isNumber;
    private readonly List<string[]> rows = [];

    /// <param name="columns">The headers; one that begins with '#' is a column of numbers, set to the right.</param>
    public TextTable(params string[] columns)
    {
        headers = [.. columns.Select(column => SafeText.OneLine(column.TrimStart('#')))];
        isNumber = [.. columns.Select(column => column.StartsWith('#'))];
    }

    /// <summary>Adds a row; a cell that is null or empty is shown as a dash, so that a row keeps its number of words.</summary>
    public void Add(params string?[] cells)
    {
        if (cells.Length != headers.Length)
        {
            throw new ArgumentException($"The table has {headers.Length} columns, but the row {cells.Length}.", nameof(cells));
        }

        rows.Add([.. cells.Select(cell => string.IsNullOrEmpty(cell) ? Absent : SafeText.OneLine(cell))]);
    }

    /// <summary>
    /// Whether the table can be narrow enough by breaking lines between words and leaving out the rules; in a narrower
    /// terminal it would break numbers in two.
    /// </summary>
    public bool Fits(int width) => Narrowest().Sum(column => column + Gap.Length) <= width;

    /// <summary>The rows with their columns aligned by spaces, however wide that is.</summary>
    public string ToPlainText()
    {
        int[] widths = Widths();
        IEnumerable<string> aligned = rows.Prepend(headers).Select(line => string.Join(
            Gap, line.Select((cell, column) => Align(cell, widths[column], isNumber[column]))).TrimEnd());
        return string.Concat(aligned.Select(line => line + "\n"));
    }

    /// <summary>
    /// The table for a terminal; where that is narrow, the headers of numbers take several lines first, then texts, then
    /// the rules go. Its cells are plain text, never markup.
    /// </summary>
    public IRenderable ToTerminal(int width)
    {
        bool isNarrow = WithRules(Widths()) > width;
        bool hasRules = WithRules(Narrowest()) <= width;
        Table table = new() { Border = hasRules ? TableBorder.Rounded : TableBorder.None };
        for (int column = 0; column < headers.Length; column++)
        {
            string header = isNarrow && isNumber[column] ? Words.Wrap(headers[column], NarrowestOf(column)) : headers[column];
            TableColumn heading = new(new Text(header, new Style(decoration: Decoration.Bold))) { NoWrap = isNumber[column] };
            heading.Padding = hasRules ? heading.Padding : new Padding(0, 0, Gap.Length, 0);
            table.AddColumn(isNumber[column] ? heading.RightAligned() : heading);
        }

        foreach (string[] row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        return table;
    }

    private int[] Widths() =>
        [.. headers.Select((_, column) => rows.Prepend(headers).Max(line => Words.WidthOf(line[column])))];

    private static int WithRules(IEnumerable<int> widths) => widths.Sum(column => column + RuleWidth) + 1;

    private int[] Narrowest() => [.. headers.Select((_, column) => NarrowestOf(column))];

    /// <summary>The width of the longest word; a number is one word.</summary>
    private int NarrowestOf(int column) => headers[column].Split(' ')
        .Concat(rows.SelectMany(row => isNumber[column] ? [row[column]] : row[column].Split(' ')))
        .Max(Words.WidthOf);

    private static string Align(string cell, int width, bool right)
    {
        string padding = new(' ', width - Words.WidthOf(cell));
        return right ? padding + cell : cell + padding;
    }
}
