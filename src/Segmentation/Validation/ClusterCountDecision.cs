using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// Makes a verdict of the scores. Four criteria each name a number of clusters; the one that most of them name is
/// recommended, of equally often named ones the one with the higher silhouette. How strong the structure is follows
/// Kaufman and Rousseeuw (1990, table 4): a mean silhouette of at most 0.25 is no substantial structure, up to 0.50 a
/// weak one that could be artificial, above it a reasonable one.
/// </summary>
internal static class ClusterCountDecision
{
    private const double NoStructure = 0.25;
    private const double ReasonableStructure = 0.50;

    public static ClusterCountVerdict From(IReadOnlyList<ClusterCountScore> scores, IReadOnlyList<ClusterModel> models)
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
        ClusterCountScore clearest = comparable.MaxBy(score => score.Silhouette!.Value)!;
        return clearest.Silhouette!.Value <= NoStructure
            ? NoClearStructure(clearest, choices, scores, models)
            : Recommended(comparable, choices, scores, models);
    }

    private static ClusterCountVerdict NoClearStructure(
        ClusterCountScore clearest,
        CriterionChoice[] choices,
        IReadOnlyList<ClusterCountScore> scores,
        IReadOnlyList<ClusterModel> models)
    {
        string reason = Invariant(
            $"No clear structure: the highest mean silhouette is {clearest.Silhouette!.Value:0.000} (at k = {clearest.ClusterCount}), not above {NoStructure:0.00}.");
        return new ClusterCountVerdict(null, Confidence.Medium, [reason, .. SampleNote(clearest)], choices, scores, models);
    }

    private static ClusterCountVerdict Recommended(
        ClusterCountScore[] comparable,
        CriterionChoice[] choices,
        IReadOnlyList<ClusterCountScore> scores,
        IReadOnlyList<ClusterModel> models)
    {
        ClusterCountScore recommended = comparable
            .OrderByDescending(score => choices.Count(choice => choice.ClusterCount == score.ClusterCount))
            .ThenByDescending(score => score.Silhouette!.Value)
            .First();
        int clusterCount = recommended.ClusterCount;
        double width = recommended.Silhouette!.Value;
        string[] agreeing = [.. choices.Where(choice => choice.ClusterCount == clusterCount).Select(choice => choice.Criterion)];
        List<string> reasons =
        [
            $"{agreeing.Length} of {choices.Length} criteria pick k = {clusterCount}: {string.Join(", ", agreeing)}.",
            width > ReasonableStructure
                ? Invariant($"Mean silhouette {width:0.000} at k = {clusterCount}: a reasonable structure (above {ReasonableStructure:0.00}).")
                : Invariant($"Mean silhouette {width:0.000} at k = {clusterCount}: a weak structure that could be artificial (not above {ReasonableStructure:0.00})."),
            .. SampleNote(recommended),
            .. choices.Where(choice => choice.ClusterCount != clusterCount).Select(choice => $"{choice.Criterion} disagrees: {choice.Explanation}"),
        ];
        return new ClusterCountVerdict(clusterCount, Sureness(agreeing.Length, width), reasons, choices, scores, models);
    }

    private static Confidence Sureness(int agreeing, double silhouette) => (agreeing, silhouette) switch
    {
        ( >= 3, > ReasonableStructure) => Confidence.High,
        ( >= 3, _) or (2, > ReasonableStructure) => Confidence.Medium,
        _ => Confidence.Low,
    };

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
