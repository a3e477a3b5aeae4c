using System.Diagnostics;
using System.Globalization;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>What becomes of the process that runs the cells when its owner is ended.</summary>
public sealed class NotebooksProcessTests : IDisposable
{
    private const string Notebook =
        """{"cells": [{"cell_type": "code", "source": "System.IO.File.WriteAllText(\"begun\", $\"{Environment.ProcessId}.\");\nwhile (true) { }"}], "nbformat": 4}""";

    private readonly TemporaryFolder folder = new();

    public NotebooksProcessTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "These tests use kill and /proc.");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("INT", 130, "segment: cancelled\n")]
    [InlineData("KILL", 137, "")]
    public async Task EndlessCell_ProcessIsEnded_LeavesNoProcessAndTheNotebookAsItWas(string signal, int exitCode, string message)
    {
        string path = folder.Write("a.ipynb", Notebook);
        using Process process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "segment.dll"), "notebooks", "run", path },
            RedirectStandardError = true,
        })!;
        string worker = await WaitForTheCellAsync(process);

        using Process kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((exitCode, message), (process.ExitCode, error));
        Assert.Equal(Notebook, File.ReadAllText(path));
        Assert.True(SpinWait.SpinUntil(() => !Directory.Exists($"/proc/{worker}"), TimeSpan.FromSeconds(10)));
    }

    /// <summary>The id of the process that runs the cell, once it does.</summary>
    private async Task<string> WaitForTheCellAsync(Process process)
    {
        string path = folder.File("begun");
        while (!process.HasExited && !(File.Exists(path) && File.ReadAllText(path).EndsWith('.')))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return File.ReadAllText(path).TrimEnd('.');
    }
}
