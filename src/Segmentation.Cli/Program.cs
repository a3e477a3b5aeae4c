using System.Runtime.InteropServices;
using System.Text;
using Segmentation.Cli;

if (OperatingSystem.IsWindows() && Console.IsOutputRedirected)
{
    Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
}

using CancellationTokenSource cancellation = new();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
return await SegmentCommand.RunAsync(args, Console.Out, Console.Error, cancellation.Token, Terminal.Detect());

// The first signal lets the command unwind, so that its temporary files go; a second one kills, as without a handler.
void Cancel(PosixSignalContext context)
{
    context.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}
