namespace Segmentation.Notebooks;

/// <summary>One run of a notebook.</summary>
/// <param name="Document">The notebook.</param>
/// <param name="Cells">The code cells up to the one that failed, or all of them.</param>
/// <param name="Duration">How long it took.</param>
public sealed record NotebookRun(NotebookDocument Document, IReadOnlyList<CellRun> Cells, TimeSpan Duration)
{
    /// <summary>The cell that stopped the run, or null.</summary>
    public CellRun? Failed => Cells.FirstOrDefault(cell => cell.State == CellState.Failed);

    /// <summary>The cells that ran to their end.</summary>
    public int RunCount => Cells.Count(cell => cell.State == CellState.Run);

    /// <summary>The cells that were skipped.</summary>
    public IEnumerable<CellRun> Skipped => Cells.Where(cell => cell.State == CellState.Skipped);

    /// <summary>The outputs by the number of the cell.</summary>
    public IReadOnlyDictionary<int, CellOutputs> Outputs => Cells.ToDictionary(cell => cell.Cell.Number, cell => cell.Outputs);

    /// <summary>The notebook's bytes with these outputs; cells behind one that failed keep their own.</summary>
    public byte[] ToBytes() => Document.WithOutputs(Outputs);
}
