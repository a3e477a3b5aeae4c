namespace Segmentation.Notebooks;

/// <summary>A cell whose outputs are not the ones in the file.</summary>
/// <param name="Cell">Its number.</param>
/// <param name="Message">What differs, in one line.</param>
public sealed record OutputDifference(int Cell, string Message);
