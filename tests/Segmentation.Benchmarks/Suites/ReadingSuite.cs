using BenchmarkDotNet.Attributes;

namespace Segmentation.Benchmarks;

/// <summary>Reading a CSV file of customers, and preparing its features.</summary>
[MemoryDiagnoser]
public class ReadingSuite
{
    private string folder = null!;
    private string file = null!;
    private CustomerTable table = null!;

    [Params(10_000, 100_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Make()
    {
        folder = Directory.CreateTempSubdirectory("segmentation-benchmarks-").FullName;
        file = new SeededData(folder).Csv(Rows);
        table = CustomerTable.Load(file);
    }

    [GlobalCleanup]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Benchmark]
    public CustomerTable Load() => CustomerTable.Load(file);

    [Benchmark]
    public FittedPreprocessor Fit() => new Preprocessor().Fit(table);
}
