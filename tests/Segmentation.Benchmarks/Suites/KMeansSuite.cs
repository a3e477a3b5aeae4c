using BenchmarkDotNet.Attributes;

namespace Segmentation.Benchmarks;

/// <summary>The iterations of K-Means from given centroids, and a whole fit.</summary>
[MemoryDiagnoser]
public class KMeansSuite
{
    private FeatureMatrix matrix = null!;
    private FeatureMatrix start = null!;

    [Params(10_000, 100_000)]
    public int Rows { get; set; }

    [Params(2, 4, 16)]
    public int Features { get; set; }

    [Params(8, 20)]
    public int Clusters { get; set; }

    [GlobalSetup]
    public void Make()
    {
        matrix = MadeRows.Matrix(Rows, Features);
        start = MadeRows.Start(matrix, Clusters);
    }

    [Benchmark]
    public double TwentyIterations() => new KMeans(Clusters) { MaxIterations = 20 }.FitFrom(matrix, start).Inertia;

    [Benchmark]
    public double OneStart() => new KMeans(Clusters) { Restarts = 1, Swaps = 0 }.Fit(matrix).Inertia;
}
