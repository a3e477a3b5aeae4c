using static System.FormattableString;

namespace Segmentation;

/// <summary>What became of a segment, in the words of MONIC (Spiliopoulou, Ntoutsi, Theodoridis and Schult 2006).</summary>
public enum SegmentTransitionKind
{
    /// <summary>It goes on with its number and name.</summary>
    Survived,

    /// <summary>Its customers are now in several segments that mostly consist of them.</summary>
    Split,

    /// <summary>Most customers of several segments are now in one.</summary>
    Merged,

    /// <summary>It has no successor.</summary>
    Vanished,

    /// <summary>It has no predecessor.</summary>
    New,
}

/// <summary>A part of what a transition is made of.</summary>
/// <param name="From">The old segment's number.</param>
/// <param name="To">The new segment's number.</param>
/// <param name="Customers">The customers of both; 0 where segments were matched on their centroids.</param>
/// <param name="ShareOfOld">Of the old segment's customers who are known to both; null where there is none.</param>
/// <param name="ShareOfNew">Of the new segment's customers who are known to both; null where there is none.</param>
public sealed record SegmentFlow(int From, int To, int Customers, double? ShareOfOld, double? ShareOfNew);

/// <summary>What became of one segment, or of several that merged.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="From">The old segments' numbers, rising; none for a new one.</param>
/// <param name="To">The new segments' numbers, rising; none for one that vanished.</param>
/// <param name="Flows">The customers who went from each of the one to each of the other.</param>
/// <param name="OldSize">The customers that the old segments had.</param>
/// <param name="NewSize">The customers that the new segments have.</param>
/// <param name="Known">Of those that the sentence is about, how many are known to both models.</param>
/// <param name="Distance">Between the centroids, where segments were matched on them.</param>
public sealed record SegmentTransition(
    SegmentTransitionKind Kind,
    IReadOnlyList<int> From,
    IReadOnlyList<int> To,
    IReadOnlyList<SegmentFlow> Flows,
    int OldSize,
    int NewSize,
    int Known,
    double? Distance = null)
{
    /// <summary>One sentence with its numbers.</summary>
    public string Describe() => Kind switch
    {
        SegmentTransitionKind.Survived when Distance is double distance =>
            Invariant($"Segment {From[0]} survived: its centroid is {NumberText.Of(distance)} from the old one, and it has {NumberText.Customers(NewSize)}, before {OldSize:#,0}."),
        SegmentTransitionKind.Survived =>
            Invariant($"Segment {From[0]} survived: {Flows[0].Customers:#,0} of its {NumberText.Customers(Known)} known to both {NumberText.Are(Flows[0].Customers)} still in it{Percent(Flows[0].ShareOfOld)}; it has {NumberText.Customers(NewSize)}, before {OldSize:#,0}."),
        SegmentTransitionKind.Split =>
            Invariant($"Segment {From[0]} split: of its {NumberText.Customers(Known)} known to both, {Listed(Flows.Select(flow => Invariant($"{flow.Customers:#,0}{Percent(flow.ShareOfOld)} {NumberText.Are(flow.Customers)} in segment {flow.To}")))}."),
        SegmentTransitionKind.Merged =>
            Invariant($"Segments {Listed(From.Select(number => Invariant($"{number}")))} merged into segment {To[0]}: {Listed(Flows.Select(flow => Invariant($"{flow.Customers:#,0}{Percent(flow.ShareOfOld)} of those of segment {flow.From}")))} are in it."),
        SegmentTransitionKind.Vanished =>
            Invariant($"Segment {From[0]} vanished: it had {NumberText.Customers(OldSize)}, {Known:#,0} of them {NumberText.Are(Known)} known to both, and no segment goes on as it."),
        _ => Invariant($"Segment {To[0]} is new: {Known:#,0} of its {NumberText.Customers(NewSize)} {NumberText.Are(Known)} known to both, and it goes on as no old segment."),
    };

    private static string Percent(double? share) => share is double known ? $" ({NumberText.Percent(known)})" : string.Empty;

    private static string Listed(IEnumerable<string> parts)
    {
        string[] all = [.. parts];
        return all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
