namespace Segmentation;

/// <summary>Text from data as a document may hold it.</summary>
internal static class HarmlessText
{
    /// <summary>A text that is longer is cut, so that one cell cannot fill a page.</summary>
    private const int Longest = 2000;

    /// <summary>
    /// Text without what HTML cannot hold (control characters) and what would turn the rest of a sentence around (the
    /// marks that set the direction of writing for what follows them); line breaks and tabs stay.
    /// </summary>
    public static string Of(string? text) => string.Concat(PlainText.Shorten(text ?? string.Empty, Longest).Select(character => character switch
    {
        '\n' or '\t' => character,
        _ when char.IsControl(character) => '\uFFFD',
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => '\uFFFD',
        _ => character,
    }));
}
