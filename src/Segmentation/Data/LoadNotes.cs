namespace Segmentation;

/// <summary>Collects, while a file is read, what its <see cref="LoadReport"/> will say.</summary>
internal sealed class LoadNotes
{
    private const int ListedStrayTexts = 10;

    private readonly List<string> warnings = [];
    private readonly List<StrayText> strayTexts = [];
    private readonly Dictionary<string, IReadOnlyDictionary<string, int>> missingTokens = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Warnings => warnings;

    public IReadOnlyList<StrayText> StrayTexts => strayTexts;

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> MissingTokens => missingTokens;

    public void Warn(string warning) => warnings.Add(warning);

    /// <summary>Counts the missing cells of a column by their text, blanks as the empty text.</summary>
    public void CountMissing(RawColumn raw, Func<int, bool> isMissing)
    {
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        for (int code = 0; code < raw.Texts.Count; code++)
        {
            if (isMissing(code))
            {
                string token = raw.Texts[code].Trim();
                counts[token] = counts.GetValueOrDefault(token) + raw.Counts[code];
            }
        }

        CountMissing(raw.Name, counts);
    }

    /// <summary>Notes how often which text meant missing in a column.</summary>
    public void CountMissing(string column, IReadOnlyDictionary<string, int> counts)
    {
        if (counts.Count > 0)
        {
            missingTokens[column] = counts;
        }
    }

    /// <summary>Lists the first stray texts of a column, with their lines, and warns of all.</summary>
    public void WarnOfStrayTexts(
        RawColumn raw, IReadOnlyList<int> lines, Func<int, bool> isStray, ColumnKind expected, string consequence)
    {
        List<StrayText> first = [];
        int count = 0;
        for (int row = 0; row < raw.Codes.Count; row++)
        {
            if (isStray(raw.Codes[row]))
            {
                count++;
                if (first.Count < ListedStrayTexts)
                {
                    first.Add(new StrayText(raw.Name, expected, lines[row], raw.Texts[raw.Codes[row]]));
                }
            }
        }

        strayTexts.AddRange(first);
        string examples = string.Join(", ", first.Select(stray => $"'{stray.Value}' (line {stray.Line})"));
        string kind = expected == ColumnKind.Numeric ? "a number" : "a date";
        Warn($"Column '{raw.Name}': {count} {(count == 1 ? "cell is" : "cells are")} not {kind}: {examples}{(count > first.Count ? ", …" : string.Empty)}; {consequence}.");
    }
}
