namespace Segmentation;

/// <summary>How far a pipeline is.</summary>
/// <param name="Step">What was just done, in words.</param>
/// <param name="Done">The steps done.</param>
/// <param name="Total">All steps.</param>
public sealed record PipelineProgress(string Step, int Done, int Total);
