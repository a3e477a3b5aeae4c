using static System.FormattableString;

namespace Segmentation;

/// <summary>How far an old and a new segmentation agree on the customers that both know.</summary>
/// <param name="Customers">Known to both.</param>
/// <param name="SameSegment">Of these, those whose segment goes on and who are still in it.</param>
/// <param name="AdjustedRandIndex">1 for the same grouping, about 0 for unrelated ones; null without customers known to both.</param>
public sealed record SegmentAgreement(int Customers, int SameSegment, double? AdjustedRandIndex)
{
    /// <summary>
    /// Below this adjusted Rand index two groupings disagree too much to be combined: poor recovery, where 0.65 and more is
    /// moderate, 0.8 good and 0.9 excellent (Steinley 2004, Psychological Methods 9(3)).
    /// </summary>
    public const double LeastToCombine = 0.65;

    /// <summary>Whether old and new may be mixed.</summary>
    public bool AllowsCombining => AdjustedRandIndex >= LeastToCombine;

    /// <summary>One sentence with its numbers.</summary>
    public string Describe() => AdjustedRandIndex is not double index
        ? "No customer is known to both, so that nobody can say how far old and new agree."
        : Invariant($"{SameSegment:#,0} of {NumberText.Customers(Customers)} known to both ({NumberText.Percent((double)SameSegment / Customers)}) {NumberText.Are(SameSegment)} in the segment that goes on as theirs; the adjusted Rand index is {index:0.000}")
            + (AllowsCombining ? "." : Invariant($", below {LeastToCombine}: old and new disagree too much to be combined."));
}
