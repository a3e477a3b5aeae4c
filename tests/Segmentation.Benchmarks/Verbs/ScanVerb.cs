using System.CommandLine;

namespace Segmentation.Benchmarks;

/// <summary>Times K-Means for k = 1, 2, … K on the same rows, without the indices that judge the numbers of clusters.</summary>
internal static class ScanVerb
{
    private static readonly Option<int> MaxClusters =
        VerbOptions.Positive(new Option<int>("--max-k") { Description = "The largest number of clusters.", Required = true });

    public static Command Create()
    {
        Command command = new("scan", "Times K-Means for every number of clusters from 1.")
        {
            VerbOptions.File, VerbOptions.Rows, VerbOptions.Features, MaxClusters,
            VerbOptions.Threads, VerbOptions.Seed, VerbOptions.Repetitions,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        double[] rows = VerbOptions.ReadRows(parsed);
        string[] names = VerbOptions.FeatureNames(parsed.GetRequiredValue(VerbOptions.Features));
        int most = parsed.GetRequiredValue(MaxClusters);
        int threads = parsed.GetValue(VerbOptions.Threads);
        int seed = parsed.GetValue(VerbOptions.Seed);
        Measured<double[]> measured = Measured<double[]>.Repeat(
            () =>
            {
                FeatureMatrix matrix = FeatureMatrix.Over(names, rows);
                return InertiasOf(new KMeans(1) { Threads = threads, Seed = seed }, matrix, most);
            },
            parsed.GetValue(VerbOptions.Repetitions));
        return VerbOptions.WriteLine(parsed, new
        {
            measured.Seconds,
            Inertia = measured.Result,
            measured.CpuSeconds,
            PeakMb = VerbOptions.PeakMegabytes(),
        });
    }

    /// <summary>Fits as <see cref="ClusterCountScan"/> does, each k also from the best k - 1, without its indices.</summary>
    private static double[] InertiasOf(KMeans kmeans, FeatureMatrix matrix, int most)
    {
        double[] inertias = new double[most];
        ClusterModel? smaller = null;
        for (int k = 1; k <= most; k++)
        {
            IGrowingClusterer growing = kmeans with { ClusterCount = k };
            smaller = growing.FitBeyond(smaller, most, matrix, null, CancellationToken.None);
            inertias[k - 1] = smaller.Inertia;
        }

        return inertias;
    }
}
