using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests;

/// <summary>
/// Runs the README's code in a folder of its own, as a newcomer would, and compares what it prints with what the README
/// says. UPDATE_SNAPSHOTS=1 writes the output into the README instead.
/// </summary>
[Collection(Alone)]
public sealed partial class ReadmeTests
{
    /// <summary>The code works in the process's current folder and writes to its console: no other test beside it.</summary>
    private const string Alone = "alone";

    private const string RunCommand = "dotnet run -c Release --project src/Segmentation.Cli --";

    [Fact]
    public async Task ShellBlocks_RunInOrder_PrintWhatTheReadmeShows()
    {
        using TemporaryFolder folder = CopyOfData();
        foreach (Block block in Blocks("sh"))
        {
            if (block.Code.StartsWith("dotnet test", StringComparison.Ordinal))
            {
                continue; // that is what is running now
            }

            string printed = await Shell(folder.Path, block.Code.Replace(RunCommand, "segment", StringComparison.Ordinal));

            Check(block, printed);
        }
    }

    [Fact]
    public async Task CSharpBlocks_RunInOrder_PrintWhatTheReadmeShows()
    {
        using TemporaryFolder folder = CopyOfData();
        TextWriter console = Console.Out;
        string before = Environment.CurrentDirectory;
        ScriptState<object>? state = null;
        try
        {
            Environment.CurrentDirectory = folder.Path;
            foreach (Block block in Blocks("csharp"))
            {
                using StringWriter printed = new(CultureInfo.InvariantCulture);
                Console.SetOut(printed);
                state = state is null
                    ? await CSharpScript.RunAsync(block.Code, Options(), cancellationToken: TestContext.Current.CancellationToken)
                    : await state.ContinueWithAsync(block.Code, cancellationToken: TestContext.Current.CancellationToken);
                Check(block, printed.ToString());
            }
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = before;
        }

        Assert.True(File.Exists(folder.File("out-csharp/report.html")));
    }

    [Fact]
    public void Links_IntoTheRepository_LeadSomewhere()
    {
        string[] targets =
        [
            .. Link().Matches(Readme()).Select(match => match.Groups[1].Value)
                .Where(target => !target.StartsWith("http", StringComparison.Ordinal)),
        ];

        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.True(Path.Exists(Repository.PathOf(target)), $"README.md links to {target}."));
    }

    private static ScriptOptions Options() => ScriptOptions.Default
        .AddReferences(typeof(SegmentationPipeline).Assembly)
        .AddImports("System", "System.Collections.Generic", "System.IO", "System.Linq");

    /// <summary>A folder with the sample data, and nothing else that the README's code may find.</summary>
    private static TemporaryFolder CopyOfData()
    {
        TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("data"));
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("data"), "*.csv"))
        {
            File.Copy(file, folder.File(Path.Combine("data", Path.GetFileName(file))));
        }

        return folder;
    }

    private static async Task<string> Shell(string folder, string code)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "The README's shell blocks need bash.");
        string program = typeof(SegmentCommand).Assembly.Location;
        ProcessStartInfo start = new("/bin/bash", ["-e", "-c", $"segment() {{ dotnet '{program}' \"$@\"; }}\n{code}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{code}\n{await error}");
        return printed;
    }

    private static void Check(Block block, string printed)
    {
        printed = printed.ReplaceLineEndings("\n");
        if (block.Output is null)
        {
            Assert.Equal(string.Empty, printed);
        }
        else if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            string shown = $"```{block.Language}\n{block.Code}```\n\n```text\n";
            string readme = Readme();
            File.WriteAllText(
                Repository.PathOf("README.md"),
                readme.Replace($"{shown}{block.Output}```", $"{shown}{printed}```", StringComparison.Ordinal));
        }
        else
        {
            Assert.Equal(block.Output, printed);
        }
    }

    private static Block[] Blocks(string language) =>
    [
        .. Fence().Matches(Readme()).Select(match => new Block(
            match.Groups["language"].Value,
            match.Groups["code"].Value,
            match.Groups["output"].Success ? match.Groups["output"].Value : null))
            .Where(block => block.Language == language),
    ];

    private static string Readme() => File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^```(?<language>sh|csharp)\n(?<code>.*?)^```\n(\n```text\n(?<output>.*?)^```\n)?", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();

    /// <summary>A piece of code in the README, and what it is said to print; null where nothing is shown.</summary>
    private sealed record Block(string Language, string Code, string? Output);

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class AloneGroup;
}
