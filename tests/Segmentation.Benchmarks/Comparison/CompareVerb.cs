using System.CommandLine;

namespace Segmentation.Benchmarks;

/// <summary>Compares this library with scikit-learn and pandas, side by side, and prints the table of ratios.</summary>
internal static class CompareVerb
{
    private static readonly Option<string[]> Only = new("--only")
    {
        Description = "Only the works whose name begins so, such as iterate, fit-10k, scan, silhouette or csv.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<bool> Quick = new("--quick") { Description = "Small sizes and 3 alternations, to see that it runs." };

    private static readonly Option<string?> Output = new("--output") { Description = "A file for the table, besides standard output." };

    private static readonly Option<string?> Python = new("--python") { Description = "The Python that has the peers." };

    private static readonly Option<string?> Data = new("--data") { Description = "A folder to keep the made data in; without it they are removed." };

    public static Command Create()
    {
        Command command = new("compare", "Compares this library with its peers and prints the table of ratios as Markdown.")
        {
            Only, Quick, VerbOptions.Threads, Output, Python, Data,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        TextWriter progress = parsed.InvocationConfiguration.Error;
        int threads = parsed.GetValue(VerbOptions.Threads);
        bool quick = parsed.GetValue(Quick);
        int alternations = quick ? 3 : 5;
        IReadOnlyList<Work> works = Chosen(Works.All(quick, threads), parsed.GetValue(Only) ?? []);
        Peers peers = Peers.Find(parsed.GetValue(Python));
        string? kept = parsed.GetValue(Data);
        string folder = kept ?? Directory.CreateTempSubdirectory("segmentation-benchmarks-").FullName;
        try
        {
            SeededData data = new(folder);
            Comparison comparison = new(peers, data, alternations, threads, progress.WriteLine);
            ComparisonConditions conditions = new(threads, alternations, quick);
            string report = ComparisonReport.Of([.. works.Select(comparison.Run)], peers, conditions);
            parsed.InvocationConfiguration.Output.Write(report);
            if (parsed.GetValue(Output) is string output)
            {
                File.WriteAllText(output, Introduction + report + OtherMeasures(output));
            }
        }
        finally
        {
            if (kept is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    /// <summary>What follows the table in a file that is there already: from the next heading on.</summary>
    private static string OtherMeasures(string file)
    {
        string text = File.Exists(file) ? File.ReadAllText(file) : string.Empty;
        int heading = text.IndexOf("\n## ", StringComparison.Ordinal);
        return heading < 0 ? string.Empty : text[heading..];
    }

    /// <summary>What a file that keeps the table says before it.</summary>
    private const string Introduction =
        """
        # Benchmarks

        The last table of

            dotnet run -c Release --project tests/Segmentation.Benchmarks -- compare --output tests/Segmentation.Benchmarks/benchmarks.md

        Each measurement is a process of its own, this library's and the peer's in turn; both warm up in the same way, and
        making the matrix is part of the time. The peer's fastest setting counts: Lloyd or Elkan, with OPENBLAS_CORETYPE
        unset or SkylakeX.


        """;

    private static IReadOnlyList<Work> Chosen(IReadOnlyList<Work> all, string[] only)
    {
        if (only.FirstOrDefault(name => !all.Any(work => work.Name.StartsWith(name, StringComparison.Ordinal))) is string unknown)
        {
            throw new ArgumentException($"No work is called '{unknown}'. Works: {string.Join(", ", all.Select(work => work.Name))}.");
        }

        return only.Length == 0 ? all : [.. all.Where(work => only.Any(name => work.Name.StartsWith(name, StringComparison.Ordinal)))];
    }
}
