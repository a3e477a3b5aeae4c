using System.Text.Json.Nodes;
using Segmentation.Notebooks;

namespace Segmentation.Cli.Commands;

/// <summary>Runs notebooks and compares what they give with the outputs in their files.</summary>
internal sealed class NotebooksVerify(NotebooksRequest request, CommandOutput output)
{
    public void Run(CancellationToken cancellationToken)
    {
        List<NotebookDocument> documents = [.. request.Files.Select(NotebookDocument.Load)];
        List<NotebookVerification> verified = output.WithProgress<List<NotebookVerification>>(stages =>
            [.. documents.Select(document => NotebookVerification.Of(
                NotebookProgress.Run(request.Runner, document, null, stages, cancellationToken)))]);
        output.Document(() => NotebooksText.ToJson(verified.Select(ToJson)));
        foreach (NotebookVerification notebook in verified)
        {
            string verdict = notebook.Run.Failed is CellRun failed
                ? $", stopped in cell {failed.Cell.Number}"
                : notebook.Differences.Count == 0 ? ", as in the file" : $", {notebook.Differences.Count} differ";
            NotebooksText.Show(output, notebook.Run, verdict);
            foreach (OutputDifference difference in notebook.Differences)
            {
                output.Line($"  cell {difference.Cell}: {difference.Message}");
            }
        }

        output.Line(NotebooksText.Summary([.. verified.Select(notebook => notebook.Run)]));
        NotebookVerification[] bad = [.. verified.Where(notebook => !notebook.IsSame)];
        if (bad.Length > 0)
        {
            throw new DataException(string.Join(" ", bad.Select(Fault)));
        }
    }

    private static string Fault(NotebookVerification notebook)
    {
        string path = notebook.Run.Document.Path;
        if (notebook.Run.Failed is CellRun failed)
        {
            return $"{path}: {failed.Failure!.At(failed.Cell.Number)}";
        }

        string cells = string.Join(", ", notebook.Differences.Select(difference => difference.Cell).Distinct());
        return $"{path} gives other outputs than it has, in cell {cells}. If they are right, 'segment notebooks run' keeps them.";
    }

    private static JsonObject ToJson(NotebookVerification notebook)
    {
        JsonObject json = NotebooksText.ToJson(notebook.Run);
        json["same"] = notebook.IsSame;
        json["differences"] = new JsonArray([.. notebook.Differences.Select(difference => new JsonObject
        {
            ["cell"] = difference.Cell,
            ["message"] = difference.Message,
        })]);
        return json;
    }
}
