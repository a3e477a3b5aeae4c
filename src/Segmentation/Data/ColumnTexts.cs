namespace Segmentation;

/// <summary>The texts of a column, which of them mean missing, and how many rows the others have.</summary>
internal sealed class ColumnTexts
{
    private readonly bool[] isMissingNumber;
    private readonly MissingTokenRule missing;

    public ColumnTexts(RawColumn raw, MissingTokenRule missing)
    {
        Raw = raw;
        this.missing = missing;
        isMissingNumber = new bool[raw.Texts.Count];
        for (int code = 0; code < isMissingNumber.Length; code++)
        {
            isMissingNumber[code] = missing.IsMissingNumber(raw.Texts[code]);
            PresentRows += isMissingNumber[code] ? 0 : raw.Counts[code];
            PresentTexts += isMissingNumber[code] ? 0 : 1;
        }
    }

    public RawColumn Raw { get; }

    public string Name => Raw.Name;

    /// <summary>The rows whose text does not mean missing among numbers.</summary>
    public int PresentRows { get; }

    /// <summary>The texts that do not mean missing among numbers.</summary>
    public int PresentTexts { get; }

    public bool IsMissingNumber(int code) => isMissingNumber[code];

    public HashSet<string> DistinctPresent() => [.. Raw.Texts.Where((_, code) => !isMissingNumber[code])];

    public bool IsMissingText(int code) => missing.IsMissingText(Raw.Texts[code]);

    /// <summary>For each text its value; null where it is missing or has none.</summary>
    public T?[] Parse<T>(Func<string, T?> parse)
        where T : struct
    {
        T?[] values = new T?[Raw.Texts.Count];
        for (int code = 0; code < values.Length; code++)
        {
            values[code] = isMissingNumber[code] ? null : parse(Raw.Texts[code]);
        }

        return values;
    }

    /// <summary>The rows that have a value.</summary>
    public int RowsOf<T>(T?[] values)
        where T : struct
    {
        int rows = 0;
        for (int code = 0; code < values.Length; code++)
        {
            rows += values[code] is null ? 0 : Raw.Counts[code];
        }

        return rows;
    }

    public bool IsComplete<T>(T?[] values)
        where T : struct =>
        RowsOf(values) == PresentRows;

    /// <summary>Whether at least half of the rows that are present have a value.</summary>
    public bool IsMostly<T>(T?[] values)
        where T : struct =>
        RowsOf(values) > 0 && 2 * RowsOf(values) >= PresentRows;

    /// <summary>Tells of a text that is present and has no value.</summary>
    public Func<int, bool> StraysOf<T>(T?[] values)
        where T : struct =>
        code => !isMissingNumber[code] && values[code] is null;

    public bool All(Func<int, bool> predicate) =>
        Enumerable.Range(0, Raw.Texts.Count).All(code => isMissingNumber[code] || predicate(code));
}
