namespace Segmentation.Notebooks;

/// <summary>Where the parts of a code cell that a run replaces stand in the file.</summary>
/// <param name="Outputs">The value of <c>outputs</c>; null when the cell has none.</param>
/// <param name="ExecutionCount">The value of <c>execution_count</c>; null when the cell has none.</param>
/// <param name="LastValueEnd">Just behind the cell's last value, where a missing one is added.</param>
/// <param name="LastNameStart">The quote before the name of that value.</param>
internal sealed record CellSpan(Range? Outputs, Range? ExecutionCount, int LastValueEnd, int LastNameStart);
