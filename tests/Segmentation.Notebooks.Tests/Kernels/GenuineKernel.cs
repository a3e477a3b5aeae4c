using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Segmentation.TestSupport;

namespace Segmentation.Notebooks.Tests.Kernels;

/// <summary>
/// The kernel of .NET Interactive, as Visual Studio Code starts it: commands and events are lines of JSON on its standard input
/// and output. It is the local tool of the repository's manifest.
/// </summary>
internal sealed partial class GenuineKernel : IAsyncDisposable
{
    private const string Tool = "dotnet-interactive";
    private const string Target = "csharp";

    private static readonly Lazy<Task<string?>> Absence = new(WhyAbsentAsync);

    private readonly Process process;
    private readonly Task<string> errors;
    private int commands;

    private GenuineKernel(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts a kernel in the notebooks' folder; the test is skipped where the tool is not restored, and fails with CI=true.</summary>
    /// <param name="environment">Variables of the process besides this one's.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<GenuineKernel> StartAsync(IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        if (await Absence.Value is string reason)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Fail(reason);
        }

        GenuineKernel kernel = new(Start(environment, "stdio", "--working-dir", Repository.PathOf("notebooks")));
        try
        {
            while ((await kernel.ReadAsync(cancellationToken)).Type != "KernelReady")
            {
            }

            return kernel;
        }
        catch
        {
            await kernel.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a cell.</summary>
    /// <returns>What it gave, and what stopped it; null where it ran to its end.</returns>
    public async Task<(IReadOnlyList<CellOutput> Outputs, string? Failure)> RunAsync(string code, CancellationToken cancellationToken)
    {
        string token = $"cell-{++commands}";
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new
        {
            token,
            commandType = "SubmitCode",
            command = new { code, targetKernelName = Target },
        }).AsMemory(), cancellationToken);
        await process.StandardInput.FlushAsync(cancellationToken);
        OutputCollector outputs = new();
        while (true)
        {
            (string type, JsonNode body, string? of) = await ReadAsync(cancellationToken);
            switch (type)
            {
                case "StandardOutputValueProduced":
                    outputs.Add(new StreamMessage("stdout", Bundle(body)["text/plain"]));
                    break;
                case "StandardErrorValueProduced":
                    outputs.Add(new StreamMessage("stderr", Bundle(body)["text/plain"]));
                    break;
                case "DisplayedValueProduced" or "DisplayedValueUpdated":
                    if (Shown(Bundle(body)) is { } shown)
                    {
                        outputs.Add(new DisplayMessage(shown));
                    }

                    break;
                case "ReturnValueProduced":
                    outputs.Add(new ResultMessage(Bundle(body)));
                    break;
                case "CommandSucceeded" when of == token:
                    return (outputs.Outputs, null);
                case "CommandFailed" when of == token:
                    return (outputs.Outputs, (string?)body["message"] ?? "It failed.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<(string Type, JsonNode Body, string? Token)> ReadAsync(CancellationToken cancellationToken)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is string line)
        {
            if (line.StartsWith('{'))
            {
                JsonNode message = JsonNode.Parse(line)!;
                return ((string)message["eventType"]!, message["event"]!, (string?)message["command"]?["token"]);
            }
        }

        throw new InvalidOperationException($"The kernel has ended: {await errors}");
    }

    /// <summary>What a display shows: while packages are restored, nothing but in the end which were taken, as the runner says it.</summary>
    private static Dictionary<string, string>? Shown(Dictionary<string, string> bundle)
    {
        string text = bundle.Values.First();
        return text.Contains("<strong>Installed Packages</strong>", StringComparison.Ordinal)
            ? new() { ["text/plain"] = $"Installed packages: {string.Join("; ", PackageName().Matches(text).Select(match => match.Groups[1].Value))}" }
            : text.Contains("<strong>Installing Packages</strong>", StringComparison.Ordinal) || text.StartsWith("Loading extensions from ", StringComparison.Ordinal)
                ? null
                : bundle;
    }

    private static Dictionary<string, string> Bundle(JsonNode body) => body["formattedValues"]!.AsArray()
        .ToDictionary(value => (string)value!["mimeType"]!, value => (string)value!["value"]!);

    private static async Task<string?> WhyAbsentAsync()
    {
        using Process version = Start(new Dictionary<string, string>(), "--version");
        Task<string> output = version.StandardOutput.ReadToEndAsync();
        Task<string> error = version.StandardError.ReadToEndAsync();
        await version.WaitForExitAsync();
        return version.ExitCode == 0 ? null : $"The kernel is not restored; run dotnet tool restore. {await output}{await error}".Trim();
    }

    private static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new(DotnetHost.Path, ["tool", "run", Tool, "--", .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    [GeneratedRegex("<span>([^<]+)</span>")]
    private static partial Regex PackageName();
}
