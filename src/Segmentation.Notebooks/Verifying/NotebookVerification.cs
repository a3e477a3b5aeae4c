namespace Segmentation.Notebooks;

/// <summary>Whether a run gave the outputs that stand in the notebook's file.</summary>
/// <param name="Run">The run.</param>
/// <param name="Differences">The cells where it did not.</param>
public sealed record NotebookVerification(NotebookRun Run, IReadOnlyList<OutputDifference> Differences)
{
    /// <summary>Whether every cell ran and gave the same.</summary>
    public bool IsSame => Run.Failed is null && Differences.Count == 0;

    /// <summary>
    /// Compares the outputs of the cells that ran. A cell that was skipped has nothing to compare; one that was skipped when the
    /// file was written, and now ran, differs.
    /// </summary>
    public static NotebookVerification Of(NotebookRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        List<OutputDifference> differences = [];
        foreach (CellRun cell in run.Cells.Where(cell => cell.State == CellState.Run))
        {
            if (OutputComparison.Difference(cell.Cell.Outputs, cell.Outputs) is string message)
            {
                differences.Add(new OutputDifference(cell.Cell.Number, message));
            }
        }

        return new NotebookVerification(run, differences);
    }
}
