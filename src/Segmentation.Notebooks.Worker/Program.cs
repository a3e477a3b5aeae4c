using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Segmentation.Notebooks.Worker;

// The process that runs the cells of one notebook. WorkerProcess starts it: requests come through the pipe, messages go
// back through it, and the process ends when the pipe does.
if (args is not [string pipeName, string folder])
{
    Console.Error.WriteLine("This program runs the cells for 'segment notebooks'.");
    return 1;
}

Environment.CurrentDirectory = folder;
using NamedPipeClientStream pipe = new(
    ".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
await pipe.ConnectAsync();
using StreamReader requests = new(pipe, leaveOpen: true);
using StreamWriter messages = new(pipe, new UTF8Encoding(false), leaveOpen: true) { AutoFlush = true };
CellConsole console = new(message => messages.Write(JsonSerializer.Serialize(message) + "\n"));
console.Install();
using CellSession session = new(folder, console);
Task running = Task.CompletedTask;

// Always reading, so that the process ends when its owner does, even while a cell runs.
while (await requests.ReadLineAsync() is string line)
{
    CellRequest request = JsonSerializer.Deserialize<CellRequest>(line)!;
    running = Task.Run(async () =>
    {
        console.Begin();
        console.Send(new EndMessage(await session.RunAsync(request)));
    });
}

if (!running.IsCompleted)
{
    session.Dispose();
    Environment.Exit(1);   // a cell that loops for ever would keep the process
}

return 0;
