using System.Collections;
using System.Globalization;

namespace Segmentation.Notebooks.Worker;

/// <summary>A value as text, the way the .NET kernel writes it: sequences to twenty entries, dates in the universal form.</summary>
internal static class PlainText
{
    private const int MostEntries = 20;
    private const int DeepestLevel = 4;

    public static string Of(object? value) => Of(value, 0);

    private static string Of(object? value, int level) => value switch
    {
        null => "<null>",
        string text => text,
        DateTime date => date.ToString("u", CultureInfo.InvariantCulture),
        DateTimeOffset date => date.ToString("u", CultureInfo.InvariantCulture),
        IDictionary pairs when level < DeepestLevel => Sequence(pairs.Keys.Cast<object>().Select(
            key => $"{Of(key, level + 1)}: {Of(pairs[key], level + 1)}")),
        IEnumerable entries when level < DeepestLevel => Sequence(entries.Cast<object?>().Select(entry => Of(entry, level + 1))),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    private static string Sequence(IEnumerable<string> entries)
    {
        string[] first = [.. entries.Take(MostEntries + 1)];
        string more = first.Length > MostEntries ? ", ... (more)" : string.Empty;
        return first.Length == 0 ? "[  ]" : $"[ {string.Join(", ", first.Take(MostEntries))}{more} ]";
    }
}
