using System.Globalization;
using System.Text.Json;

namespace Segmentation;

/// <summary>
/// A small file of rows, in CSV with a header or in JSON as <c>{ "member": [ { … }, … ] }</c>: the same columns either way. An
/// unknown column, a number that is none and a file that is neither are errors that name the place.
/// </summary>
internal static class BudgetFile
{
    private const int LargestFile = 10 << 20;

    /// <summary>Reads the rows.</summary>
    /// <param name="path">The file; JSON where its name ends in .json, else CSV.</param>
    /// <param name="member">The member of the JSON object that holds the rows.</param>
    /// <param name="columns">The columns that there may be.</param>
    public static IReadOnlyList<BudgetFileRow> Read(string path, string member, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(path);
        string text = ReadText(path);
        List<BudgetFileRow> rows = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? FromJson(path, text, member, columns)
            : FromCsv(path, text, columns);
        return rows.Count > 0 ? rows : throw new DataException(path, null, $"it holds no row; the columns are {string.Join(", ", columns)}.");
    }

    private static string ReadText(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > LargestFile }
                ? throw new DataException(path, null, $"it is larger than {LargestFile >> 20} MB.")
                : File.ReadAllText(path);
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            throw FileErrors.CannotRead(path, error);
        }
    }

    private static List<BudgetFileRow> FromCsv(string path, string text, string[] columns)
    {
        using StringReader reader = new(text);
        using CsvRecords records = new(reader, path, DelimiterDetection.Find(text, isWholeFile: true), 0);
        List<BudgetFileRow> rows = [];
        string[]? header = null;
        while (records.Read())
        {
            string[] cells = [.. Enumerable.Range(0, records.CellCount).Select(i => records[i].Trim())];
            if (header is null)
            {
                header = cells;
                CheckNames($"{path}({records.Line})", header, columns);
                continue;
            }

            if (cells.Length != header.Length)
            {
                throw new DataException(path, records.Line, $"the row has {cells.Length} cells, but the header {header.Length}: {string.Join(", ", header)}.");
            }

            rows.Add(new BudgetFileRow(
                $"{path}({records.Line})",
                header.Zip(cells).Where(cell => cell.Second.Length > 0).ToDictionary(cell => cell.First, cell => cell.Second)));
        }

        return rows;
    }

    private static List<BudgetFileRow> FromJson(string path, string text, string member, string[] columns)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            string[] members = document.RootElement.ValueKind == JsonValueKind.Object ? NamesIn(document.RootElement, path) : [];
            if (!members.Contains(member)
                || !document.RootElement.TryGetProperty(member, out JsonElement array)
                || array.ValueKind != JsonValueKind.Array
                || array.EnumerateArray().Any(element => element.ValueKind != JsonValueKind.Object))
            {
                throw new DataException(path, null, $"it should hold {{ \"{member}\": [ {{ \"segment\": 1, … }}, … ] }}.");
            }

            CheckNames(path, members, [member]);
            List<BudgetFileRow> rows = [];
            foreach (JsonElement element in array.EnumerateArray())
            {
                string where = string.Create(CultureInfo.InvariantCulture, $"{path}: {member}[{rows.Count}]");
                CheckNames(where, NamesIn(element, where), columns);
                rows.Add(new BudgetFileRow(where, element.EnumerateObject()
                    .Where(property => property.Value.ValueKind != JsonValueKind.Null)
                    .ToDictionary(property => property.Name, property => TextOf(where, property))));
            }

            return rows;
        }
        catch (JsonException error)
        {
            throw new DataException($"{path} is not JSON: {error.Message.ReplaceLineEndings(" ")}", error);
        }
    }

    private static string[] NamesIn(JsonElement element, string where) =>
    [
        .. element.EnumerateObject().Select(property => JsonText.NameOf(property)
            ?? throw new DataException($"{where}: the name of a column {JsonText.HalfACharacter}.")),
    ];

    private static string TextOf(string where, JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.String => JsonText.Of(property.Value)
            ?? throw new DataException($"{where}: '{property.Name}' {JsonText.HalfACharacter}."),
        JsonValueKind.Number => property.Value.GetRawText(),
        _ => throw new DataException($"{where}: '{property.Name}' should be a number or a text."),
    };

    private static void CheckNames(string where, string[] names, string[] columns)
    {
        foreach (string name in names)
        {
            if (!columns.Contains(name))
            {
                throw new DataException($"{where}: unknown column '{name}'.{Spelling.DidYouMean(name, columns)} The columns are {string.Join(", ", columns)}.");
            }

            if (names.Count(other => other == name) > 1)
            {
                throw new DataException($"{where}: column '{name}' stands there twice.");
            }
        }
    }
}

/// <summary>A row of a <see cref="BudgetFile"/>.</summary>
/// <param name="Where">The file and the line or position, for messages.</param>
/// <param name="Cells">The texts that are there, by column.</param>
internal sealed record BudgetFileRow(string Where, IReadOnlyDictionary<string, string> Cells)
{
    public string? Text(string column) => Cells.GetValueOrDefault(column);

    /// <summary>A number within bounds; null where there is none.</summary>
    public double? Number(string column, double minimum, double maximum)
    {
        if (Text(column) is not string text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= minimum && number <= maximum
            ? number
            : throw new DataException(FormattableString.Invariant($"{Where}: '{column}' should be a number from {minimum} to {maximum}, but is '{PlainText.OneLine(text, 60)}'."));
    }

    /// <summary>
    /// Which of the segments the row is about: all where the cell is absent or *, else the one of that number or name.
    /// </summary>
    public IEnumerable<BudgetSegment> Among(IReadOnlyList<BudgetSegment> segments)
    {
        if (Text("segment") is not string text || text == "*")
        {
            return segments;
        }

        BudgetSegment? found = segments.FirstOrDefault(segment => segment.Segment.ToString(CultureInfo.InvariantCulture) == text)
            ?? segments.FirstOrDefault(segment => segment.Name == text);
        return found is not null
            ? [found]
            : throw new DataException(
                $"{Where}: there is no segment '{PlainText.OneLine(text, 60)}'. Segments: *, {string.Join(", ", segments.Select(segment => $"{segment.Segment} ({segment.Name})"))}.");
    }

    /// <summary>Whether the row is about one segment and not about all.</summary>
    public bool IsParticular => Text("segment") is string text && text != "*";
}
