using System.CommandLine;
using Segmentation.Benchmarks;

RootCommand root = new("Measures the library: one JSON line for scripts, a comparison with its peers, BenchmarkDotNet suites.")
{
    KMeansVerb.Create(),
    ScanVerb.Create(),
    SilhouetteVerb.Create(),
    CsvVerb.Create(),
    CompareVerb.Create(),
    InertiaVerb.Create(),
    SuitesVerb.Create(),
};
try
{
    return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException
    or Segmentation.DataException or ChildProcessException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
