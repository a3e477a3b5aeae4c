namespace Segmentation;

/// <summary>What a <see cref="Playbook"/> says about segments.</summary>
/// <param name="Recommendations">What to do, segment after segment, within each in the order of the families.</param>
/// <param name="Warnings">
/// Rules of one's own that cannot fire on these customers, and rules that contradict each other on a segment, a sentence
/// each.
/// </param>
public sealed record PlaybookAdvice(IReadOnlyList<Recommendation> Recommendations, IReadOnlyList<string> Warnings);
