using BenchmarkDotNet.Attributes;

namespace Segmentation.Benchmarks;

/// <summary>Exact silhouette widths.</summary>
[MemoryDiagnoser]
public class SilhouetteSuite
{
    private FeatureMatrix matrix = null!;
    private int[] labels = null!;

    [Params(2_000, 10_000)]
    public int Rows { get; set; }

    [Params(2, 4, 16)]
    public int Features { get; set; }

    [GlobalSetup]
    public void Make()
    {
        matrix = MadeRows.Matrix(Rows, Features);
        labels = new KMeans(8) { Restarts = 1 }.Fit(matrix).Labels.ToArray();
    }

    [Benchmark]
    public double Exact() => Silhouette.Of(matrix, labels).Mean.Value;
}
