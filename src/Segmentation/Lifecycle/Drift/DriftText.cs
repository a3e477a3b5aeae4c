using static System.FormattableString;

namespace Segmentation;

/// <summary>What a drift report says in words, each sentence with its numbers.</summary>
internal static class DriftText
{
    private const int LongestName = 60;

    /// <summary>The changes that are more than chance, whether they matter or not, in the order of the checks.</summary>
    public static IReadOnlyList<DriftFinding> Findings(DriftReport report) =>
    [
        .. report.Features.Where(feature => feature.UnitFactor is not null).Select(Unit),
        .. report.Features.Where(feature => feature.UnitFactor is null && IsMoreThanChance(report, feature.AdjustedPValue)).Select(Feature),
        .. new[] { report.Shares }.Where(shares => IsMoreThanChance(report, shares.AdjustedPValue)).Select(shares => Shares(report, shares)),
        .. report.Segments.Select(segment => Shift(report, segment)).OfType<DriftFinding>(),
        .. new[] { report.Unlike }.Where(unlike => IsMoreThanChance(report, unlike.AdjustedPValue)).Select(Unlike),
        .. report.Missing.Where(missing => IsMoreThanChance(report, missing.AdjustedPValue)).Select(Missing),
        .. report.Levels.Where(levels => levels.Customers > 0).Select(levels => Levels(report, levels)),
    ];

    /// <summary>Why nothing need be done.</summary>
    public static string WhyKeep(DriftReport report)
    {
        const string kept = "No change is both more than chance and large enough to matter";
        if (report.Features.All(feature => feature.StabilityIndex is null or 0) && report.Shares.Moved == 0 && report.Segments.All(segment => segment.Largest is null)
            && report.Features.Any(feature => feature.StabilityIndex is not null))
        {
            return Invariant($"Nothing changed: every feature that was compared is distributed as in training (stability index 0), no segment has another size or place, and {NumberText.Percent(report.Unlike.Share)} of {NumberText.Customers(report.Customers)} {NumberText.Are(report.Customers)} unlike training, where 1% is usual.");
        }

        return report.Features.Where(feature => feature.StabilityIndex is not null).MaxBy(feature => feature.StabilityIndex) is FeatureDrift largest
            ? Invariant($"{kept}: the largest stability index is {NumberText.Of(largest.StabilityIndex!.Value)} ({Name(largest.Feature)}; chance alone stays below {NumberText.Of(largest.CriticalValue!.Value)}), and {NumberText.Percent(report.Unlike.Share)} of {NumberText.Customers(report.Customers)} {NumberText.Are(report.Customers)} unlike training, where 1% is usual.")
            : $"{kept}.";
    }

    /// <summary>What the report cannot tell.</summary>
    public static IEnumerable<string> Limits(DriftReport report)
    {
        if (report.Customers < report.Rows)
        {
            int lacking = report.Rows - report.Customers;
            yield return Invariant($"{NumberText.Customers(lacking)} of {report.Rows:#,0} {(lacking == 1 ? "lacks a feature and counts" : "lack a feature and count")} for the missing values only.");
        }

        string[] notCompared = [.. report.Features.Where(feature => feature.StabilityIndex is null).Select(feature => Name(feature.Feature))];
        if (notCompared.Length > 0)
        {
            yield return $"{NumberText.Customers(report.Customers)} {NumberText.Are(report.Customers)} too few, or all of one value in training, to compare the distribution of {string.Join(", ", notCompared)}.";
        }

        if (report.Features.MaxBy(feature => feature.CriticalValue) is { CriticalValue: double critical } && critical > DriftLimit.StabilityIndex.Refit)
        {
            yield return Invariant($"With {NumberText.Customers(report.Customers)} now and {report.TrainingCustomers:#,0} in training a stability index up to {NumberText.Of(critical)} may be chance, so that a change that would matter from {NumberText.Of(DriftLimit.StabilityIndex.Watch)} can go unseen.");
        }
    }

    private static bool IsMoreThanChance(DriftReport report, double? adjusted) => adjusted < report.FalseAlarmRate;

    private static DriftFinding Unit(FeatureDrift feature)
    {
        double factor = feature.UnitFactor!.Value;
        string times = factor > 1 ? Invariant($"{factor:#,0} times larger") : Invariant($"{1 / factor:#,0} times smaller");
        return new DriftFinding(
            feature.Verdict,
            $"{Name(feature.Feature)} is about {times} than in training: another unit? Its mean is {NumberText.Of(feature.Mean!.Value)}, in training {NumberText.Of(feature.TrainingMean)}. Correct the data before anything else.");
    }

    private static DriftFinding Feature(FeatureDrift feature) => new(
        feature.Verdict,
        Invariant($"{Name(feature.Feature)} is distributed otherwise than in training: stability index {NumberText.Of(feature.StabilityIndex!.Value)} over {feature.Bins} bins (chance alone stays below {NumberText.Of(feature.CriticalValue!.Value)}; {NumberText.Of(DriftLimit.StabilityIndex.Watch)} is to be watched, {NumberText.Of(DriftLimit.StabilityIndex.Refit)} to be refitted), mean {NumberText.Of(feature.Mean!.Value)}, in training {NumberText.Of(feature.TrainingMean)}{TooSmall(feature.Verdict)}."));

    private static DriftFinding Shares(DriftReport report, ShareDrift shares)
    {
        SegmentDrift most = report.Segments.MaxBy(segment => Math.Abs(segment.Share - segment.TrainingShare))!;
        return new DriftFinding(
            shares.Verdict,
            $"The segments have other sizes: {NumberText.Percent(shares.Moved)} of the customers would have to be in another one for the shares of training (chi-square {NumberText.Of(shares.ChiSquare!.Value)}; chance alone stays below {NumberText.Of(shares.CriticalValue!.Value)}). {Title(most)} has {NumberText.Percent(most.Share)}, in training {NumberText.Percent(most.TrainingShare)}{TooSmall(shares.Verdict)}.");
    }

    private static DriftFinding? Shift(DriftReport report, SegmentDrift segment)
    {
        CentroidShift? shift = segment.Shifts.Where(shift => IsMoreThanChance(report, shift.AdjustedPValue))
            .OrderByDescending(shift => shift.Verdict).ThenByDescending(shift => Math.Abs(shift.Deviations)).FirstOrDefault();
        return shift is null ? null : new DriftFinding(
            shift.Verdict,
            $"{Title(segment)} moved: its {Name(shift.Feature)} is {NumberText.Of(Math.Abs(shift.Deviations))} standard deviations within the segment {(shift.Deviations > 0 ? "higher" : "lower")} than in training, {NumberText.Of(shift.Mean)} instead of {NumberText.Of(shift.TrainingMean)} (adjusted p = {NumberText.Of(shift.AdjustedPValue)}){TooSmall(shift.Verdict)}.");
    }

    private static DriftFinding Unlike(UnlikeDrift unlike) => new(
        unlike.Verdict,
        $"{NumberText.Customers(unlike.Customers)} ({NumberText.Percent(unlike.Share)}) {NumberText.Are(unlike.Customers)} unlike any in training, where 1% is usual (adjusted p = {NumberText.Of(unlike.AdjustedPValue)}){TooSmall(unlike.Verdict)}.");

    private static DriftFinding Missing(MissingDrift missing) => new(
        missing.Verdict,
        $"{Name(missing.Column)} is missing for {NumberText.Percent(missing.Share)} of the customers, in training for {NumberText.Percent(missing.TrainingShare)} (adjusted p = {NumberText.Of(missing.AdjustedPValue)}){TooSmall(missing.Verdict)}.");

    private static DriftFinding Levels(DriftReport report, LevelDrift levels)
    {
        IEnumerable<string> listed = levels.Unseen.Select(level => $"'{Name(level)}'");
        string more = levels.UnseenCount > levels.Unseen.Count ? Invariant($" and {levels.UnseenCount - levels.Unseen.Count} more") : string.Empty;
        string chance = IsMoreThanChance(report, levels.AdjustedPValue) ? TooSmall(levels.Verdict) : "; chance may do that";
        return new DriftFinding(
            levels.Verdict,
            $"{Name(levels.Column)} has {(levels.UnseenCount == 1 ? "a level" : "levels")} that training did not have: {string.Join(", ", listed)}{more}, {NumberText.Percent(levels.Share)} of the customers{chance}.");
    }

    private static string TooSmall(DriftVerdict verdict) => verdict == DriftVerdict.Keep ? "; more than chance, but too little to matter" : string.Empty;

    private static string Title(SegmentDrift segment) => Invariant($"Segment {segment.Segment} ({Name(segment.Name)})");

    private static string Name(string text) => PlainText.OneLine(text, LongestName);
}
