using System.Globalization;
using System.Text;

namespace Segmentation;

/// <summary>Makes the column names from the header's cells and says what is odd about them.</summary>
internal static class CsvHeader
{
    /// <summary>Cyrillic and Greek capitals, and the Latin ones that look the same.</summary>
    private const string LookAlikes = "АAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSԌGԚQԜWҮYΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

    private static readonly Dictionary<char, char> LatinOf =
        LookAlikes.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The names in the first record of a file of which nothing was read yet.</summary>
    /// <exception cref="DataException">There is no record, or a name stands twice.</exception>
    public static string[] Read(CsvRecords records, string source) => Read(records, source, new LoadNotes()).Names;

    /// <summary>The cells of that record, and the names in them.</summary>
    /// <exception cref="DataException">As above.</exception>
    public static (string[] Cells, string[] Names) Read(CsvRecords records, string source, LoadNotes notes)
    {
        if (!records.Read())
        {
            throw new DataException(source, null, "the file is empty; a header and rows are needed.");
        }

        string[] cells = [.. Enumerable.Range(0, records.CellCount).Select(i => records[i])];
        return (cells, Names(cells, source, records.Line, notes));
    }

    /// <summary>
    /// The names without surrounding blanks, unless two would then be equal; a cell without a name is called by its
    /// position.
    /// </summary>
    /// <exception cref="DataException">A name stands twice.</exception>
    public static string[] Names(IReadOnlyList<string> cells, string source, int line, LoadNotes notes)
    {
        if (cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).GroupBy(cell => cell, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)
            is IGrouping<string, string> twice)
        {
            throw new DataException(source, line, $"the column name '{twice.Key}' stands {twice.Count()} times; each column needs its own.");
        }

        string[] names = [.. cells.Select(cell => cell.Trim())];
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i].Length == 0)
            {
                names[i] = Unnamed(i + 1, names);
            }
            else if (names.Count(name => name == names[i]) > 1)
            {
                names[i] = cells[i];
            }
            else if (names[i] != cells[i])
            {
                notes.Warn($"Column '{names[i]}' stands in the header with blanks around it.");
            }
        }

        WarnOfLookAlikes(names, notes);
        if (names.All(name => NumberParsing.TryParse(name, '.', out _)))
        {
            notes.Warn("The column names are all numbers; the file may have no header, and its first row was taken for one.");
        }

        return names;
    }

    private static string Unnamed(int position, string[] names)
    {
        string name = $"Column {position}";
        while (names.Contains(name))
        {
            name += "'";
        }

        return name;
    }

    private static void WarnOfLookAlikes(string[] names, LoadNotes notes)
    {
        foreach (IGrouping<string, string> alike in names.GroupBy(Skeleton, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            string[] group = [.. alike];
            IEnumerable<string> shown = group.Select(name => $"'{name}'{OwnCharacters(name, group)}");
            notes.Warn($"Columns {string.Join(" and ", shown)} differ only in case, blanks or look-alike letters.");
        }
    }

    /// <summary>The name as the eye sees it: no blanks or invisible characters, capitals, Latin letters.</summary>
    private static string Skeleton(string name)
    {
        StringBuilder skeleton = new(name.Length);
        foreach (char c in name.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                continue;
            }

            char wide = c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c;
            char upper = char.ToUpperInvariant(wide);
            skeleton.Append(LatinOf.GetValueOrDefault(upper, upper));
        }

        return skeleton.ToString();
    }

    /// <summary>The characters outside ASCII that not all of the names have: the eye may not tell them from others, or see them.</summary>
    private static string OwnCharacters(string name, string[] names)
    {
        IEnumerable<string> own = name.EnumerateRunes()
            .Where(c => !c.IsAscii && !names.All(other => other.EnumerateRunes().Contains(c)))
            .Distinct().Select(c => string.Create(CultureInfo.InvariantCulture, $"U+{c.Value:X4}"));
        string list = string.Join(", ", own);
        return list.Length == 0 ? string.Empty : $" (with {list})";
    }
}
