using System.Globalization;
using System.Text;

namespace Segmentation;

/// <summary>Names that the user gives to segments, in place of those made from the evidence.</summary>
internal static class GivenNames
{
    /// <summary>The most characters of a name; longer ones do not fit a chart's legend or a column of a table.</summary>
    public const int LongestName = 60;

    /// <summary>What is wrong with the names, whatever the segments are; null for nothing.</summary>
    public static string? Problem(IReadOnlyDictionary<int, string> names)
    {
        Dictionary<string, int> segmentOf = new(StringComparer.OrdinalIgnoreCase);
        foreach ((int segment, string name) in names.OrderBy(pair => pair.Key))
        {
            string? problem = segment < 1 ? $"There is no segment {segment} to name; numbers start at 1."
                : string.IsNullOrWhiteSpace(name) ? $"The name of segment {segment} is empty."
                : name.Length > LongestName ? $"The name of segment {segment} has {name.Length} characters; at most {LongestName} fit: '{PlainText.OneLine(name, 30)}'."
                : name.EnumerateRunes().Any(IsUnseen) ? $"The name of segment {segment} has a line break or another invisible character: '{PlainText.OneLine(name, 30)}'."
                : !segmentOf.TryAdd(name.Trim(), segment) ? $"Segments {segmentOf[name.Trim()]} and {segment} have the same name, '{name.Trim()}'."
                : null;
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>Refuses names of segments that do not exist.</summary>
    /// <exception cref="DataException">A number is larger than the number of segments.</exception>
    public static void CheckNumbers(IReadOnlyDictionary<int, string> names, int segmentCount)
    {
        int[] unknown = [.. names.Keys.Where(segment => segment > segmentCount).Order()];
        if (unknown.Length > 0)
        {
            throw new DataException($"There is no segment {unknown[0]} to name '{names[unknown[0]].Trim()}': this run has {NumberText.Counted(segmentCount, "segment")}.");
        }
    }

    /// <summary>
    /// The profiles with these names, which passed both checks. A made name that one of them takes gets its segment's number, so that no two
    /// segments share one.
    /// </summary>
    public static IReadOnlyList<SegmentProfile> PutOn(IReadOnlyList<SegmentProfile> profiles, IReadOnlyDictionary<int, string> names)
    {
        HashSet<string> taken = new(names.Values.Select(name => name.Trim()), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. profiles.Select(profile => names.TryGetValue(profile.Segment, out string? given)
                ? profile with { Name = given.Trim() }
                : profile with { Name = Untaken(profile) }),
        ];

        string Untaken(SegmentProfile profile)
        {
            string name = profile.Name;
            while (taken.Contains(name))
            {
                name = FormattableString.Invariant($"{name} #{profile.Segment}");
            }

            return name;
        }
    }

    /// <summary>Joiners are part of some scripts and emoji; what turns the text around is not part of a name.</summary>
    private static bool IsUnseen(Rune rune) =>
        rune.Value is not (0x200C or 0x200D)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
