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
    /// <param name="sampleSize">The rows that were resampled.</param>
    /// <param name="scores">A row for each k from 1.</param>
    /// <param name="resampling">What resampling said; null where the rows that were resampled are all equal.</param>
    /// <param name="models">The model behind each score.</param>
    public static ClusterCountVerdict From(
        ClusterCountScan scan,
        int sampleSize,
        IReadOnlyList<ClusterCountScore> scores,
        Resampling? resampling,
        IReadOnlyList<ClusterModel> models)
    {
        if (resampling is null)
        {
            string reason = scores.Count == 1
                ? "All rows are equal: there is only one group."
                : "No clear structure: but for a few, all rows are equal.";
            return new ClusterCountVerdict(null, Confidence.High, [reason], [], scores, models);
        }

        CriterionChoice[] choices = ClusterCountChoices.Of(scores, resampling);
        ClusterCountReasons reasons = new(scan, models[0].Labels.Length, sampleSize, scores, choices);
        ClusterCountScore? best = scores
            .Where(score => ClusterCountRequirements.Met(score, scan.MinSegmentSize))
            .OrderByDescending(score => choices.Count(choice => choice.ClusterCount == score.ClusterCount))
            .ThenByDescending(score => score.Silhouette!.Value)
            .FirstOrDefault();
        return new ClusterCountVerdict(
            best?.ClusterCount,
            best is null ? SurenessOfNone(scores, models[0].Labels.Length) : Sureness(best, choices, IsTiny(best, models[0].Labels.Length)),
            [.. best is null ? reasons.ForNone() : reasons.For(best, IsTiny(best, models[0].Labels.Length)), .. reasons.SampleNotes(best)],
            [.. choices, .. ClusterCountChoices.ShorterElbows(scores)],
            scores,
            models)
        {
            Stabilities = resampling.Stabilities,
        };
    }

    /// <summary>Where uniform rows stand out as much one time in twenty or more, nothing speaks for groups.</summary>
    private static Confidence SurenessOfNone(IReadOnlyList<ClusterCountScore> scores, int rowCount) =>
        rowCount < TooFewRows ? Confidence.Low
            : scores.Any(score => score.UniformPValue < 0.05) ? Confidence.Medium : Confidence.High;

    private static Confidence Sureness(ClusterCountScore best, CriterionChoice[] choices, bool tiny)
    {
        int agreeing = choices.Count(choice => choice.ClusterCount == best.ClusterCount);
        bool reasonable = best.Silhouette!.Value > ClusterCountReasons.ReasonableStructure;
        bool predicted = best.PredictionStrength >= PredictionStrength.DefaultThreshold;
        return agreeing switch
        {
            _ when tiny || !predicted => Confidence.Low,
            _ when 2 * agreeing > choices.Length && reasonable && best.LeastStability >= ClusterRecovery.HighlyStable => Confidence.High,
            >= 3 => Confidence.Medium,
            2 when reasonable => Confidence.Medium,
            _ => Confidence.Low,
        };
    }

    private static bool IsTiny(ClusterCountScore score, int rowCount) =>
        score.SmallestSize < FewRows || score.SmallestSize < 0.01 * rowCount;
}
