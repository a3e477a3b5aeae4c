using System.Diagnostics;
using Segmentation.Tests;
using Segmentation.TestSupport;

namespace Segmentation.Notebooks.Tests.Kernels;

/// <summary>A notebook executed by Jupyter's own client, with the kernel of .NET Interactive, gives the committed outputs.</summary>
public sealed class JupyterTests
{
    private const string File = "03-how-k-means-works.ipynb";

    /// <summary>Without <c>--http-local-only</c> the kernel would listen on every interface.</summary>
    private const string KernelSpec =
        """
        {
          "argv": ["dotnet", "tool", "run", "dotnet-interactive", "--", "jupyter", "--default-kernel", "csharp", "--http-local-only", "{connection_file}"],
          "display_name": ".NET (C#)",
          "language": "C#"
        }
        """;

    [Fact]
    public async Task Execute_Notebook_GivesTheCommittedOutputs()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        Browser.Require("/usr/bin/jupyter-nbconvert", "jupyter-nbconvert is not installed (Debian's jupyter-nbconvert and python3-nbclient).");
        await using (await GenuineKernel.StartAsync(new Dictionary<string, string>(), cancellationToken))
        {
            // The tool is there.
        }

        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("kernels/.net-csharp"));
        folder.Write("kernels/.net-csharp/kernel.json", KernelSpec);
        ProcessStartInfo start = new("/usr/bin/jupyter-nbconvert", ["--to", "notebook", "--execute", "--output-dir", folder.File("out"), File])
        {
            WorkingDirectory = Repository.PathOf("notebooks"),
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["JUPYTER_PATH"] = folder.File("."), ["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1" },
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, await errors + await output);

        NotebookCell[] committed = Code(Repository.PathOf("notebooks", File));
        NotebookCell[] executed = Code(folder.File(Path.Combine("out", File)));
        Assert.Equal(committed.Select(cell => cell.Source), executed.Select(cell => cell.Source));

        // Below the first cell Jupyter also keeps the script by which the kernel finds its own page.
        foreach ((NotebookCell before, NotebookCell after) in committed.Zip(executed).Skip(1))
        {
            string? difference = OutputComparison.Difference(before.Outputs, after.Outputs);
            Assert.True(difference is null, $"{File}, cell {before.Number}: {difference}");
        }
    }

    private static NotebookCell[] Code(string path) =>
        [.. NotebookDocument.Load(path).Cells.Where(cell => cell.Kind == CellKind.Code)];
}
