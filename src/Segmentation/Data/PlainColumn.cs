namespace Segmentation;

/// <summary>A column of a plain file, put together from its blocks.</summary>
/// <param name="name">The column's name.</param>
/// <param name="reading">How to read it first.</param>
internal sealed class PlainColumn(string name, PlainReading reading)
{
    private readonly SortedDictionary<string, int> missing = new(StringComparer.Ordinal);
    private readonly RawColumn texts = new(name);
    private double[] numbers = [];
    private int rowCount;
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
            numbers = [];
        }

        if (Reading.Kind == PlainKind.Nothing)
        {
            return;
        }

        Reserve(rowCount + cells.Numbers.Length);
        cells.Numbers.CopyTo(numbers.AsSpan(rowCount));
        rowCount += cells.Numbers.Length;
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

    /// <summary>Makes room for so many rows at once, which saves moving them about.</summary>
    public void Expect(int rows)
    {
        if (Reading.Kind == PlainKind.Texts)
        {
            texts.Expect(rows);
        }
        else if (Reading.Kind == PlainKind.Numbers)
        {
            Array.Resize(ref numbers, Math.Max(rows, numbers.Length));
        }
    }

    /// <summary>What was read.</summary>
    public ColumnCells ToCells() =>
        texts.Codes.Count > 0 ? texts : new NumberCells(name, numbers.AsMemory(0, rowCount), missing);

    private void Reserve(int rows)
    {
        if (rows > numbers.Length)
        {
            Array.Resize(ref numbers, Math.Max(rows, 2 * numbers.Length));
        }
    }
}
