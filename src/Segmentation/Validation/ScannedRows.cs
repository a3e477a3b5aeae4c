namespace Segmentation;

/// <summary>The rows of a <see cref="ClusterCountScan"/>.</summary>
/// <param name="Count">How many there are; where they carry weights, the sum of them.</param>
/// <param name="Resampled">The rows that were resampled: all of them or a sample.</param>
internal sealed record ScannedRows(double Count, int Resampled);
