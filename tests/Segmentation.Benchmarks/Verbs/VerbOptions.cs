using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;

namespace Segmentation.Benchmarks;

/// <summary>What the verbs for scripts have in common: a file of rows, threads, repetitions and a line of JSON.</summary>
internal static class VerbOptions
{
    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web);

    public static Argument<string> File { get; } = new("FILE") { Description = "Little-endian float64, row after row." };

    public static Argument<int> Rows { get; } = Positive(new Argument<int>("N") { Description = "The number of rows." });

    public static Argument<int> Features { get; } = Positive(new Argument<int>("D") { Description = "The numbers in a row." });

    public static Option<int> Threads { get; } = Positive(new Option<int>("--threads")
    {
        Description = "How many threads may work.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    });

    public static Option<int> Repetitions { get; } = Positive(new Option<int>("--reps")
    {
        Description = "How often to time it, after a warm-up; the median counts.",
        DefaultValueFactory = _ => 1,
    });

    public static Option<int> Seed { get; } = new("--seed")
    {
        Description = "Where the random numbers start.",
        DefaultValueFactory = _ => new KMeans(1).Seed,
    };

    public static Option<int> Positive(Option<int> option)
    {
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{option.Name} must be at least 1.");
            }
        });
        return option;
    }

    public static double[] ReadRows(ParseResult parsed) => BinaryFile.Read<double>(
        parsed.GetRequiredValue(File), (long)parsed.GetRequiredValue(Rows) * parsed.GetRequiredValue(Features));

    public static string[] FeatureNames(int count) => [.. Enumerable.Range(1, count).Select(i => $"x{i}")];

    /// <summary>The most memory that the process has had so far, the runtime included, in millions of bytes.</summary>
    public static double PeakMegabytes()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }

    public static int WriteLine<T>(ParseResult parsed, T answer)
    {
        parsed.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(answer, Compact));
        return 0;
    }

    private static Argument<int> Positive(Argument<int> argument)
    {
        argument.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{argument.Name} must be at least 1.");
            }
        });
        return argument;
    }
}
