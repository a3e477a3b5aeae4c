using System.Globalization;
using System.Text.Json;

namespace Segmentation;

/// <summary>
/// Reads names for segments from a file: a JSON object such as <c>{"1": "Regulars", "2": "Guests"}</c>, or a CSV file with
/// the columns <c>segment</c> and <c>name</c>. Which of the two it is, its first character says.
/// </summary>
/// <example>
/// <code>
/// SegmentationPipeline pipeline = new() { ClusterCount = 5, Names = SegmentNameFile.Load("names.json") };
/// </code>
/// </example>
public static class SegmentNameFile
{
    private const string SegmentColumn = "segment";
    private const string NameColumn = "name";

    /// <summary>The names by the number of their segment.</summary>
    /// <exception cref="DataException">
    /// The file cannot be read, has something else than numbers and names, names a segment twice, or holds a name that is
    /// empty, too long or given to two segments.
    /// </exception>
    public static IReadOnlyDictionary<int, string> Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Dictionary<int, string> names = [];
        foreach ((string number, string name) in IsJson(path) ? FromJson(path) : FromCsv(path))
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int segment))
            {
                throw new DataException(path, null, $"'{PlainText.OneLine(number, 30)}' should be the number of a segment, such as 1.");
            }

            if (!names.TryAdd(segment, name))
            {
                throw new DataException(path, null, $"segment {segment} is named twice, '{names[segment]}' and '{name}'.");
            }
        }

        return GivenNames.Problem(names) is string problem ? throw new DataException(path, null, problem) : names;
    }

    private static bool IsJson(string path)
    {
        try
        {
            using StreamReader reader = new(path);
            int first = reader.Read();
            while (first >= 0 && char.IsWhiteSpace((char)first))
            {
                first = reader.Read();
            }

            return first == '{';
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            throw FileErrors.CannotRead(path, error);
        }
    }

    private static (string Number, string Name)[] FromJson(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
            return [.. document.RootElement.EnumerateObject().Select(property => Named(property, path))];
        }
        catch (JsonException error)
        {
            throw new DataException($"{path}: this is not a JSON object of numbers and names: {error.Message.ReplaceLineEndings(" ")}", error);
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            throw FileErrors.CannotRead(path, error);
        }
    }

    private static (string Number, string Name) Named(JsonProperty property, string path)
    {
        string number = JsonText.NameOf(property) ?? throw new DataException(path, null, $"the number of a segment {JsonText.HalfACharacter}.");
        string segment = PlainText.OneLine(number, 30);
        return property.Value.ValueKind == JsonValueKind.String
            ? (number, JsonText.Of(property.Value) ?? throw new DataException(path, null, $"the name of segment {segment} {JsonText.HalfACharacter}."))
            : throw new DataException(path, null, $"the name of segment {segment} should be a text in quotes.");
    }

    private static IEnumerable<(string Number, string Name)> FromCsv(string path)
    {
        CustomerTable table = CustomerTable.Load(path, new CsvOptions
        {
            ColumnKinds = new Dictionary<string, ColumnKind> { [SegmentColumn] = ColumnKind.Text, [NameColumn] = ColumnKind.Text },
            MissingTokens = [],
        });
        Column numbers = table[SegmentColumn];
        Column names = table[NameColumn];
        return Enumerable.Range(0, table.RowCount)
            .Select(row => (numbers.TextAt(row) ?? string.Empty, names.TextAt(row) ?? string.Empty));
    }
}
