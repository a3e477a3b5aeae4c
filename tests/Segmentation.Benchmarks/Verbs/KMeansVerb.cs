using System.CommandLine;

namespace Segmentation.Benchmarks;

/// <summary>Times K-Means on a file of rows, from random centroids or from given ones; making the matrix is part of the time.</summary>
internal static class KMeansVerb
{
    private static readonly Option<int> ClusterCount =
        VerbOptions.Positive(new Option<int>("--k") { Description = "The number of clusters.", Required = true });

    private static readonly Option<string?> Start = new("--init")
    {
        Description = "A file of k x d float64 to start from; without it, several starts from random centroids.",
    };

    private static readonly Option<int?> Iterations = new("--iterations") { Description = "The most iterations of a start." };

    private static readonly Option<int?> Restarts = new("--restarts") { Description = "The number of starts from random centroids." };

    public static Command Create()
    {
        Command command = new("kmeans", "Times a whole fit of K-Means.")
        {
            VerbOptions.File, VerbOptions.Rows, VerbOptions.Features, ClusterCount, Start, Iterations, Restarts,
            VerbOptions.Threads, VerbOptions.Seed, VerbOptions.Repetitions,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        double runtime = VerbOptions.PeakMegabytes();
        double[] rows = VerbOptions.ReadRows(parsed);
        int features = parsed.GetRequiredValue(VerbOptions.Features);
        int clusterCount = parsed.GetRequiredValue(ClusterCount);
        KMeans defaults = new(clusterCount);
        KMeans kmeans = defaults with
        {
            MaxIterations = parsed.GetValue(Iterations) ?? defaults.MaxIterations,
            Restarts = parsed.GetValue(Restarts) ?? defaults.Restarts,
            Threads = parsed.GetValue(VerbOptions.Threads),
            Seed = parsed.GetValue(VerbOptions.Seed),
        };
        double[]? start = parsed.GetValue(Start) is string file
            ? BinaryFile.Read<double>(file, (long)clusterCount * features)
            : null;
        string[] names = VerbOptions.FeatureNames(features);
        Measured<KMeansModel> measured = Measured<KMeansModel>.Repeat(
            () =>
            {
                FeatureMatrix matrix = FeatureMatrix.Over(names, rows);
                return start is null ? kmeans.Fit(matrix) : kmeans.FitFrom(matrix, new FeatureMatrix(names, start));
            },
            parsed.GetValue(VerbOptions.Repetitions));
        return VerbOptions.WriteLine(parsed, new
        {
            measured.Seconds,
            measured.CpuSeconds,
            measured.Result.Inertia,
            measured.Result.Iterations,
            PeakMb = VerbOptions.PeakMegabytes(),
            RuntimeMb = runtime,
        });
    }
}
