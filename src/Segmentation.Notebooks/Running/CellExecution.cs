using System.Globalization;

namespace Segmentation.Notebooks;

/// <summary>Has one cell after the other run by a process, and ends waiting when one takes too long.</summary>
internal sealed class CellExecution(WorkerProcess worker, TimeSpan timeout)
{
    /// <summary>Runs a cell.</summary>
    /// <param name="request">The cell.</param>
    /// <param name="restoring">Told which packages the cell waits for; null when it goes on.</param>
    /// <param name="cancellationToken">Ends the waiting; the process is then to be disposed of.</param>
    /// <returns>What the cell gave, and what stopped it, if anything did.</returns>
    public async Task<(OutputCollector Outputs, CellFailure? Failure)> RunAsync(
        CellRequest request, Action<string?> restoring, CancellationToken cancellationToken)
    {
        OutputCollector outputs = new();
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            await worker.SendAsync(request, limit.Token);
            while (true)
            {
                switch (await worker.ReadAsync(limit.Token))
                {
                    case EndMessage end:
                        return (outputs, end.Failure);
                    case RestoringMessage restore:
                        restoring(restore.Begins ? restore.Packages : null);
                        limit.CancelAfter(restore.Begins ? Timeout.InfiniteTimeSpan : timeout);
                        break;
                    case null:
                        cancellationToken.ThrowIfCancellationRequested();
                        return (outputs, new CellFailure(
                            CellFailureKind.ProcessEnded, null, $"it ended the process that runs the cells ({await worker.EndAsync()})."));
                    case WorkerMessage message:
                        outputs.Add(message);
                        break;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            string seconds = timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
            return (outputs, new CellFailure(
                CellFailureKind.TimedOut, null, $"it was stopped after {seconds} seconds. Give it more time with --timeout."));
        }
        catch (IOException) when (!cancellationToken.IsCancellationRequested)
        {
            return (outputs, new CellFailure(
                CellFailureKind.ProcessEnded, null, $"the process that runs the cells is gone ({await worker.EndAsync()})."));
        }
    }
}
