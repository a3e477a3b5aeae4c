using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Segmentation.Benchmarks;

/// <summary>
/// Compares how low the default K-Means ends with the best of 50 starts of scikit-learn, on customers of every shape of
/// <see cref="CustomerShapes"/>.
/// </summary>
internal static class InertiaVerb
{
    private const int PeerStarts = 50;

    /// <summary>Beyond this share of the inertia it is another minimum and no rounding.</summary>
    private const double Rounding = 1e-9;

    private static readonly int[] RowCounts = [400, 700, 1200, 2000, 3500, 9000];

    private static readonly Option<string?> Python = new("--python") { Description = "The Python that has scikit-learn." };

    public static Command Create()
    {
        Command command = new("inertia", $"Compares the inertia of the default K-Means with the best of {PeerStarts} starts of scikit-learn, as Markdown.")
        {
            VerbOptions.Threads, VerbOptions.Seed, Python,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        Peers peers = Peers.Find(parsed.GetValue(Python));
        if (peers.Process is not ChildProcess python)
        {
            throw new ArgumentException(string.Join(' ', peers.Notes));
        }

        List<Fit> fits = [];
        string folder = Directory.CreateTempSubdirectory("segmentation-inertia-").FullName;
        try
        {
            for (int set = 0; set < CustomerShapes.All.Count * RowCounts.Length; set++)
            {
                fits.AddRange(FitsOf(set, folder, python, parsed));
                parsed.InvocationConfiguration.Error.WriteLine($"{fits.Count} fits, {fits.Count(fit => fit.IsAbove)} above the peer");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        parsed.InvocationConfiguration.Output.Write(Report(fits));
        return 0;
    }

    private static IEnumerable<Fit> FitsOf(int set, string folder, ChildProcess python, ParseResult parsed)
    {
        (string name, int features) = CustomerShapes.All[set / RowCounts.Length];
        int rowCount = RowCounts[set % RowCounts.Length];
        double[] rows = CustomerShapes.Rows(name, rowCount, set + 1);
        string file = Path.Combine(folder, $"{name}-{rowCount}.f64");
        BinaryFile.Write<double>(file, rows);
        int[] clusterCounts = [4 + ((set + 1) % 3), 7 + ((set + 1) % 2), 10];
        string[] arguments = ["inertia", file, Text(rowCount), Text(features), "--seed", "1", "--starts", Text(PeerStarts), "--k", .. clusterCounts.Select(Text)];
        JsonArray best = python.Ask(arguments, new Dictionary<string, string>())["inertia"]!.AsArray();
        FeatureMatrix matrix = FeatureMatrix.Over(VerbOptions.FeatureNames(features), rows);
        for (int i = 0; i < clusterCounts.Length; i++)
        {
            KMeans kmeans = new(clusterCounts[i]) { Threads = parsed.GetValue(VerbOptions.Threads), Seed = parsed.GetValue(VerbOptions.Seed) };
            string size = string.Create(CultureInfo.InvariantCulture, $"{name}: {rowCount:N0} x {features}, k = {clusterCounts[i]}");
            yield return new Fit(size, kmeans.Fit(matrix).Inertia / best[i]!.GetValue<double>());
        }
    }

    private static string Report(IReadOnlyList<Fit> fits)
    {
        StringBuilder text = new();
        text.Append(
            CultureInfo.InvariantCulture,
            $"Of {fits.Count} fits {fits.Count(fit => !fit.IsAbove)} ended at or below the best of {PeerStarts} starts, {fits.Count(fit => fit.IsBelow)} of them below it.\n\n");
        text.Append("| above it | by a share of |\n|---|--:|\n");
        foreach (Fit fit in fits.Where(fit => fit.IsAbove))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {fit.Name} | {fit.Ratio - 1:0.0E+0} |\n");
        }

        return text.ToString();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <param name="Name">Shape, size and k.</param>
    /// <param name="Ratio">This library's inertia, divided by the peer's.</param>
    private sealed record Fit(string Name, double Ratio)
    {
        public bool IsAbove => Ratio > 1 + Rounding;

        public bool IsBelow => Ratio < 1 - Rounding;
    }
}
