namespace Segmentation.Notebooks.Tests;

/// <summary>Reads what a run gave.</summary>
internal static class RunResults
{
    /// <summary>The bundle of a cell's last output.</summary>
    public static IReadOnlyDictionary<string, string> Data(this NotebookRun run, int cell)
    {
        Assert.Null(run.Failed?.Failure);
        CellOutput output = run.Cells.Single(each => each.Cell.Number == cell).Outputs.Outputs[^1];
        return output is DisplayOutput display ? display.Data : Assert.IsType<ResultOutput>(output).Data;
    }

    /// <summary>The text of a cell's last output.</summary>
    public static string Result(this NotebookRun run, int cell) => run.Data(cell)["text/plain"];
}
