namespace Segmentation.Notebooks.Worker;

/// <summary>A cell to be run by the process that runs the cells.</summary>
/// <param name="Number">Its number, for messages.</param>
/// <param name="Code">Its text.</param>
/// <param name="Language">Its language; null for C#.</param>
internal sealed record CellRequest(int Number, string Code, string? Language);
