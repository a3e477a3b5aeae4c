using System.Text.Json;

namespace Segmentation;

/// <summary>
/// The fields of one object of a JSON file, read with errors that name the file, the place in it, the field, and what
/// would be right.
/// </summary>
internal sealed class JsonFields
{
    private readonly string file;
    private readonly string place;
    private readonly JsonElement element;

    /// <summary>Takes an object that may have the known fields and no other.</summary>
    /// <param name="file">The file's name for messages.</param>
    /// <param name="place">Where in the file, such as "rule 'x': "; empty for the top.</param>
    /// <param name="element">The object.</param>
    /// <param name="known">The names of its fields.</param>
    public JsonFields(string file, string place, JsonElement element, params string[] known)
    {
        (this.file, this.place, this.element) = (file, place, element);
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Fault($"should be an object ({{ … }}) with the fields {string.Join(", ", known)}, but is {Kind(element)}.");
        }

        foreach (JsonProperty field in element.EnumerateObject())
        {
            if (!known.Contains(field.Name))
            {
                throw Fault($"there is no field '{field.Name}'.{Spelling.DidYouMean(field.Name, known)} Fields: {string.Join(", ", known)}.");
            }
        }
    }

    public DataException Fault(string message) => new(file, null, place + message);

    public bool Has(string field) => element.TryGetProperty(field, out _);

    public string Text(string field) => OptionalText(field) ?? throw Fault($"the field \"{field}\" is missing.");

    /// <summary>A text that is not blank and stands on one line.</summary>
    public string? OptionalText(string field)
    {
        if (!element.TryGetProperty(field, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            throw Fault($"\"{field}\" should be a text, but is {Kind(value)}.");
        }

        string text = TextOf(value, field);
        return string.IsNullOrWhiteSpace(text) ? throw Fault($"\"{field}\" should be a text, but is empty.")
            : text.Any(char.IsControl) ? throw Fault($"\"{field}\" should be one line of text, but has a line break or another control character.")
            : text;
    }

    /// <summary>One of several words; null where the field is absent.</summary>
    public T? OptionalWord<T>(string field, IReadOnlyDictionary<string, T> words)
        where T : struct => OptionalText(field) is string text ? Meaning(field, text, words) : null;

    public T Word<T>(string field, IReadOnlyDictionary<string, T> words) => Meaning(field, Text(field), words);

    /// <summary>A word or a list of words; empty where the field is absent.</summary>
    public IReadOnlyList<T> Words<T>(string field, IReadOnlyDictionary<string, T> words) =>
        [.. Texts(field).Select(text => Meaning(field, text, words))];

    /// <summary>A text or a list of texts; empty where the field is absent.</summary>
    public IReadOnlyList<string> Texts(string field)
    {
        if (!element.TryGetProperty(field, out JsonElement value))
        {
            return [];
        }

        JsonElement[] items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        return items.Any(item => item.ValueKind != JsonValueKind.String)
            ? throw Fault($"\"{field}\" should be a text or a list of texts, but {(value.ValueKind == JsonValueKind.Array ? "holds" : "is")} {Kind(items.First(item => item.ValueKind != JsonValueKind.String))}.")
            : items.Length == 0 ? throw Fault($"\"{field}\" is an empty list: leave it out, or say what it holds.")
            : [.. items.Select(item => TextOf(item, field))];
    }

    /// <summary>A finite number; null where the field is absent.</summary>
    public double? Number(string field) => !element.TryGetProperty(field, out JsonElement value) ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number) ? number
        : throw Fault($"\"{field}\" should be a number such as 35 or 0.5, but is {Kind(value)}.");

    public JsonElement[] Items(string field) => !element.TryGetProperty(field, out JsonElement value)
        ? throw Fault($"the field \"{field}\" is missing.")
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()]
        : throw Fault($"\"{field}\" should be a list ([ … ]), but is {Kind(value)}.");

    public JsonElement Item(string field) => element.TryGetProperty(field, out JsonElement value)
        ? value
        : throw Fault($"the field \"{field}\" is missing.");

    private T Meaning<T>(string field, string text, IReadOnlyDictionary<string, T> words) => words.TryGetValue(text, out T? meaning)
        ? meaning
        : throw Fault($"\"{field}\" should be one of {string.Join(", ", words.Keys)}, but is '{text}'.{Spelling.DidYouMean(text, words.Keys)}");

    private string TextOf(JsonElement value, string field) => JsonText.Of(value) ?? throw Fault($"\"{field}\" {JsonText.HalfACharacter}.");

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"the text '{PlainText.OneLine(value.GetRawText().Trim('"'), 40)}'",
        JsonValueKind.Null => "null",
        _ => value.GetRawText().Length <= 40 ? value.GetRawText() : "another value",
    };
}
