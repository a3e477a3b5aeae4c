using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests;

/// <summary>The verbs of the benchmarks that scripts call, on files small enough to work out by hand.</summary>
public sealed class BenchmarkVerbTests : IDisposable
{
    /// <summary>Beside the tests' own folder, of the same configuration.</summary>
    private static readonly string Dll = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Segmentation.Benchmarks",
        Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Segmentation.Benchmarks.dll"));

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task KMeans_TwoPairsFromGivenCentroids_FindsThePairs()
    {
        // Each pair lies 1 from its middle: the inertia is 4, found in one iteration; a second one moves nothing.
        string rows = Write<double>("rows", [0, 0, 0, 2, 10, 0, 10, 2]);
        string start = Write<double>("start", [0, 0, 10, 0]);

        JsonElement answer = await RunAsync("kmeans", rows, "4", "2", "--k", "2", "--init", start, "--reps", "3", "--threads", "1");

        Assert.Equal(4, answer.GetProperty("inertia").GetDouble());
        Assert.Equal(2, answer.GetProperty("iterations").GetInt32());
        Assert.True(answer.GetProperty("seconds").GetDouble() > 0);
        Assert.True(answer.GetProperty("cpuSeconds").GetDouble() > 0);
        Assert.True(answer.GetProperty("peakMb").GetDouble() > 1);
    }

    [Fact]
    public async Task KMeans_OneIteration_StopsThere()
    {
        string rows = Write<double>("rows", [0, 1, 5, 6, 20]);
        string start = Write<double>("start", [0, 1]);

        JsonElement answer = await RunAsync("kmeans", rows, "5", "1", "--k", "2", "--init", start, "--iterations", "1");

        Assert.Equal(1, answer.GetProperty("iterations").GetInt32());
    }

    [Fact]
    public async Task Scan_ThreePoints_GivesTheInertiaOfEveryK()
    {
        // Around 4 the points 0, 2 and 10 have 16 + 4 + 36; with 10 alone the other two have 1 + 1.
        string rows = Write<double>("rows", [0, 2, 10]);

        JsonElement answer = await RunAsync("scan", rows, "3", "1", "--max-k", "3", "--threads", "2");

        Assert.Equal([56, 2, 0], answer.GetProperty("inertia").EnumerateArray().Select(value => value.GetDouble()));
        Assert.True(answer.GetProperty("seconds").GetDouble() > 0);
    }

    [Fact]
    public async Task Silhouette_ThreePoints_GivesTheMeanWidth()
    {
        // Widths (10 - 2) / 10 and (8 - 2) / 8, and 0 for the point alone.
        string rows = Write<double>("rows", [0, 2, 10]);
        string labels = Write<int>("labels", [0, 0, 1]);

        JsonElement answer = await RunAsync("silhouette", rows, "3", "1", labels, "--threads", "2");

        Assert.Equal((0.8 + 0.75) / 3, answer.GetProperty("score").GetDouble(), 1e-15);
    }

    [Fact]
    public async Task KMeans_FileOfAnotherSize_SaysBothSizes()
    {
        string rows = Write<double>("rows", [1, 2, 3]);

        Invocation invocation = await AskAsync("kmeans", rows, "2", "2", "--k", "1");

        Assert.Equal(
            new Invocation(1, "", $"{rows} has 24 bytes, but 4 numbers of 8 bytes take 32.\n"), invocation);
    }

    private string Write<T>(string name, ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        File.WriteAllBytes(folder.File(name), MemoryMarshal.AsBytes(numbers));
        return folder.File(name);
    }

    /// <summary>The one line of JSON on standard output.</summary>
    private static async Task<JsonElement> RunAsync(params string[] arguments)
    {
        Invocation invocation = await AskAsync(arguments);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        string line = Assert.Single(invocation.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return JsonDocument.Parse(line).RootElement;
    }

    private static async Task<Invocation> AskAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Dll, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new Invocation(process.ExitCode, await output, (await error).ReplaceLineEndings("\n"));
    }
}
