namespace Segmentation;

/// <summary>
/// Cells that have to be levels. Where the training column was one of numbers, its levels are numbers as C# writes them: a cell
/// that spells such a number otherwise, as 1.0 for 1, is that level, and what meant missing among numbers does so here.
/// </summary>
internal sealed class ScoringLevels(string column, CsvOptions options, KnownLevels known) : ScoringCells(column)
{
    private readonly MissingTokenRule missing = new(options, column);
    private readonly List<string?> cells = [];

    public override string? Add(string text, int line)
    {
        cells.Add(Level(text));
        return null;
    }

    public override ScoringFault Fault(string text, int line) => throw new NotSupportedException("Every text may be a level.");

    public override void AddMissing() => cells.Add(null);

    public override Column Take()
    {
        CategoricalColumn taken = new(Column, cells);
        cells.Clear();
        return taken;
    }

    /// <summary>The level, known or not; null where the cell is missing.</summary>
    private string? Level(string text)
    {
        if (missing.IsMissingText(text))
        {
            return null;
        }

        // A text that is a level was not missing in training, as NA among the names of countries.
        if (known.Contains(text))
        {
            return text;
        }

        if (known.AnyIsNumberOrDate && missing.IsMissingNumber(text))
        {
            return null;
        }

        if (NumberParsing.TryParse(text, options.DecimalSeparator ?? '.', out double number))
        {
            return known.Contains(KnownLevels.TextOf(number)) ? KnownLevels.TextOf(number) : text;
        }

        return known.AreNumbers && options.StrayTexts == StrayTextHandling.TreatAsMissing ? null : text;
    }
}
