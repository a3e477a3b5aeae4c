namespace Segmentation.Notebooks;

/// <summary>How far the run of a notebook is.</summary>
/// <param name="Done">Code cells that have ended.</param>
/// <param name="Total">All code cells.</param>
/// <param name="Cell">The number of the cell that runs now.</param>
/// <param name="Restoring">The packages that it waits for, or null.</param>
public sealed record RunProgress(int Done, int Total, int Cell, string? Restoring);
