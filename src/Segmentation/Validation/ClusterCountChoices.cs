using static System.FormattableString;

namespace Segmentation;

/// <summary>What each criterion by itself answers.</summary>
internal static class ClusterCountChoices
{
    /// <summary>Where Kneedle's range also ends, if the scan goes further: its answer moves with the range.</summary>
    private static readonly int[] ShorterRanges = [6, 8, 15];

    /// <summary>One choice for each criterion; these count when criteria agree or not.</summary>
    /// <param name="scores">A row for each k from 1, with k = 2 at least.</param>
    /// <param name="resampling">What resampling said.</param>
    public static CriterionChoice[] Of(IReadOnlyList<ClusterCountScore> scores, Resampling resampling) =>
    [
        Best(scores, "Silhouette", score => score.Silhouette?.Value, "highest mean width"),
        Best(scores, "Calinski-Harabasz", score => score.CalinskiHarabasz, "highest ratio"),
        Best(scores, "Davies-Bouldin", score => -score.DaviesBouldin, "lowest index"),
        FirstGap(resampling.Gaps.WithoutGaps, resampling.Counts),
        HighestGap(resampling.Gaps, resampling.Counts),
        Strength(resampling.Strengths),
        Elbow(scores, scores.Count),
    ];

    /// <summary>Kneedle over shorter ranges; the same criterion again, so that it does not count twice.</summary>
    public static IEnumerable<CriterionChoice> ShorterElbows(IReadOnlyList<ClusterCountScore> scores) =>
        ShorterRanges.Where(end => end < scores.Count).Select(end => Elbow(scores, end));

    private static CriterionChoice Best(
        IReadOnlyList<ClusterCountScore> scores, string criterion, Func<ClusterCountScore, double?> merit, string superlative)
    {
        ClusterCountScore? best = scores.Where(score => merit(score) is not null).MaxBy(score => merit(score)!.Value);
        if (best is null)
        {
            return new CriterionChoice(criterion, null, "it cannot be computed for any k here.");
        }

        string atTheEnd = best.ClusterCount == scores[^1].ClusterCount && scores.Count > 2
            ? "; it is still improving at the end of the range, so it may not stop there"
            : string.Empty;
        return new CriterionChoice(
            criterion,
            best.ClusterCount,
            Invariant($"{superlative}, {Math.Abs(merit(best)!.Value):G4}, at k = {best.ClusterCount}{atTheEnd}."));
    }

    /// <param name="gaps">The gaps, which end before an inertia of 0.</param>
    /// <param name="counts">The numbers that were resampled.</param>
    private static CriterionChoice FirstGap(GapResult gaps, IReadOnlyList<int> counts)
    {
        const string Criterion = "Gap (Tibs2001SEmax)";
        if (NoGap(Criterion, gaps) is CriterionChoice none)
        {
            return none;
        }

        int count = gaps.Choose(GapRule.Tibs2001SEmax)!.Value;
        GapScore here = gaps.Scores[count - 1];
        GapScore? next = gaps.Scores.ElementAtOrDefault(count);
        string why = next is null
            ? Invariant($"every further k up to {count} raises the gap by more than a standard error{GapEnd(gaps, counts)}")
            : Invariant($"k = {count} is the first whose gap, {here.Gap:0.000}, is at least the next one's, {next.Gap:0.000}, less its standard error, {next.StandardError:0.000}");
        return new CriterionChoice(Criterion, count, count == 1 ? $"{why}: one group." : $"{why}.");
    }

    private static CriterionChoice HighestGap(GapResult gaps, IReadOnlyList<int> counts)
    {
        const string Criterion = "Gap (globalmax)";
        if (NoGap(Criterion, gaps) is CriterionChoice none)
        {
            return none;
        }

        GapScore highest = gaps.Scores.MaxBy(score => score.Gap)!;
        int count = highest.ClusterCount;
        return new CriterionChoice(Criterion, count, Invariant($"highest gap, {highest.Gap:0.000}, at k = {count}{GapEnd(gaps, counts)}."));
    }

    /// <summary>Without a second gap nothing can be compared.</summary>
    private static CriterionChoice? NoGap(string criterion, GapResult gaps) => gaps.Scores.Count > 1 ? null : new CriterionChoice(
        criterion, null, Invariant($"it cannot be computed from k = {gaps.Scores.Count + 1} on, for an inertia is 0."));

    private static string GapEnd(GapResult gaps, IReadOnlyList<int> counts) => counts.Count(count => count <= gaps.Scores.Count + 1) <= gaps.Scores.Count
        ? string.Empty
        : Invariant($"; from k = {gaps.Scores.Count + 1} on it cannot be computed, for an inertia is 0");

    private static CriterionChoice Strength(PredictionStrengthResult strengths)
    {
        const string Criterion = "Prediction strength";
        int count = strengths.ClusterCount;
        PredictionStrengthScore? strongest = strengths.Scores.Skip(1).MaxBy(score => score.Value);
        string Text(PredictionStrengthScore score) => NumberText.Beside(score.Value, 2, strengths.Threshold);
        return (count, strongest) switch
        {
            (_, null) => new CriterionChoice(Criterion, null, "it cannot be computed, for half of the rows are too few."),
            (1, _) => new CriterionChoice(
                Criterion, 1, Invariant($"no k from 2 reaches {strengths.Threshold:0.0#}; the strongest, k = {strongest.ClusterCount}, has {Text(strongest)}: one group.")),
            _ => new CriterionChoice(
                Criterion, count, Invariant($"largest k with at least {strengths.Threshold:0.0#}: {Text(strengths.Scores.First(score => score.ClusterCount == count))} at k = {count}.")),
        };
    }

    private static CriterionChoice Elbow(IReadOnlyList<ClusterCountScore> scores, int end)
    {
        double[] counts = [.. scores.Take(end).Select(score => (double)score.ClusterCount)];
        double[] inertias = [.. scores.Take(end).Select(score => score.Inertia)];
        string criterion = Invariant($"Kneedle 1-{counts[^1]}");
        string range = Invariant($"k = 1 to {counts[^1]}");
        return Kneedle.Elbow(counts, inertias) is int position
            ? new CriterionChoice(criterion, scores[position].ClusterCount, $"the inertia's elbow over {range} is at k = {scores[position].ClusterCount}.")
            : new CriterionChoice(criterion, null, $"the inertia has no elbow over {range}.");
    }
}
