using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Segmentation.Benchmarks;

/// <summary>A program that answers with one line of JSON: this one, or the peers' script under a Python.</summary>
/// <param name="FileName">What to start.</param>
/// <param name="Before">The arguments before the verb.</param>
internal sealed record ChildProcess(string FileName, IReadOnlyList<string> Before)
{
    /// <summary>The settings that peers are timed with and without; what this process was given must not leak to them.</summary>
    private static readonly string[] OwnVariables = ["OMP_WAIT_POLICY", "OPENBLAS_CORETYPE"];

    /// <summary>This program, started the way it was started.</summary>
    public static ChildProcess Itself { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? new(Environment.ProcessPath!, [typeof(ChildProcess).Assembly.Location])
            : new(Environment.ProcessPath!, []);

    /// <summary>Runs it to its end and reads the last line of its output.</summary>
    /// <exception cref="ChildProcessException">It cannot be started, fails, or answers with something else.</exception>
    public JsonObject Ask(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        ProcessStartInfo start = new(FileName, [.. Before, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in OwnVariables)
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? JsonNode.Parse(LastLine(output))!.AsObject()
                : throw new ChildProcessException($"{FileName} ended with {process.ExitCode}: {LastLine(errors.Result)}");
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or JsonException or InvalidOperationException)
        {
            throw new ChildProcessException($"{FileName}: {error.Message}");
        }
    }

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault(string.Empty);
}

/// <summary>A program that gave no answer; the message says why.</summary>
internal sealed class ChildProcessException(string message) : Exception(message);
