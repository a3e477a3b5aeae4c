using static System.FormattableString;

namespace Segmentation;

/// <summary>A verdict's reasons in words, each with its number.</summary>
/// <param name="scan">The options.</param>
/// <param name="rows">How many rows there are.</param>
/// <param name="scores">A row for each k from 1.</param>
/// <param name="choices">What each criterion picks.</param>
internal sealed class ClusterCountReasons(
    ClusterCountScan scan, ScannedRows rows, IReadOnlyList<ClusterCountScore> scores, CriterionChoice[] choices)
{
    /// <summary>Above this a mean silhouette is a reasonable structure (Kaufman and Rousseeuw 1990, table 4).</summary>
    public const double ReasonableStructure = 0.50;

    /// <summary>Why this number, the most important reason first, and which criteria disagree.</summary>
    public IEnumerable<string> For(ClusterCountScore best, bool tiny)
    {
        int k = best.ClusterCount;
        yield return Agreement(best);
        double width = best.Silhouette!.Value;
        string strength = width > ReasonableStructure ? "a reasonable structure (above 0.50)" : "a weak structure (not above 0.50)";
        yield return Invariant($"Mean silhouette {NumberText.Beside(width, 3, ReasonableStructure)} at k = {k}: {strength}; {StandingOut(best)}.");
        yield return Invariant($"Found again: the least stable cluster has a mean Jaccard of {StabilityText.Jaccard(best.LeastStability!.Value)} over {NumberText.Counted(scan.BootstrapSamples, "bootstrap sample")}.");
        yield return Prediction(best);
        yield return Invariant($"Between every two clusters the rows thin out (p = {best.ValleyPValue:0.00} for the least clear valley; at most {ClusterCountRequirements.ValleyBound(k):0.00} is asked for).");
        if (tiny)
        {
            yield return Tiny(best, rows.Count);
        }

        foreach (string reason in TooSmall(k).Concat(Disagreeing(k)))
        {
            yield return reason;
        }
    }

    /// <summary>How many criteria pick a number by themselves, and which.</summary>
    public string Agreement(ClusterCountScore best)
    {
        string[] agreeing = [.. choices.Where(choice => choice.ClusterCount == best.ClusterCount).Select(choice => choice.Criterion)];
        return agreeing.Length == 0
            ? $"No criterion by itself picks k = {best.ClusterCount}, but it is the one that meets all requirements."
            : $"{agreeing.Length} of {choices.Length} criteria pick{(agreeing.Length == 1 ? "s" : string.Empty)} k = {best.ClusterCount}: {string.Join(", ", agreeing)}.";
    }

    /// <summary>Whether half of the rows predicts the other.</summary>
    public static string Prediction(ClusterCountScore best)
    {
        const double Threshold = PredictionStrength.DefaultThreshold;
        if (best.PredictionStrength is not double value)
        {
            return "But whether half of the rows predicts the other half is not known, for a half has fewer different rows than clusters, so the confidence is low.";
        }

        string strength = NumberText.Beside(value, 2, Threshold);
        return value >= Threshold
            ? Invariant($"Either half of the rows predicts the other: prediction strength {strength} (at least {Threshold:0.0}).")
            : Invariant($"Half of the rows does not predict the other half: prediction strength {strength} (below {Threshold:0.0}), so the confidence is low.");
    }

    /// <summary>That the smallest cluster is hardly a group.</summary>
    public static string Tiny(ClusterCountScore best, double rowCount) =>
        Invariant($"The smallest of the {best.ClusterCount} clusters has only {best.SmallestSize:#,0} of {NumberText.Counted((long)Math.Ceiling(rowCount), "row")}: they may be outliers and not a group.");

    /// <summary>Why there is no clear structure.</summary>
    public IEnumerable<string> ForNone()
    {
        ClusterCountScore[] standingOut = [.. scores.Where(ClusterCountRequirements.StandsOut)];
        ClusterCountScore nearest = scores.Where(score => score.UniformPValue is not null).MinBy(score => score.UniformPValue)!;
        if (standingOut.Length == 0)
        {
            yield return Invariant($"No clear structure: the silhouettes do not stand out from uniform rows of the same extent, which have no groups. The most telling is k = {nearest.ClusterCount} with {nearest.Silhouette!.Value:0.000}.");
            double p = nearest.UniformPValue!.Value;
            yield return Invariant($"Of uniform rows, {NumberText.Beside(100 * p, 0, 100 * ClusterCountRequirements.UniformLevel)}% stand out as much at some k (p = {UniformP(p)}); more than {ClusterCountRequirements.UniformLevel:0%} is no evidence.");
            yield break;
        }

        yield return $"No clear structure: the rows are not uniform, but no number of clusters meets all requirements. Beyond uniform rows stand out: {Counts(standingOut)}.";
        string[] failures =
        [
            .. Failing(standingOut, ClusterCountRequirements.HasStructure, "Mean silhouette not above 0.25, the least for any structure (Kaufman and Rousseeuw 1990)"),
            .. Failing(standingOut, score => score.LeastStability is null || ClusterCountRequirements.IsStable(score), "Least stable cluster below 0.75, not found again in bootstrap samples"),
            .. Failing(standingOut, score => score.LeastStability is not null, Invariant($"A cluster has no row in the sample of {rows.Resampled:#,0}, so that its stability is not known")),
            .. Failing(standingOut, ClusterCountRequirements.HasValleys, "No valley between some two clusters, which shade into each other"),
            .. TooSmall(null),
        ];
        foreach (string failure in failures)
        {
            yield return failure;
        }
    }

    /// <summary>What was estimated from a sample, and how far the scan went.</summary>
    /// <param name="best">The recommended number, or null for none.</param>
    public IEnumerable<string> ScanNotes(ClusterCountScore? best)
    {
        ClusterCountScore shown = best ?? scores[1];
        if (shown.Silhouette is { SampleSize: int size, StandardError: double error })
        {
            yield return Invariant($"Silhouettes are estimated from a sample of {size:#,0} rows (standard error {error:0.0000} at k = {shown.ClusterCount}).");
        }

        const string Resampled = "The uniform test, gap, prediction strength and stability are";
        if (rows.Resampled < Math.Floor(rows.Count))
        {
            yield return Invariant($"{Resampled} from a sample of {rows.Resampled:#,0} of {rows.Count:#,0} rows.");
        }

        string further = string.Join(", ", scores.Where(score => score.UniformPValue is not null && score.ClusterCount > ClusterCountScan.MostResampled)
            .Select(score => score.ClusterCount));
        if (scores.Any(score => score.UniformPValue is null && score.ClusterCount > ClusterCountScan.MostResampled))
        {
            yield return further.Length == 0
                ? $"{Resampled} computed up to k = {ClusterCountScan.MostResampled}, and no larger k can be recommended."
                : $"{Resampled} computed up to k = {ClusterCountScan.MostResampled} and for k = {further}; the other numbers were not tested and cannot be recommended.";
        }

        if (rows.LookedTo > rows.End)
        {
            ClusterCountScore[] beyond = [.. scores.Where(score => score.ClusterCount > rows.End && score.ClusterCount <= rows.LookedTo)];
            ClusterCountScore[] tested = [.. beyond.Where(score => score.UniformPValue is not null)];
            string found = beyond.Length == 0 ? "none has a higher silhouette, and none was tested"
                : tested.Length == 0 ? $"of the best of them ({Counts(beyond)}) none has a valley between every two clusters, and none was tested further"
                : $"of the best of them ({Counts(beyond)}) those with a valley between every two clusters were tested ({Counts(tested)}); the others were not tested";
            yield return $"As an index is best at k = {rows.End}, the end of the range, k = {rows.End + 1} to {rows.LookedTo} were looked at on a sample: {found}.";
        }
    }

    private string StandingOut(ClusterCountScore score) =>
        Invariant($"uniform rows of the same extent stand out as much with p = {score.UniformPValue:0.00##} ({scan.ReferenceSets} sets, all k together)");

    private static string UniformP(double pValue) => NumberText.Beside(pValue, 2, ClusterCountRequirements.UniformLevel);

    private IEnumerable<string> Disagreeing(int k) => choices
        .Where(choice => choice.ClusterCount != k)
        .Select(choice => $"{choice.Criterion} disagrees: {choice.Explanation}{RuledOut(choice.ClusterCount)}");

    /// <summary>What speaks against a number that a criterion picks; nothing where it could have been recommended.</summary>
    private string RuledOut(int? picked)
    {
        ClusterCountScore? score = scores.FirstOrDefault(score => score.ClusterCount == picked && score.UniformPValue is not null);
        string? against = score switch
        {
            null => null,
            _ when !ClusterCountRequirements.StandsOut(score) => Invariant($"uniform rows stand out as much (p = {UniformP(score.UniformPValue!.Value)})"),
            _ when !ClusterCountRequirements.HasStructure(score) => $"its mean silhouette is {NumberText.Beside(score.Silhouette!.Value, 2, ClusterCountRequirements.NoStructure)}",
            { LeastStability: null } => "one of its clusters has no row in the sample",
            { LeastStability: double least } when !ClusterCountRequirements.IsStable(score) => $"its least stable cluster has a mean Jaccard of {StabilityText.Jaccard(least)}",
            _ when !ClusterCountRequirements.HasValleys(score) => "some two of its clusters shade into each other",
            _ => null,
        };
        return against is null ? string.Empty : $" But {against}.";
    }

    /// <summary>The counts that only the segment size ruled out.</summary>
    private IEnumerable<string> TooSmall(int? recommended)
    {
        ClusterCountScore[] ruledOut =
        [
            .. scores.Where(score => score.ClusterCount != recommended
                && ClusterCountRequirements.Met(score, 1) && score.SmallestSize < scan.MinSegmentSize),
        ];
        if (ruledOut.Length > 0)
        {
            string sizes = string.Join(", ", ruledOut.Select(score => Invariant($"k = {score.ClusterCount} ({score.SmallestSize:#,0})")));
            yield return Invariant($"Ruled out, for the smallest cluster has fewer than the {NumberText.Counted(scan.MinSegmentSize, "row")} asked for: {sizes}.");
        }
    }

    private static IEnumerable<string> Failing(
        ClusterCountScore[] standingOut, Func<ClusterCountScore, bool> requirement, string failure)
    {
        ClusterCountScore[] failing = [.. standingOut.Where(score => !requirement(score))];
        return failing.Length == 0 ? [] : [$"{failure}: {Counts(failing)}."];
    }

    private static string Counts(ClusterCountScore[] some) => $"k = {string.Join(", ", some.Select(score => score.ClusterCount))}";
}
