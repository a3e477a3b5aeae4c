namespace Segmentation;

/// <summary>
/// Makes a verdict of the scores. Of the numbers of clusters that meet the <see cref="ClusterCountRequirements"/>, the
/// one that most criteria pick is recommended, of equally often picked ones the one with the higher silhouette; where
/// none meets them there is no clear structure. How strong the structure is follows Kaufman and Rousseeuw (1990, table 4).
/// </summary>
internal static class ClusterCountDecision
{
    /// <summary>A smallest cluster below this many rows, or below 1% of them, may be no more than a few outliers.</summary>
    private const int FewRows = 5;

    /// <summary>Fewer rows than this can hardly show that there are no groups.</summary>
    private const int TooFewRows = 30;

    /// <param name="scan">The options.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="scores">A row for each k from 1.</param>
    /// <param name="resampling">What resampling said; null where the rows that were resampled are all equal.</param>
    /// <param name="models">The model behind each score.</param>
    /// <param name="silhouettes">For k = 1, 2, … the widths to keep.</param>
    public static ClusterCountVerdict From(
        ClusterCountScan scan,
        ScannedRows rows,
        IReadOnlyList<ClusterCountScore> scores,
        Resampling? resampling,
        IReadOnlyList<ClusterModel> models,
        IReadOnlyList<SilhouetteResult?> silhouettes)
    {
        if (resampling is null)
        {
            string reason = scores.Count == 1
                ? "All rows are equal: there is only one group."
                : "No clear structure: but for a few, all rows are equal.";
            return new ClusterCountVerdict(null, Confidence.High, [reason], [], scores, models) { Doubt = reason, Silhouettes = silhouettes };
        }

        CriterionChoice[] choices = ClusterCountChoices.Of(scores, resampling);
        ClusterCountReasons reasons = new(scan, rows, scores, choices);
        ClusterCountScore? best = scores
            .Where(score => ClusterCountRequirements.Met(score, scan.MinSegmentSize))
            .OrderByDescending(score => choices.Count(choice => choice.ClusterCount == score.ClusterCount))
            .ThenByDescending(score => score.Silhouette!.Value)
            .FirstOrDefault();
        bool tiny = best is not null && IsTiny(best, rows.Count);
        Confidence confidence = best is null ? SurenessOfNone(scores, rows.Count) : Sureness(best, choices, tiny);
        string[] said = [.. best is null ? reasons.ForNone() : reasons.For(best, tiny)];
        return new ClusterCountVerdict(
            best?.ClusterCount,
            confidence,
            [.. said, .. reasons.SampleNotes(best)],
            [.. choices, .. ClusterCountChoices.ShorterElbows(scores)],
            scores,
            models)
        {
            Doubt = best is null ? said[0] : confidence == Confidence.Low ? Doubt(reasons, best, tiny) : null,
            Stabilities = resampling.Stabilities,
            Silhouettes = silhouettes,
        };
    }

    /// <summary>Where uniform rows stand out as much one time in twenty or more, nothing speaks for groups.</summary>
    private static Confidence SurenessOfNone(IReadOnlyList<ClusterCountScore> scores, double rowCount) =>
        rowCount < TooFewRows ? Confidence.Low
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
    private static string Doubt(ClusterCountReasons reasons, ClusterCountScore best, bool tiny) =>
        tiny ? reasons.Tiny(best) : IsPredicted(best) ? reasons.Agreement(best) : ClusterCountReasons.Prediction(best);

    private static bool IsPredicted(ClusterCountScore score) => score.PredictionStrength >= PredictionStrength.DefaultThreshold;

    private static bool IsTiny(ClusterCountScore score, double rowCount) =>
        score.SmallestSize < FewRows || score.SmallestSize < 0.01 * rowCount;
}
