namespace Segmentation;

/// <summary>A column of any kind seen as levels: its different texts, and for each row which of them it has.</summary>
internal sealed class CellLevels
{
    private readonly int[] codes;

    private CellLevels(IReadOnlyList<string> levels, int[] codes)
    {
        Levels = levels;
        this.codes = codes;
    }

    /// <summary>The different texts; one may have no row.</summary>
    public IReadOnlyList<string> Levels { get; }

    public static CellLevels Of(Column column)
    {
        if (column is CategoricalColumn categorical)
        {
            return new CellLevels(categorical.Levels, categorical.Codes.ToArray());
        }

        Dictionary<string, int> codeOf = new(StringComparer.Ordinal);
        int[] codes = new int[column.RowCount];
        for (int row = 0; row < codes.Length; row++)
        {
            string? text = column.TextAt(row);
            if (text is null)
            {
                codes[row] = -1;
            }
            else if (!codeOf.TryGetValue(text, out codes[row]))
            {
                codeOf.Add(text, codes[row] = codeOf.Count);
            }
        }

        return new CellLevels([.. codeOf.Keys], codes);
    }

    /// <summary>How many rows have each level.</summary>
    public int[] Counts()
    {
        int[] counts = new int[Levels.Count];
        foreach (int code in codes)
        {
            if (code >= 0)
            {
                counts[code]++;
            }
        }

        return counts;
    }

    /// <summary>The number of each row's level; NaN where the cell is missing.</summary>
    public EncodedCells Encode(Func<string, double> numberOf)
    {
        double[] byCode = [.. Levels.Select(numberOf)];
        double[] numbers = new double[codes.Length];
        for (int row = 0; row < numbers.Length; row++)
        {
            numbers[row] = codes[row] < 0 ? double.NaN : byCode[codes[row]];
        }

        return new EncodedCells(numbers, []);
    }
}
