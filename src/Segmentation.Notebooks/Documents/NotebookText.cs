using System.Text.Json.Nodes;

namespace Segmentation.Notebooks;

/// <summary>Texts in a notebook, which are one string or a list of strings to be joined.</summary>
internal static class NotebookText
{
    /// <summary>The text, or null when it is neither.</summary>
    public static string? Of(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue(out string? text) => text,
        JsonArray parts when parts.All(IsText) => string.Concat(parts.Select(part => part!.GetValue<string>())),
        _ => null,
    };

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? _);
}
