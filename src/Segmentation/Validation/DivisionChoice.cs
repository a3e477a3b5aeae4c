using static System.FormattableString;

namespace Segmentation;

/// <summary>Makes a <see cref="ClusterCountDivision"/>: what to divide into where no number meets all requirements.</summary>
/// <param name="scan">The options.</param>
/// <param name="rows">How many rows there are.</param>
/// <param name="choices">What each criterion picks.</param>
internal sealed class DivisionChoice(ClusterCountScan scan, ScannedRows rows, CriterionChoice[] choices)
{
    /// <summary>What is no discovery has to be useful: more segments than this nobody treats each in their own way.</summary>
    private const int MostSegments = 10;

    public ClusterCountDivision Of(IReadOnlyList<ClusterCountScore> scores)
    {
        ClusterCountScore[] tested = [.. scores.Where(score => score.UniformPValue is not null && score.ClusterCount <= MostSegments)];
        ClusterCountScore[] largeEnough = [.. tested.Where(score => score.SmallestSize >= scan.MinSegmentSize)];
        ClusterCountScore[] possible = largeEnough.Length > 0 ? largeEnough : tested;
        int fewest = possible.Min(Failures);
        ClusterCountScore best = ClusterCountContest.Winner([.. possible.Where(score => Failures(score) == fewest)])!;
        return new(best.ClusterCount, For(best, fewest, possible), [.. Against(best)], Change(best));
    }

    private int Failures(ClusterCountScore score) =>
        new[]
        {
            ClusterCountRequirements.StandsOut(score), ClusterCountRequirements.HasStructure(score), ClusterCountRequirements.IsStable(score),
            ClusterCountRequirements.HasValleys(score), !ClusterCountRequirements.IsTiny(score, rows.Count),
        }.Count(passed => !passed);

    private string For(ClusterCountScore best, int failures, ClusterCountScore[] possible)
    {
        string[] picking = [.. choices.Where(choice => choice.ClusterCount == best.ClusterCount).Select(choice => choice.Criterion)];
        string picked = picking.Length == 0 ? "no criterion picks it" : $"{string.Join(", ", picking)} pick{(picking.Length == 1 ? "s" : string.Empty)} it";
        string rank = possible.Length == 1 ? "it is the only number that could be tested"
            : Invariant($"it fails {failures} of 5 tests, the fewest");
        return Invariant($"Best candidate: k = {best.ClusterCount}; {rank}; {picked}.");
    }

    private IEnumerable<string> Against(ClusterCountScore best)
    {
        int k = best.ClusterCount;
        if (!ClusterCountRequirements.StandsOut(best))
        {
            double p = best.UniformPValue!.Value;
            yield return Invariant($"Rows without groups of the same extent and values have silhouettes as high in {NumberText.Beside(100 * p, 0, 100 * ClusterCountRequirements.UniformLevel)}% of cases (p = {NumberText.Beside(p, 2, ClusterCountRequirements.UniformLevel)}; at most {ClusterCountRequirements.UniformLevel:0.00} is asked for).");
        }

        if (!ClusterCountRequirements.HasStructure(best))
        {
            yield return Invariant($"The mean silhouette at k = {k} is {NumberText.Beside(best.Silhouette!.Value, 2, ClusterCountRequirements.NoStructure)}: no substantial structure (above {ClusterCountRequirements.NoStructure:0.00} is asked for).");
        }

        if (best.LeastStability is null)
        {
            yield return Invariant($"Whether bootstrap samples find the {k} clusters again is not known: one of them has no row in the sample of {rows.Resampled:#,0}.");
        }
        else if (!ClusterCountRequirements.IsStable(best))
        {
            yield return Invariant($"Bootstrap samples do not find the least stable of the {k} clusters again: mean Jaccard {StabilityText.Jaccard(best.LeastStability.Value)} (at least {ClusterRecovery.Stable:0.00} is asked for).");
        }

        if (!ClusterCountRequirements.HasValleys(best))
        {
            yield return Invariant($"Between some two of the {k} clusters the rows do not thin out: p = {best.ValleyPValue:0.00} for the least clear valley (at most {ClusterCountRequirements.ValleyBound(k):0.00} is asked for).");
        }

        if (ClusterCountRequirements.IsTiny(best, rows.Count))
        {
            yield return ClusterCountReasons.Tiny(best, rows.Count);
        }

        if (best.SmallestSize < scan.MinSegmentSize)
        {
            yield return Invariant($"The smallest of the {k} clusters has {best.SmallestSize:#,0} of the {NumberText.Counted(scan.MinSegmentSize, "row")} asked for.");
        }
    }

    /// <summary>Of the gravest failure.</summary>
    private string Change(ClusterCountScore best) => 0 switch
    {
        _ when !ClusterCountRequirements.StandsOut(best) || !ClusterCountRequirements.HasStructure(best) =>
            "Columns in which groups of customers really differ would change that; more rows alone only if the groups are there.",
        _ when !ClusterCountRequirements.IsStable(best) =>
            Invariant($"More customers than {rows.Count:#,0}, or fewer columns that merely add noise, would change that if the groups are there."),
        _ when !ClusterCountRequirements.HasValleys(best) =>
            "A column in which the neighbouring clusters differ would change that; without one the border between them is a decision of yours.",
        _ => "More customers of the smallest group would change that.",
    };
}
