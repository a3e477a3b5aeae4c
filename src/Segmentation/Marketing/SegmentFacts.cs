namespace Segmentation;

/// <summary>What is known of a segment beside its columns.</summary>
/// <param name="Profile">The segment.</param>
/// <param name="Recovery">How well bootstrap samples recover it; null where that was not tried.</param>
/// <param name="Samples">The bootstrap samples; null where there are none.</param>
/// <param name="Worth">What its customers are worth; null where no value is known.</param>
/// <param name="Value">The ranking that says so; null where there is none.</param>
internal sealed record SegmentFacts(
    SegmentProfile Profile,
    ClusterRecovery? Recovery = null,
    int? Samples = null,
    SegmentValue? Worth = null,
    ValueRanking? Value = null);
