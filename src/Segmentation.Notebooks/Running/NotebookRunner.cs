using System.Diagnostics;

namespace Segmentation.Notebooks;

/// <summary>Runs the C# cells of a notebook in order, in one state, in the notebook's folder.</summary>
public sealed record NotebookRunner
{
    /// <summary>A cell that asks for packages that some feeds may lack.</summary>
    public const string RequiresPackageTag = "requires-package";

    /// <summary>A cell that can only run when such a cell of its section before it could.</summary>
    public const string DependsOnPackageTag = "depends-on-package";

    /// <summary>How long one cell may take; the time to restore packages does not count. Default: 10 minutes.</summary>
    public TimeSpan CellTimeout
    {
        get;
        init => field = value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(CellTimeout), value, $"{nameof(CellTimeout)} should be above 0.");
    } = TimeSpan.FromMinutes(10);

    /// <summary>Whether cells in other languages and with unknown magics are skipped; otherwise they are errors.</summary>
    public bool SkipUnsupported { get; init; }

    /// <summary>Runs a notebook. Its file is not touched.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="parameters">Values for the cell tagged <c>parameters</c>; null for its own.</param>
    /// <param name="progress">Told before each cell.</param>
    /// <param name="cancellationToken">Ends the run, even within a cell.</param>
    public async Task<NotebookRun> RunAsync(
        NotebookDocument document,
        ParameterValues? parameters = null,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        Stopwatch clock = Stopwatch.StartNew();
        NotebookCell[] code = [.. document.Cells.Where(cell => cell.Kind == CellKind.Code)];
        Dictionary<NotebookCell, CellFailure> dependent = [];
        List<CellRun> done = [];
        await using WorkerProcess worker = await WorkerProcess.StartAsync(document.Folder, cancellationToken);
        CellExecution execution = new(worker, CellTimeout);
        foreach (NotebookCell cell in code)
        {
            RunProgress now = new(done.Count, code.Length, cell.Number, null);
            progress?.Report(now);
            if (dependent.TryGetValue(cell, out CellFailure? missing))
            {
                done.Add(Skipped(cell, missing));
                continue;
            }

            CellRequest request = new(
                cell.Number, parameters?.Code(cell) ?? cell.Source, cell.Language ?? document.Language);
            int count = done.Count(run => run.State == CellState.Run) + 1;
            (OutputCollector outputs, CellFailure? failure) = await execution.RunAsync(
                request, packages => progress?.Report(now with { Restoring = packages }), cancellationToken);
            if (failure is null)
            {
                parameters?.AddNote(cell, outputs);
                done.Add(new CellRun(cell, CellState.Run, new CellOutputs(outputs.Outputs, count), null));
            }
            else if (MayBeSkipped(cell, failure))
            {
                done.Add(Skipped(cell, failure));
                foreach (NotebookCell other in Dependent(document, cell, failure))
                {
                    dependent[other] = failure;
                }
            }
            else
            {
                outputs.Add(failure, cell.Number);
                done.Add(new CellRun(cell, CellState.Failed, new CellOutputs(outputs.Outputs, count), failure));
                break;
            }
        }

        return new NotebookRun(document, done, clock.Elapsed);
    }

    private bool MayBeSkipped(NotebookCell cell, CellFailure failure) => failure.Kind switch
    {
        CellFailureKind.PackageUnavailable => cell.Tags.Contains(RequiresPackageTag),
        CellFailureKind.Unsupported => SkipUnsupported,
        _ => false,
    };

    private static IEnumerable<NotebookCell> Dependent(NotebookDocument document, NotebookCell cell, CellFailure failure) =>
        failure.Kind == CellFailureKind.PackageUnavailable
            ? NotebookSections.RestOf(document, cell).Where(other => other.Tags.Contains(DependsOnPackageTag))
            : [];

    private static CellRun Skipped(NotebookCell cell, CellFailure failure)
    {
        OutputCollector outputs = new();

        // The SDK's own words name this machine's package sources, but the notebook is read elsewhere.
        string reason = failure.Kind == CellFailureKind.PackageUnavailable
            ? failure.Message.Split(": ", 2)[0] + "."
            : failure.Message;
        outputs.AddText($"Skipped: {reason}", saysSkipped: true);
        return new CellRun(cell, CellState.Skipped, new CellOutputs(outputs.Outputs, null), failure);
    }
}
