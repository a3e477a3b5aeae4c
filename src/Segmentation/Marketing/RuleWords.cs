namespace Segmentation;

/// <summary>The words of the playbook file for roles, standings, families and the rest: camel case, as JSON has it.</summary>
internal static class RuleWords
{
    public static IReadOnlyDictionary<string, ColumnRole> Roles { get; } = Words<ColumnRole>();

    public static IReadOnlyDictionary<string, RecommendationFamily> Families { get; } = Words<RecommendationFamily>();

    public static IReadOnlyDictionary<string, Stance> Stances { get; } = Words<Stance>();

    public static IReadOnlyDictionary<string, RuleUse> Uses { get; } = Words<RuleUse>();

    /// <summary>What of a segment itself a condition can be about.</summary>
    public static IReadOnlyDictionary<string, SubjectKind> SegmentKinds { get; } = Words<SubjectKind>(
        SubjectKind.Size, SubjectKind.Share, SubjectKind.Value, SubjectKind.Stability);

    /// <summary>The standings that a subject can have.</summary>
    public static IReadOnlyDictionary<string, Standing> StandingsOf(RuleSubject subject) => Words(
        [.. Enum.GetValues<Standing>().Where(standing => standing != Standing.None && (subject.Standings & standing) == standing)]);

    public static string Of<T>(T value)
        where T : struct, Enum => CamelCase(value.ToString());

    /// <summary>A word for each of the standings.</summary>
    public static IEnumerable<string> Of(Standing standing) => Enum.GetValues<Standing>()
        .Where(one => one is not (Standing.None or Standing.Any) && standing.HasFlag(one))
        .Select(one => CamelCase(one.ToString()));

    private static Dictionary<string, T> Words<T>(params T[] values)
        where T : struct, Enum =>
        (values.Length == 0 ? Enum.GetValues<T>() : values).ToDictionary(value => CamelCase(value.ToString()), StringComparer.Ordinal);

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
