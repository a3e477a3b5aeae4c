namespace Segmentation;

/// <summary>Reads the differences of a segment out of its profile, and orders those that support a sentence.</summary>
internal static class SegmentFindings
{
    /// <summary>
    /// Those that stand out: of each column the first (its mean, else its strongest level, else what else is known of it),
    /// strongest first; then what columns say beyond that, likewise. So the first few are about different columns.
    /// </summary>
    public static IReadOnlyList<Evidence> Of(SegmentProfile profile) =>
    [
        .. Compared(profile)
            .Where(evidence => evidence.StandsOut)
            .GroupBy(evidence => evidence.Column)
            .SelectMany(column => column
                .OrderBy(evidence => evidence.Kind).ThenByDescending(evidence => evidence.Strength)
                .Select((evidence, rank) => (Evidence: evidence, Rank: rank)))
            .OrderBy(finding => Math.Min(finding.Rank, 1)).ThenByDescending(finding => finding.Evidence.Strength)
            .Select(finding => finding.Evidence),
    ];

    /// <summary>
    /// Every difference that can be measured, numbers first, in the order of the profile. Of shares only those above the
    /// overall one: that others are lower follows.
    /// </summary>
    public static IEnumerable<Evidence> Compared(SegmentProfile profile) =>
        profile.Numbers.SelectMany(OfNumber).Concat(profile.Categories.SelectMany(OfCategory));

    private static IEnumerable<Evidence> OfNumber(NumericProfile number)
    {
        if (number is { Effect: double effect, Mean: double mean, OverallMean: double overall })
        {
            yield return new(number.Column, null, mean, overall, effect, number.Count)
            {
                Clustered = number.Clustered,
                IsFlag = number.IsFlag,
                EffectFromRest = number.EffectFromRest,
                PValue = number.PValue,
                AdjustedPValue = number.AdjustedPValue,
            };
        }

        (EvidenceKind Kind, ShareComparison? Share, double? Below, double? Above)[] shares =
        [
            (EvidenceKind.AboveUpperQuartile, number.AboveUpperQuartile, null, number.Limits?.UpperQuartile),
            (EvidenceKind.BelowLowerQuartile, number.BelowLowerQuartile, number.Limits?.LowerQuartile, null),
            (EvidenceKind.Missing, number.Missing, null, null),
            (EvidenceKind.Outliers, number.Outliers, number.Limits?.LowerFence, number.Limits?.UpperFence),
        ];
        foreach ((EvidenceKind kind, ShareComparison? share, double? below, double? above) in shares)
        {
            if (share?.Share > share?.OverallShare)
            {
                yield return OfShare(number.Column, kind, share!, number.Clustered) with { Below = below, Above = above };
            }
        }
    }

    private static IEnumerable<Evidence> OfCategory(CategoryProfile category)
    {
        foreach (LevelProfile level in category.Levels.Where(level => level.Share > level.OverallShare))
        {
            yield return OfLevel(category, level);
        }

        if (category.Missing is ShareComparison missing && missing.Share > missing.OverallShare)
        {
            yield return OfShare(category.Column, EvidenceKind.Missing, missing, category.Clustered);
        }
    }

    /// <summary>A level of a segment that has cells, also where it is rarer than overall.</summary>
    public static Evidence OfLevel(CategoryProfile category, LevelProfile level)
    {
        double share = level.Share!.Value;
        return new(category.Column, level.Level, share, level.OverallShare, share - level.OverallShare, category.Count)
        {
            Clustered = category.Clustered,
            IsFlag = IsFlag(category, level.Level),
            EffectFromRest = level.EffectFromRest,
            PValue = level.Test?.PValue,
            AdjustedPValue = level.AdjustedPValue,
            ShrunkLift = level.Test?.ShrunkLift,
            LiftLowerBound = level.Test?.LiftLowerBound,
        };
    }

    /// <summary>A digit or a letter says yes or no only where every level does; a word does beside others ("no phone service").</summary>
    private static bool IsFlag(CategoryProfile category, string level) =>
        FlagWords.Side(level) is not null
        && (level.Trim().Length > 1 || category.Levels.All(other => FlagWords.Side(other.Level) is not null));

    private static Evidence OfShare(string column, EvidenceKind kind, ShareComparison share, bool clustered) =>
        new(column, null, share.Share!.Value, share.OverallShare, share.Share.Value - share.OverallShare, share.Cells)
        {
            Kind = kind,
            Clustered = clustered,
            EffectFromRest = share.EffectFromRest,
            PValue = share.Test?.PValue,
            AdjustedPValue = share.Test?.AdjustedPValue,
            ShrunkLift = share.Test?.ShrunkLift,
            LiftLowerBound = share.Test?.LiftLowerBound,
        };
}
