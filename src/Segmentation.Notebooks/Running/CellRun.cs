namespace Segmentation.Notebooks;

/// <summary>What became of one cell.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="State">Whether it ran.</param>
/// <param name="Outputs">What it gave.</param>
/// <param name="Failure">What stopped it, or what it was skipped for; null when it ran to its end.</param>
public sealed record CellRun(NotebookCell Cell, CellState State, CellOutputs Outputs, CellFailure? Failure);

/// <summary>Whether a cell ran.</summary>
public enum CellState
{
    /// <summary>To its end.</summary>
    Run,

    /// <summary>Not at all, and that is in order.</summary>
    Skipped,

    /// <summary>It was stopped by an error.</summary>
    Failed,
}
