namespace Segmentation;

/// <summary>A thing to do for a segment, with the numbers it rests on.</summary>
/// <param name="Segment">The segment's number, from 1.</param>
/// <param name="Family">What kind of advice it is.</param>
/// <param name="Rule">The id of the rule that made it.</param>
/// <param name="Action">What to do, in one sentence.</param>
/// <param name="Reason">Why, in one sentence that carries the numbers that satisfied the rule.</param>
/// <param name="Evidence">The numbers, at least one.</param>
public sealed partial record Recommendation(
    int Segment,
    RecommendationFamily Family,
    string Rule,
    string Action,
    string Reason,
    IReadOnlyList<Evidence> Evidence)
{
    /// <summary>Where to reach the segment with it; null where that makes no difference.</summary>
    public string? Channel { get; init; }

    /// <summary>How success is measured; null where the rule says nothing.</summary>
    public string? Measure { get; init; }

    /// <summary>Where the rule comes from: "built-in", or the name of the playbook's file.</summary>
    public string Source { get; init; } = Playbook.BuiltInSource;

    /// <summary>
    /// The ids of the rules that advise the opposite on the same segment; empty (the default) where none does. Such
    /// rules come from one playbook: a rule of one's own wins over a built-in one, which then makes no recommendation.
    /// </summary>
    public IReadOnlyList<string> ContradictedBy { get; init; } = [];
}
