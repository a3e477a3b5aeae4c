using static System.FormattableString;

namespace Segmentation;

/// <summary>How segments differ from all customers, column by column, and whether it may be chance.</summary>
internal static class EvidenceTables
{
    private const string Note =
        "Effect is in standard deviations of all customers. No test is valid for the columns that the segments were made from.";

    private const string LevelNote =
        "Adjusted p: how often chance alone would differ this much, adjusted for all comparisons (Benjamini and Hochberg 1995).";

    private const string FindingsNote =
        "Strongest first. Lift: how many times as frequent as overall, after shrinkage, and what it exceeds with 95% probability. "
        + "Columns that the segments were made from have effect sizes only: no test is valid for what was made to differ.";

    public static DisplayTable Findings(IReadOnlyList<SegmentProfile> profiles) => new(
        "What sets the segments apart",
        ["Segment", "Finding", "Customers", "From the rest", "Lift", "At least", "Adjusted p", "Reading"],
        from profile in profiles
        from finding in profile.Findings
        select new DisplayCell[]
        {
            profile.Segment, finding.Comparison, finding.Count, FromRest(finding), finding.ShrunkLift, finding.LiftLowerBound,
            DisplayCell.PValue(finding.AdjustedPValue), Reading(finding.Clustered, finding.AdjustedPValue),
        },
        FindingsNote);

    public static DisplayTable Numbers(IReadOnlyList<SegmentProfile> profiles, IEnumerable<string> columns) => new(
        "Numbers, in original units",
        ["Column", "Segment", "Mean", "Median", "Overall mean", "Effect", "Adjusted p", "Reading"],
        from column in columns
        from profile in profiles
        let number = profile.Numbers.First(number => number.Column == column)
        select new DisplayCell[]
        {
            column, profile.Segment, number.Mean, number.Median, number.OverallMean,
            DisplayCell.Signed(number.Effect), DisplayCell.PValue(number.AdjustedPValue), Reading(number.Clustered, number.AdjustedPValue),
        },
        Note);

    public static DisplayTable Categories(IReadOnlyList<SegmentProfile> profiles, IEnumerable<string> columns) => new(
        "Categories: the share of each segment beside the base rate",
        ["Column", "Level", "Segment", "Customers", "Share", "Base rate", "Adjusted p", "Reading"],
        from column in columns
        from level in Enumerable.Range(0, profiles[0].Categories.First(category => category.Column == column).Levels.Count)
        from profile in profiles
        let category = profile.Categories.First(category => category.Column == column)
        select LevelRow(profile, category, category.Levels[level]),
        LevelNote);

    private static string FromRest(Evidence finding) => finding.EffectFromRest is not double rest ? string.Empty
        : finding.Kind == EvidenceKind.Mean ? Invariant($"{rest:+0.00;-0.00} sd")
        : Invariant($"{rest * 100:+0.0;-0.0} points");

    private static DisplayCell[] LevelRow(SegmentProfile profile, CategoryProfile category, LevelProfile level) =>
    [
        category.Column, level.Level, profile.Segment, Invariant($"{level.Count:#,0} of {category.Count:#,0}"),
        DisplayCell.Share(level.Share), DisplayCell.Share(level.OverallShare),
        DisplayCell.PValue(level.AdjustedPValue), Reading(category.Clustered, level.AdjustedPValue),
    ];

    private static string? Reading(bool clustered, double? adjustedPValue) => adjustedPValue switch
    {
        _ when clustered => "clustered on: no test",
        null => null,
        < Trait.ClaimLevel => "unlikely to be chance",
        _ => "may well be chance",
    };
}
