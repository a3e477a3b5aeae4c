using System.Diagnostics;
using System.IO.Pipes;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Segmentation.Notebooks;

/// <summary>
/// The process that runs the cells. A cell may loop for ever, exhaust the stack or end its process; whatever it does,
/// this one can be told and ended.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private const int MostErrorLines = 3;   // the first ones; what follows a stack overflow is long

    /// <summary>The process ends with its pipe, at once, unless it is stuck; it has a folder to remove.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly NamedPipeServerStream pipe;
    private readonly StreamReader messages;
    private readonly List<string> errorLines = [];

    private WorkerProcess(Process process, NamedPipeServerStream pipe)
    {
        this.process = process;
        this.pipe = pipe;
        messages = new StreamReader(pipe, leaveOpen: true);
    }

    /// <summary>Starts the process in a folder.</summary>
    public static async Task<WorkerProcess> StartAsync(string folder, CancellationToken cancellationToken)
    {
        string name = $"segment-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        NamedPipeServerStream pipe = new(
            name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        ProcessStartInfo start = new(DotnetHost.Path)
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Segmentation.Notebooks.Worker.dll"), name, folder },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        WorkerProcess worker = new(Process.Start(start)!, pipe);
        try
        {
            worker.Watch();
            using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task exit = worker.process.WaitForExitAsync(ended.Token);
            Task connection = pipe.WaitForConnectionAsync(ended.Token);
            await Task.WhenAny(connection, exit);
            cancellationToken.ThrowIfCancellationRequested();
            if (!connection.IsCompletedSuccessfully)
            {
                throw new DataException($"The process that runs the cells did not start: {await worker.EndAsync()}.");
            }

            await ended.CancelAsync();
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks for a cell to be run.</summary>
    public async Task SendAsync(CellRequest request, CancellationToken cancellationToken) =>
        await pipe.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(request) + "\n"), cancellationToken);

    /// <summary>The next message, or null when the process has ended.</summary>
    public async Task<WorkerMessage?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await messages.ReadLineAsync(cancellationToken) is string line
                ? JsonSerializer.Deserialize<WorkerMessage>(line)
                : null;
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            return null;   // it ended in the middle of a message
        }
    }

    /// <summary>How the process ended, after <see cref="ReadAsync"/> gave null.</summary>
    public async Task<string> EndAsync()
    {
        await process.WaitForExitAsync();
        lock (errorLines)
        {
            string words = errorLines.Count > 0 ? $": {string.Join(" ", errorLines)}" : string.Empty;
            return $"exit code {process.ExitCode}{words}";
        }
    }

    /// <summary>Ends the process, and what it started, whatever they are doing.</summary>
    public async ValueTask DisposeAsync()
    {
        await pipe.DisposeAsync();
        if (!process.WaitForExit(Grace))
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        messages.Dispose();
        process.Dispose();
    }

    private void Watch()
    {
        process.StandardInput.Close();
        process.OutputDataReceived += (_, _) => { };   // read, so that nobody waits for a reader
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errorLines)
            {
                if (line.Data is { Length: > 0 } text && errorLines.Count < MostErrorLines)
                {
                    errorLines.Add(text.Trim());
                }
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }
}
