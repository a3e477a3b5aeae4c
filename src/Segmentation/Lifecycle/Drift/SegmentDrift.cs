namespace Segmentation;

/// <summary>Whether a segment is what it was.</summary>
/// <param name="Segment">Its number, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="TrainingShare">Its share of the training customers, 0 to 1.</param>
/// <param name="Customers">The customers that belong to it now.</param>
/// <param name="Share">Their share, 0 to 1; 0 where nobody can be scored.</param>
/// <param name="Shifts">
/// How far its customers moved, for each feature in order that varies and has more than two values; empty where the segment
/// has too few customers, in training or now.
/// </param>
public sealed record SegmentDrift(
    int Segment, string Name, double TrainingShare, int Customers, double Share, IReadOnlyList<CentroidShift> Shifts)
{
    /// <summary>The feature that moved most; null where none moved.</summary>
    public CentroidShift? Largest => Shifts.MaxBy(shift => Math.Abs(shift.Deviations)) is { Deviations: not 0 } largest ? largest : null;

    /// <summary>The name of that feature, "none" where none moved; null where nothing was compared.</summary>
    internal string? LargestName => Largest?.Feature ?? (Shifts.Count == 0 ? null : "none");
}

/// <summary>How far a segment's customers moved along a feature.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="TrainingMean">The segment's mean in training, in original units.</param>
/// <param name="Mean">The segment's mean now, in original units.</param>
/// <param name="Deviations">The difference in standard deviations of the training customers within the segment.</param>
/// <param name="AdjustedPValue">How often chance alone gives it, by Student's t-test, adjusted for the number of checks.</param>
/// <param name="Verdict">What it calls for.</param>
public sealed record CentroidShift(
    string Feature, double TrainingMean, double Mean, double Deviations, double AdjustedPValue, DriftVerdict Verdict);
