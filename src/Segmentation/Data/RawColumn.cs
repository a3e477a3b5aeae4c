using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Segmentation;

/// <summary>
/// The texts of a column as the file has them: each distinct text once, and for each row which one. Where most rows have
/// a text of their own, looking for equal ones costs more than it saves: from there on a text may be kept twice.
/// </summary>
/// <param name="name">The column's name.</param>
internal sealed class RawColumn(string name) : ColumnCells(name)
{
    private const int ManyTexts = 1 << 14;
    private const int LongestOnStack = 256;

    private Dictionary<string, int>? codeOf = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly List<int> codes = [];
    private readonly List<int> counts = [];

    public bool LooksForEqualTexts => codeOf is not null;

    /// <summary>The texts, in order of appearance.</summary>
    public List<string> Texts => texts;

    /// <summary>For each row the index of its text.</summary>
    public List<int> Codes => codes;

    /// <summary>For each text the number of rows that have it.</summary>
    public List<int> Counts => counts;

    public void Add(string text)
    {
        Add(CodeOf(text));
        StopLookingAmongMany();
    }

    /// <summary>Adds a text in UTF-8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> text)
    {
        if (codeOf is null)
        {
            Add(NewCode(Encoding.UTF8.GetString(text)));
            return;
        }

        Span<char> buffer = text.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[text.Length];
        ReadOnlySpan<char> decoded = buffer[..Encoding.UTF8.GetChars(text, buffer)];
        if (!codeOf.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(decoded, out int code))
        {
            code = CodeOf(new string(decoded));
        }

        Add(code);
        StopLookingAmongMany();
    }

    /// <summary>Adds the rows of another column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Append(RawColumn other)
    {
        int[] codeOfTheirs = new int[other.texts.Count];
        for (int theirs = 0; theirs < codeOfTheirs.Length; theirs++)
        {
            int code = CodeOf(other.texts[theirs]);
            codeOfTheirs[theirs] = code;
            counts[code] += other.counts[theirs];
        }

        int filled = codes.Count;
        CollectionsMarshal.SetCount(codes, filled + other.codes.Count);
        Span<int> added = CollectionsMarshal.AsSpan(codes)[filled..];
        for (int row = 0; row < added.Length; row++)
        {
            added[row] = codeOfTheirs[other.codes[row]];
        }

        StopLookingAmongMany();
    }

    /// <summary>Makes room for so many rows at once, which saves moving them about.</summary>
    public void Expect(int rows)
    {
        codes.EnsureCapacity(rows);
        if (codeOf is null)
        {
            texts.EnsureCapacity(rows);
            counts.EnsureCapacity(rows);
        }
    }

    /// <summary>Begins anew, with the room that there is.</summary>
    public void Clear(bool looksForEqual)
    {
        codeOf?.Clear();
        codeOf = looksForEqual ? codeOf ?? new(StringComparer.Ordinal) : null;
        texts.Clear();
        codes.Clear();
        counts.Clear();
    }

    private void Add(int code)
    {
        codes.Add(code);
        counts[code]++;
    }

    private int CodeOf(string text)
    {
        if (codeOf is null || !codeOf.TryGetValue(text, out int code))
        {
            code = NewCode(text);
            codeOf?.Add(text, code);
        }

        return code;
    }

    private int NewCode(string text)
    {
        texts.Add(text);
        counts.Add(0);
        return texts.Count - 1;
    }

    private void StopLookingAmongMany()
    {
        if (texts.Count > ManyTexts && 2 * texts.Count > codes.Count)
        {
            codeOf = null;
        }
    }

    /// <summary>One value for each row, made from one value for each text.</summary>
    public T[] Expand<T>(T[] valueOfText)
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
