using System.Globalization;

namespace Segmentation;

/// <summary>
/// Cells that have to be levels. Where the training column was one of numbers, its levels are numbers as C# writes them: a cell
/// that spells such a number otherwise, as 1.0 for 1, is that level.
/// </summary>
internal sealed class ScoringLevels(string column, CsvOptions options, IReadOnlySet<string> known) : ScoringCells(column)
{
    private readonly MissingTokenRule missing = new(options, column);
    private readonly List<string?> cells = [];

    public override string? Add(string text, int line)
    {
        cells.Add(missing.IsMissingText(text) ? null : known.Contains(text) ? text : AsNumber(text));
        return null;
    }

    public override void AddMissing() => cells.Add(null);

    public override Column Take()
    {
        CategoricalColumn taken = new(Column, cells);
        cells.Clear();
        return taken;
    }

    private string AsNumber(string text)
    {
        string? number = NumberParsing.TryParse(text, options.DecimalSeparator ?? '.', out double value)
            ? (value + 0.0).ToString("R", CultureInfo.InvariantCulture)
            : null;
        return number is not null && known.Contains(number) ? number : text;
    }
}
