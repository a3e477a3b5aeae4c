using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// Makes a verdict of the scores. Four criteria each name a number of clusters; the one that most of them name is
/// recommended, of equally often named ones the one with the higher silhouette. How strong the structure is follows
/// Kaufman and Rousseeuw (1990, table 4): a mean silhouette of at most 0.25 is no substantial structure, up to 0.50 a
/// weak one that could be artificial, above it a reasonable one. Whatever its size, a silhouette that uniform data of
/// the same extent reach too is no evidence of groups.
/// </summary>
internal static class ClusterCountDecision
{
    private const double NoStructure = 0.25;
    private const double ReasonableStructure = 0.50;

    /// <summary>A smallest cluster below this many rows, or below 1% of them, may be no more than a few outliers.</summary>
    private const int FewRows = 5;

    /// <param name="scores">A row for each k from 1.</param>
    /// <param name="models">The model behind each.</param>
    /// <param name="uniformSilhouettes">For a k, the mean silhouettes that uniform data reach.</param>
    public static ClusterCountVerdict From(
        IReadOnlyList<ClusterCountScore> scores, IReadOnlyList<ClusterModel> models, Func<int, double[]> uniformSilhouettes)
    {
        ClusterCountScore[] comparable = [.. scores.Where(score => score.Silhouette is not null)];
        if (comparable.Length == 0)
        {
            string reason = "All rows are equal: there is only one group.";
            return new ClusterCountVerdict(null, Confidence.High, [reason], [], scores, models);
        }

        CriterionChoice[] choices =
        [
            Best(comparable, "Silhouette", score => score.Silhouette!.Value, "highest mean width"),
            Best(comparable, "Calinski-Harabasz", score => score.CalinskiHarabasz, "highest ratio"),
            Best(comparable, "Davies-Bouldin", score => -score.DaviesBouldin, "lowest index"),
            Elbow(scores),
        ];
        ClusterCountScore best = comparable
            .OrderByDescending(score => choices.Count(choice => choice.ClusterCount == score.ClusterCount))
            .ThenByDescending(score => score.Silhouette!.Value)
            .First();
        double width = best.Silhouette!.Value;
        double[] uniform = uniformSilhouettes(best.ClusterCount);
        (int? recommended, Confidence confidence, string[] reasons) =
            comparable.All(score => score.Silhouette!.Value <= NoStructure) || width <= uniform.Max()
                ? (null, width <= uniform.Average() ? Confidence.High : Confidence.Medium, NoStructureReasons(best, uniform))
                : ((int?)best.ClusterCount, Sureness(best, choices, models[0].Labels.Length), Reasons(best, choices, uniform, models[0].Labels.Length));
        return new ClusterCountVerdict(recommended, confidence, [.. reasons, .. SampleNote(best)], choices, scores, models);
    }

    private static string[] NoStructureReasons(ClusterCountScore best, double[] uniform) =>
    [
        Invariant($"No clear structure: the mean silhouette at k = {best.ClusterCount}, which the criteria favour, is {best.Silhouette!.Value:0.000}."),
        best.Silhouette.Value <= uniform.Max()
            ? Invariant($"Uniform data of the same extent, without any groups, reach {uniform.Min():0.000} to {uniform.Max():0.000} there.")
            : Invariant($"At no k is it above {NoStructure:0.00}, the least for any structure (Kaufman and Rousseeuw 1990)."),
    ];

    private static string[] Reasons(ClusterCountScore best, CriterionChoice[] choices, double[] uniform, int rowCount)
    {
        int clusterCount = best.ClusterCount;
        double width = best.Silhouette!.Value;
        string[] agreeing = Agreeing(best, choices);
        string strength = width > ReasonableStructure
            ? Invariant($"a reasonable structure (above {ReasonableStructure:0.00})")
            : Invariant($"a weak structure (not above {ReasonableStructure:0.00})");
        return
        [
            $"{agreeing.Length} of {choices.Length} criteria pick k = {clusterCount}: {string.Join(", ", agreeing)}.",
            Invariant($"Mean silhouette {width:0.000} at k = {clusterCount}: {strength}; uniform data of the same extent reach {uniform.Max():0.000} at most."),
            .. IsTiny(best, rowCount)
                ? [Invariant($"The smallest of the {clusterCount} clusters has only {best.SmallestSize:#,0} of {rowCount:#,0} rows: they may be outliers and not a group.")]
                : Array.Empty<string>(),
            .. choices.Where(choice => choice.ClusterCount != clusterCount).Select(choice => $"{choice.Criterion} disagrees: {choice.Explanation}"),
        ];
    }

    private static Confidence Sureness(ClusterCountScore best, CriterionChoice[] choices, int rowCount) =>
        IsTiny(best, rowCount)
            ? Confidence.Low
            : (Agreeing(best, choices).Length, best.Silhouette!.Value) switch
            {
                ( >= 3, > ReasonableStructure) => Confidence.High,
                ( >= 3, _) or (2, > ReasonableStructure) => Confidence.Medium,
                _ => Confidence.Low,
            };

    private static string[] Agreeing(ClusterCountScore best, CriterionChoice[] choices) =>
        [.. choices.Where(choice => choice.ClusterCount == best.ClusterCount).Select(choice => choice.Criterion)];

    private static bool IsTiny(ClusterCountScore score, int rowCount) =>
        score.SmallestSize < FewRows || score.SmallestSize < 0.01 * rowCount;

    private static IEnumerable<string> SampleNote(ClusterCountScore score)
    {
        if (score.Silhouette is { SampleSize: int size, StandardError: double error })
        {
            yield return Invariant(
                $"Silhouettes are estimated from a sample of {size:#,0} rows (standard error {error:0.0000} at k = {score.ClusterCount}).");
        }
    }

    private static CriterionChoice Best(
        ClusterCountScore[] scores, string criterion, Func<ClusterCountScore, double?> merit, string superlative)
    {
        ClusterCountScore? best = scores.Where(score => merit(score) is not null).MaxBy(score => merit(score)!.Value);
        if (best is null)
        {
            return new CriterionChoice(criterion, null, "it cannot be computed for any k here.");
        }

        string atTheEnd = best.ClusterCount == scores[^1].ClusterCount && scores.Length > 1
            ? "; it is still improving at the end of the range, so it may not stop there"
            : string.Empty;
        return new CriterionChoice(
            criterion,
            best.ClusterCount,
            Invariant($"{superlative}, {Math.Abs(merit(best)!.Value):G4}, at k = {best.ClusterCount}{atTheEnd}."));
    }

    private static CriterionChoice Elbow(IReadOnlyList<ClusterCountScore> scores)
    {
        double[] counts = [.. scores.Select(score => (double)score.ClusterCount)];
        double[] inertias = [.. scores.Select(score => score.Inertia)];
        string range = $"k = 1 to {scores.Count}";
        return Kneedle.Elbow(counts, inertias) is int position
            ? new CriterionChoice("Kneedle", scores[position].ClusterCount, $"the inertia's elbow over {range} is at k = {scores[position].ClusterCount}.")
            : new CriterionChoice("Kneedle", null, $"the inertia has no elbow over {range}.");
    }
}
