namespace Segmentation;

/// <summary>
/// Makes a verdict of the scores. Of the numbers of clusters that meet the <see cref="ClusterCountRequirements"/>, the
/// winner of the <see cref="ClusterCountContest"/> is recommended; where none meets them there is no clear structure. How
/// strong the structure is follows Kaufman and Rousseeuw (1990, table 4).
/// </summary>
internal static class ClusterCountDecision
{
    /// <summary>Fewer rows than this can hardly show that there are no groups,</summary>
    private const int FewRows = 30;

    /// <summary>and of fewer than this no test can tell groups from chance.</summary>
    private const int TooFewRows = 20;

    /// <summary>So few rows are not even divided.</summary>
    private const int TooFewToDivide = 4;

    /// <param name="scan">The options.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="trials">What was tried, by rising number of clusters.</param>
    /// <param name="scores">A row for each.</param>
    /// <param name="resampling">What resampling said; null where the rows that were resampled are all equal.</param>
    public static ClusterCountVerdict From(
        ClusterCountScan scan,
        ScannedRows rows,
        IReadOnlyList<CountTrial> trials,
        IReadOnlyList<ClusterCountScore> scores,
        Resampling? resampling)
    {
        ClusterModel[] models = [.. trials.Select(trial => trial.Model)];
        if (resampling is null)
        {
            string reason = rows.Count < 2 ? "There is only 1 row: there is nothing to divide."
                : scores.Count == 1 ? "All rows are equal: there is only one group."
                : "No clear structure: but for a few, all rows are equal.";
            return new ClusterCountVerdict(null, Confidence.High, [reason], [], scores, models)
            {
                Doubt = reason,
                Division = new(1, null, [reason], null),
                Trials = trials,
            };
        }

        CriterionChoice[] choices = ClusterCountChoices.Of(scores, resampling);
        ClusterCountReasons reasons = new(scan, rows, scores, choices);
        bool tooFew = rows.Count < TooFewRows;
        ClusterCountScore? best = tooFew ? null
            : ClusterCountContest.Winner([.. scores.Where(score => ClusterCountRequirements.Met(score, scan.MinSegmentSize))]);
        bool tiny = best is not null && ClusterCountRequirements.IsTiny(best, rows.Count);
        Confidence confidence = best is null ? SurenessOfNone(scores, rows.Count) : Sureness(best, choices, tiny);
        string[] said = [.. best is not null ? reasons.For(best, tiny) : tooFew ? [TooFew(rows)] : reasons.ForNone()];
        string[] table = rows.Combinations is int combinations && !tooFew ? [CombinationTable.Sentence(combinations, rows.Count)] : [];
        ClusterCountDivision? division = best is not null ? null
            : rows.Count < TooFewToDivide ? new(1, null, said, "More customers would change that.")
            : new DivisionChoice(scan, rows, choices).Of(scores);
        division = tooFew && division is not null
            ? division with { For = null, Against = said, Change = "More customers would change that." } : division;
        return new ClusterCountVerdict(
            best?.ClusterCount,
            confidence,
            [
                .. said,
                .. table,
                .. tooFew ? [] : division?.Sentences ?? [],
                .. tooFew ? [] : reasons.ScanNotes(best),
            ],
            [.. choices, .. ClusterCountChoices.ShorterElbows(scores)],
            scores,
            models)
        {
            Doubt = best is null ? said[0] : confidence == Confidence.Low ? Doubt(reasons, best, rows.Count) : null,
            Division = division,
            Trials = trials,
            Resampling = resampling,
        };
    }

    private static string TooFew(ScannedRows rows) =>
        $"There are only {NumberText.Counted((long)Math.Ceiling(rows.Count), "row")}: of fewer than {TooFewRows} no test can tell groups from chance.";

    /// <summary>Where uniform rows stand out as much one time in twenty or more, nothing speaks for groups.</summary>
    private static Confidence SurenessOfNone(IReadOnlyList<ClusterCountScore> scores, double rowCount) =>
        rowCount < FewRows ? Confidence.Low
            : scores.Any(score => score.UniformPValue < 0.05) ? Confidence.Medium : Confidence.High;

    private static Confidence Sureness(ClusterCountScore best, CriterionChoice[] choices, bool tiny)
    {
        int agreeing = choices.Count(choice => choice.ClusterCount == best.ClusterCount);
        bool reasonable = best.Silhouette!.Value > ClusterCountReasons.ReasonableStructure;
        return agreeing switch
        {
            _ when tiny || !IsPredicted(best) => Confidence.Low,
            _ when 2 * agreeing > choices.Length && reasonable && best.LeastStability >= ClusterRecovery.HighlyStable => Confidence.High,
            >= 3 => Confidence.Medium,
            2 when reasonable => Confidence.Medium,
            _ => Confidence.Low,
        };
    }

    /// <summary>What makes the confidence low: a reason that would do so alone, else how few criteria agree.</summary>
    private static string Doubt(ClusterCountReasons reasons, ClusterCountScore best, double rowCount) =>
        ClusterCountRequirements.IsTiny(best, rowCount) ? ClusterCountReasons.Tiny(best, rowCount)
            : IsPredicted(best) ? reasons.Agreement(best) : ClusterCountReasons.Prediction(best);

    private static bool IsPredicted(ClusterCountScore score) => score.PredictionStrength >= PredictionStrength.DefaultThreshold;
}
