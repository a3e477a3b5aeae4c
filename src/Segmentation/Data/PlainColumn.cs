namespace Segmentation;

/// <summary>A column of a plain file, put together from its blocks.</summary>
/// <param name="name">The column's name.</param>
/// <param name="reading">How to read it first.</param>
internal sealed class PlainColumn(string name, PlainReading reading)
{
    private readonly List<double[]> parts = [];
    private readonly SortedDictionary<string, int> missing = new(StringComparer.Ordinal);
    private readonly RawColumn texts = new(name);
    private bool hasStray;
    private bool hasFraction;
    private bool losesDigits;
    private int numberCount;

    /// <summary>How the next block is to be read.</summary>
    public PlainReading Reading { get; private set; } = reading;

    /// <summary>Whether equal texts are kept once.</summary>
    public bool LooksForEqualTexts => texts.LooksForEqualTexts;

    /// <summary>Reads texts from now on, if the first block has shown that the cells are not all numbers.</summary>
    /// <returns>Whether the first block has to be read again for that.</returns>
    public bool TurnsToTexts(PlainCells firstCells)
    {
        if (firstCells.HasStray)
        {
            Reading = PlainReading.Texts;
        }

        return firstCells.HasStray;
    }

    /// <summary>Adds the cells of the next block.</summary>
    public void Append(PlainCells cells)
    {
        if (cells.Texts is RawColumn more)
        {
            texts.Append(more);
            return;
        }

        hasStray |= cells.HasStray;
        if (hasStray)
        {
            Reading = PlainReading.Nothing;
            parts.Clear();
        }

        if (Reading.Kind == PlainKind.Nothing)
        {
            return;
        }

        parts.Add(cells.Numbers.ToArray());
        hasFraction |= cells.HasFraction;
        losesDigits |= cells.LosesDigits;
        numberCount += cells.NumberCount;
        foreach ((string token, int count) in cells.Missing)
        {
            missing[token] = missing.GetValueOrDefault(token) + count;
        }
    }

    /// <summary>Whether the texts have to be read after all; the next reading then reads them, and of other columns nothing.</summary>
    public bool NeedsTexts()
    {
        bool isRead = Reading.Kind == PlainKind.Texts;
        bool needs = !isRead && (hasStray || numberCount == 0 || (losesDigits && !hasFraction));
        Reading = needs ? PlainReading.Texts : PlainReading.Nothing;
        return needs;
    }

    /// <summary>What was read; the parts are given away.</summary>
    public ColumnCells ToCells()
    {
        if (texts.Codes.Count > 0)
        {
            return texts;
        }

        double[] values = new double[parts.Sum(part => part.Length)];
        int filled = 0;
        foreach (double[] part in parts)
        {
            part.CopyTo(values, filled);
            filled += part.Length;
        }

        parts.Clear();
        return new NumberCells(name, values, missing);
    }
}
