using System.Text.Json;

namespace Segmentation;

/// <summary>Texts of a JSON file. An escape can write half of a character there, which no text can hold.</summary>
internal static class JsonText
{
    /// <summary>What is wrong with a text that cannot be read.</summary>
    public const string HalfACharacter = "holds half of a character (an unpaired surrogate)";

    /// <summary>The text; null where it holds half of a character.</summary>
    public static string? Of(JsonElement text) => Whole(() => text.GetString()!);

    /// <summary>The name of a field; null where it holds half of a character.</summary>
    public static string? NameOf(JsonProperty field) => Whole(() => field.Name);

    private static string? Whole(Func<string> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
