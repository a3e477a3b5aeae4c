using System.Text.Json.Nodes;
using Segmentation.Notebooks;

namespace Segmentation.Cli.Commands;

/// <summary>Runs notebooks and writes their outputs, and pages where they are asked for.</summary>
internal sealed class NotebooksRun(NotebooksRequest request, CommandOutput output)
{
    public void Run(CancellationToken cancellationToken)
    {
        // All are read and checked first: a misspelt parameter of the last one is found before the first one runs.
        List<(NotebookDocument Document, ParameterValues? Values)> notebooks =
            [.. request.Files.Select(NotebookDocument.Load).Select(document => (document, Values(document)))];
        if (request.Folder is string folder)
        {
            Directory.CreateDirectory(folder);
        }

        List<NotebookRun> runs = [];
        output.WithProgress(stages =>
        {
            foreach ((NotebookDocument document, ParameterValues? values) in notebooks)
            {
                NotebookRun run = NotebookProgress.Run(request.Runner, document, values, stages, cancellationToken);
                runs.Add(run);
                Write(run, cancellationToken);
                if (run.Failed is not null)
                {
                    break;
                }
            }

            return 0;
        });
        output.Document(() => NotebooksText.ToJson(runs.Select(run => ToJson(run))));
        foreach (NotebookRun run in runs)
        {
            NotebooksText.Show(output, run);
        }

        output.Line(NotebooksText.Summary(runs));
        if (runs[^1].Failed is CellRun failed)
        {
            throw new DataException($"{runs[^1].Document.Path}: {failed.Failure!.At(failed.Cell.Number)}");
        }
    }

    private ParameterValues? Values(NotebookDocument document) =>
        request.Values.Count > 0 ? ParameterValues.Of(document, request.Values, Directory.GetCurrentDirectory()) : null;

    private void Write(NotebookRun run, CancellationToken cancellationToken)
    {
        byte[] notebook = run.ToBytes();
        AtomicFile.Write(Target(run, ".ipynb"), stream => stream.Write(notebook), cancellationToken);
        if (request.Html is PageKind kind)
        {
            AtomicFile.WriteText(
                Target(run, ".html"), writer => writer.Write(NotebookPage.Of(run.Document, run.Outputs, kind)), cancellationToken);
        }
    }

    private string Target(NotebookRun run, string ending) => request.Folder is string folder
        ? Path.Combine(folder, Path.GetFileNameWithoutExtension(run.Document.Path) + ending)
        : run.Document.Path;

    private JsonObject ToJson(NotebookRun run)
    {
        JsonObject json = NotebooksText.ToJson(run);
        json["out"] = Target(run, ".ipynb");
        json["html"] = request.Html is null ? null : Target(run, ".html");
        return json;
    }
}
