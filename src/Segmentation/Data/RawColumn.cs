namespace Segmentation;

/// <summary>
/// The texts of a column as the file has them: each distinct text once, and for each row which one. Where most rows have
/// a text of their own, looking for equal ones costs more than it saves: from there on a text may be kept twice.
/// </summary>
internal sealed class RawColumn(string name)
{
    private const int ManyTexts = 1 << 14;

    private Dictionary<string, int>? codeOf = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly List<int> codes = [];
    private readonly List<int> counts = [];

    public string Name { get; } = name;

    /// <summary>The texts, in order of appearance.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>For each row the index of its text.</summary>
    public IReadOnlyList<int> Codes => codes;

    /// <summary>For each text the number of rows that have it.</summary>
    public IReadOnlyList<int> Counts => counts;

    public void Add(string text)
    {
        if (codeOf is null || !codeOf.TryGetValue(text, out int code))
        {
            code = texts.Count;
            codeOf?.Add(text, code);
            texts.Add(text);
            counts.Add(0);
        }

        codes.Add(code);
        counts[code]++;
        if (texts.Count > ManyTexts && 2 * texts.Count > codes.Count)
        {
            codeOf = null;
        }
    }

    /// <summary>One value for each row, made from one value for each text.</summary>
    public T[] Expand<T>(IReadOnlyList<T> valueOfText)
    {
        T[] values = new T[codes.Count];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = valueOfText[codes[row]];
        }

        return values;
    }

    /// <summary>The first row whose text fits, or -1.</summary>
    public int FindRow(Func<int, bool> predicate) => codes.FindIndex(code => predicate(code));

    public string TextAt(int row) => texts[codes[row]];
}
