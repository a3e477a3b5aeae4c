namespace Segmentation;

/// <summary>
/// Which columns tell the segments apart most, for where not all can be shown: first those the segments were made from,
/// then the others, each kind by the sum over the segments of share times squared effect.
/// </summary>
internal static class TellingColumns
{
    /// <summary>The numeric columns' positions in the profiles, the most telling first.</summary>
    public static int[] Numbers(IReadOnlyList<SegmentProfile> profiles) =>
    [
        .. Enumerable.Range(0, profiles[0].Numbers.Count)
            .OrderByDescending(column => profiles[0].Numbers[column].Clustered)
            .ThenByDescending(column => profiles.Sum(profile => profile.Share * Squared(profile.Numbers[column].Effect))),
    ];

    /// <summary>The categorical columns' positions in the profiles, the most telling first.</summary>
    public static int[] Categories(IReadOnlyList<SegmentProfile> profiles) =>
    [
        .. Enumerable.Range(0, profiles[0].Categories.Count)
            .OrderByDescending(column => profiles[0].Categories[column].Clustered)
            .ThenByDescending(column => profiles.Sum(profile => profile.Share * Difference(profile.Categories[column]))),
    ];

    /// <summary>The names of the clustered numbers, the most telling first.</summary>
    public static string[] Clustered(IReadOnlyList<SegmentProfile> profiles) =>
        [.. Numbers(profiles).Select(column => profiles[0].Numbers[column]).Where(number => number.Clustered).Select(number => number.Column)];

    private static double Difference(CategoryProfile category) =>
        category.Levels.Sum(level => Squared(level.Share - level.OverallShare));

    private static double Squared(double? value) => value * value ?? 0;
}
