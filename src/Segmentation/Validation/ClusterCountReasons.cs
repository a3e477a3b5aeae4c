using static System.FormattableString;

namespace Segmentation;

/// <summary>A verdict's reasons in words, each with its number.</summary>
/// <param name="scan">The options.</param>
/// <param name="rowCount">All rows.</param>
/// <param name="sampleSize">The rows that were resampled.</param>
/// <param name="scores">A row for each k from 1.</param>
/// <param name="choices">What each criterion picks.</param>
internal sealed class ClusterCountReasons(
    ClusterCountScan scan, int rowCount, int sampleSize, IReadOnlyList<ClusterCountScore> scores, CriterionChoice[] choices)
{
    /// <summary>Above this a mean silhouette is a reasonable structure (Kaufman and Rousseeuw 1990, table 4).</summary>
    public const double ReasonableStructure = 0.50;

    /// <summary>Why this number, the most important reason first, and which criteria disagree.</summary>
    public IEnumerable<string> For(ClusterCountScore best, bool tiny)
    {
        int k = best.ClusterCount;
        string[] agreeing = [.. choices.Where(choice => choice.ClusterCount == k).Select(choice => choice.Criterion)];
        yield return agreeing.Length == 0
            ? $"No criterion by itself picks k = {k}, but it is the one that meets all requirements."
            : $"{agreeing.Length} of {choices.Length} criteria pick{(agreeing.Length == 1 ? "s" : string.Empty)} k = {k}: {string.Join(", ", agreeing)}.";
        double width = best.Silhouette!.Value;
        string strength = width > ReasonableStructure ? "a reasonable structure (above 0.50)" : "a weak structure (not above 0.50)";
        yield return Invariant($"Mean silhouette {width:0.000} at k = {k}: {strength}; {StandingOut(best)}.");
        yield return Invariant($"Found again: the least stable cluster has a mean Jaccard of {best.LeastStability:0.00} over {scan.BootstrapSamples} bootstrap samples.");
        yield return best.PredictionStrength >= PredictionStrength.DefaultThreshold
            ? Invariant($"Either half of the rows predicts the other: prediction strength {best.PredictionStrength:0.00} (at least {PredictionStrength.DefaultThreshold:0.0}).")
            : Invariant($"But half of the rows does not predict the other half: prediction strength {best.PredictionStrength:0.00} (below {PredictionStrength.DefaultThreshold:0.0}), so the confidence is low.");
        yield return Invariant($"Between every two clusters the rows thin out (p = {best.ValleyPValue:0.00} for the least clear valley; at most {ClusterCountRequirements.ValleyBound(k):0.00} is asked for).");
        if (tiny)
        {
            yield return Invariant($"The smallest of the {k} clusters has only {best.SmallestSize:#,0} of {rowCount:#,0} rows: they may be outliers and not a group.");
        }

        foreach (string reason in TooSmall(k).Concat(Disagreeing(k)))
        {
            yield return reason;
        }
    }

    /// <summary>Why there is no clear structure.</summary>
    public IEnumerable<string> ForNone()
    {
        ClusterCountScore[] standingOut = [.. scores.Where(ClusterCountRequirements.StandsOut)];
        ClusterCountScore nearest = scores.Where(score => score.UniformPValue is not null).MinBy(score => score.UniformPValue)!;
        if (standingOut.Length == 0)
        {
            yield return Invariant($"No clear structure: the silhouettes do not stand out from uniform rows of the same extent, which have no groups. The most telling is k = {nearest.ClusterCount} with {nearest.Silhouette!.Value:0.000}.");
            yield return Invariant($"Of uniform rows, {nearest.UniformPValue:0%} stand out as much at some k (p = {nearest.UniformPValue:0.00}); more than {ClusterCountRequirements.UniformLevel:0%} is no evidence.");
            yield break;
        }

        yield return $"No clear structure: the rows are not uniform, but no number of clusters meets all requirements. Beyond uniform rows stand out: {Counts(standingOut)}.";
        string[] failures =
        [
            .. Failing(standingOut, ClusterCountRequirements.HasStructure, "Mean silhouette not above 0.25, the least for any structure (Kaufman and Rousseeuw 1990)"),
            .. Failing(standingOut, ClusterCountRequirements.IsStable, "Least stable cluster below 0.75, not found again in bootstrap samples"),
            .. Failing(standingOut, ClusterCountRequirements.HasValleys, "No valley between some two clusters, which shade into each other"),
            .. TooSmall(null),
        ];
        foreach (string failure in failures)
        {
            yield return failure;
        }
    }

    /// <summary>What was estimated from a sample.</summary>
    /// <param name="best">The recommended number, or null for none.</param>
    public IEnumerable<string> SampleNotes(ClusterCountScore? best)
    {
        ClusterCountScore shown = best ?? scores[1];
        if (shown.Silhouette is { SampleSize: int size, StandardError: double error })
        {
            yield return Invariant($"Silhouettes are estimated from a sample of {size:#,0} rows (standard error {error:0.0000} at k = {shown.ClusterCount}).");
        }

        if (sampleSize < rowCount)
        {
            yield return Invariant($"The uniform test, gap, prediction strength and stability are from a sample of {sampleSize:#,0} of {rowCount:#,0} rows.");
        }

        if (scores.Count > ClusterCountScan.MostResampled)
        {
            yield return $"They are computed up to k = {ClusterCountScan.MostResampled}, and no larger k can be recommended.";
        }
    }

    private string StandingOut(ClusterCountScore score) =>
        Invariant($"uniform rows of the same extent stand out as much with p = {score.UniformPValue:0.00##} ({scan.ReferenceSets} sets, all k together)");

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
            _ when !ClusterCountRequirements.StandsOut(score) => Invariant($"uniform rows stand out as much (p = {score.UniformPValue:0.00})"),
            _ when !ClusterCountRequirements.HasStructure(score) => Invariant($"its mean silhouette is {score.Silhouette!.Value:0.00}"),
            _ when !ClusterCountRequirements.IsStable(score) => Invariant($"its least stable cluster has a mean Jaccard of {score.LeastStability:0.00}"),
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
            yield return Invariant($"Ruled out, for the smallest cluster has fewer than the {scan.MinSegmentSize:#,0} rows asked for: {sizes}.");
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
