using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Notebooks;

namespace Segmentation.Cli.Commands;

/// <summary>What is said of the runs of notebooks.</summary>
internal static class NotebooksText
{
    /// <summary>One line for a run, and one for each cell that was skipped.</summary>
    public static void Show(CommandOutput output, NotebookRun run, string? verdict = null)
    {
        string seconds = run.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        string end = verdict ?? (run.Failed is CellRun failed ? $", stopped in cell {failed.Cell.Number}" : "");
        output.Line($"{run.Document.Path}: {Cells(run.RunCount)} run, {run.Skipped.Count()} skipped{end} ({seconds} s)");
        foreach (CellRun skipped in run.Skipped)
        {
            output.Line($"  skipped cell {skipped.Cell.Number}: {skipped.Failure!.Message}");
        }
    }

    public static string Summary(IReadOnlyList<NotebookRun> runs) =>
        $"{runs.Count} {(runs.Count == 1 ? "notebook" : "notebooks")}: {Cells(runs.Sum(run => run.RunCount))} run, "
        + $"{runs.Sum(run => run.Skipped.Count())} skipped.";

    public static JsonObject ToJson(IEnumerable<JsonObject> notebooks) => new() { ["notebooks"] = new JsonArray([.. notebooks]) };

    public static JsonObject ToJson(NotebookRun run) => new()
    {
        ["file"] = run.Document.Path,
        ["cellsRun"] = run.RunCount,
        ["cellsSkipped"] = run.Skipped.Count(),
        ["skipped"] = new JsonArray([.. run.Skipped.Select(ToJson)]),
        ["failed"] = run.Failed is CellRun failed ? ToJson(failed) : null,
        ["seconds"] = run.Duration.TotalSeconds,
    };

    private static JsonObject ToJson(CellRun cell) => new()
    {
        ["cell"] = cell.Cell.Number,
        ["line"] = cell.Failure!.Line,
        ["message"] = cell.Failure.Message,
    };

    private static string Cells(int count) => count == 1 ? "1 cell" : $"{count} cells";
}
