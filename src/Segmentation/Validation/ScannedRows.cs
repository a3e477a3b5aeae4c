namespace Segmentation;

/// <summary>The rows of a <see cref="ClusterCountScan"/>, and how far it went.</summary>
/// <param name="Count">How many there are; where they carry weights, the sum of them.</param>
/// <param name="Resampled">The rows that were resampled: all of them or a sample.</param>
internal sealed record ScannedRows(double Count, int Resampled)
{
    /// <summary>The number of different rows where they form a table (<see cref="CombinationTable"/>); else null.</summary>
    public int? Combinations { get; init; }

    /// <summary>The end of the range in which every k was tried.</summary>
    public int End { get; init; }

    /// <summary>The largest k that was looked at on a sample, or the end of the range.</summary>
    public int LookedTo { get; init; }
}
