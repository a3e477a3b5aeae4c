namespace Segmentation;

/// <summary>
/// A level of a category in words that stand without its column: "month-to-month contract", "region 3", "Female". Only the
/// levels of a place, a sex or a calling, and those that name their column themselves, are said alone.
/// </summary>
internal static class LevelWords
{
    private const int LongestLevel = 60;
    private const int ShortestTellingWord = 4;

    private static readonly HashSet<string> Places =
    [
        "city", "town", "country", "region", "state", "nation", "province", "county", "district", "geography", "stadt", "ort", "land", "ville", "pays",
    ];

    /// <summary>Other columns whose levels everybody takes for what they are.</summary>
    private static readonly HashSet<string> SelfSpeaking =
        ["gender", "sex", "genre", "geschlecht", "sexe", "nationality", "profession", "occupation", "job", "beruf", "brand", "product"];

    /// <summary>Words that say nothing, or another thing, without their column.</summary>
    private static readonly HashSet<string> Generic =
    [
        "other", "others", "unknown", "none", "missing", "misc", "high", "low", "medium", "average", "small", "large", "good", "poor", "fair",
        "never", "always", "often", "rarely", "sometimes", "daily", "weekly", "monthly", "yearly", "more", "less", "under", "over", "agree", "disagree",
        "strongly", "neutral", "very", "little", "much", "first", "second", "third", "year", "years", "month", "months", "type", "group", "level", "class",
    ];

    /// <summary>Whether the levels are names of places, which describe nobody without an adverb: "mostly Rome".</summary>
    public static bool IsPlace(string column) => PlainText.Words(column).Any(Places.Contains);

    /// <summary>The level with its column, or alone where that says the same.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="level">The level.</param>
    /// <param name="noun">The column in a few words.</param>
    /// <param name="isShort">Whether a telling level shall stand alone, for want of room.</param>
    public static string Of(string column, string level, string noun, bool isShort)
    {
        string label = PlainText.Label(level, LongestLevel);
        string[] words = [.. PlainText.Words(label)];
        bool isTelling = words.Any(word => word.Length >= ShortestTellingWord && !Generic.Contains(word) && word.All(char.IsLetter));
        bool isDenial = words is ["no" or "not" or "never", _, ..];
        bool namesColumn = words.Length > 1 && words.Intersect(PlainText.Words(column)).Any();
        if (isDenial || namesColumn || (isTelling && (isShort || SpeaksForItself(column))))
        {
            return isDenial || (namesColumn && !SpeaksForItself(column)) ? Lowered(label) : label;
        }

        bool isWord = words.Any(word => word.Length > 2 && word.All(char.IsLetter));
        return isWord ? $"{Lowered(label)} {noun}" : $"{noun} {label}";
    }

    private static bool SpeaksForItself(string column) => IsPlace(column) || PlainText.Words(column).Any(SelfSpeaking.Contains);

    /// <summary>The first letter small where the word has no other capital.</summary>
    private static string Lowered(string label)
    {
        int end = label.IndexOf(' ', StringComparison.Ordinal);
        string first = end < 0 ? label : label[..end];
        return first.Skip(1).Any(char.IsUpper) ? label : string.Concat(first.ToLowerInvariant(), label.AsSpan(first.Length));
    }
}
