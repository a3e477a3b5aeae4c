using System.Globalization;

namespace Segmentation.Benchmarks;

/// <summary>All that is compared, with the speed that is required of this library.</summary>
internal static class Works
{
    private const int QuickRows = 20_000;

    private static readonly PeerSetting[] Iterating =
    [
        .. PeerSetting.WithCoreTypes("lloyd", "--algorithm", "lloyd"),
        .. PeerSetting.WithCoreTypes("elkan", "--algorithm", "elkan"),
    ];

    private static readonly PeerSetting[] Default = [.. PeerSetting.WithCoreTypes("default")];

    /// <param name="quick">At most 20,000 rows, and 5,000 where the work grows with their square.</param>
    /// <param name="threads">The threads of both sides.</param>
    public static IReadOnlyList<Work> All(bool quick, int threads)
    {
        int most = quick ? QuickRows : int.MaxValue;
        return
        [
            Given("iterate-10k", Math.Min(10_000, most), 4, 8) with { GrowthFeatures = 4, Repetitions = 11 },
            Given("iterate-100k", Math.Min(100_000, most), 4, 8) with { Goal = (8, 12), GrowthFeatures = 4, Repetitions = 5 },
            Given("iterate-1m", Math.Min(1_000_000, most), 4, 8) with { Goal = (6, 10), GrowthFeatures = 4 },
            Given("iterate-5m", Math.Min(5_000_000, most), 4, 8) with { Goal = (6, 10), GrowthFeatures = 4 },
            Given("iterate-1m-16", Math.Min(1_000_000, most), 16, 20) with { Goal = (4.5, 7) },
            Given("iterate-1m-uniform", Math.Min(1_000_000, most), 4, 8, RowShape.Uniform) with { Goal = (6, 10) },
            Given("converge-1m", Math.Min(1_000_000, most), 4, 8, iterations: 10_000) with { Goal = (10, 15) },
            Full("fit-200", 200, 2, 5) with { LongestSeconds = 0.003, Repetitions = 21 },
            Full("fit-10k", Math.Min(10_000, most), 4, 8) with { Goal = (6, 10), Repetitions = 5 },
            Full("fit-100k", Math.Min(100_000, most), 4, 8) with { Goal = (6, 10) },
            Full("fit-1m", Math.Min(1_000_000, most), 4, 8) with { Goal = (6, 10) },
            Full("fit-100k-16", Math.Min(100_000, most), 16, 20) with { Goal = (6, 10) },
            Scan(Math.Min(100_000, most), 4, 15),
            Silhouettes(quick ? 5_000 : 50_000, 4, 8, threads),
            Csv(quick ? QuickRows : 1_000_000),
        ];
    }

    private static Work Given(
        string name, int rows, int features, int clusters, RowShape shape = RowShape.Mixture, int iterations = 20) => new(
        name,
        $"given centroids, {(iterations > 1000 ? "to convergence" : $"{iterations} iterations")}{(shape == RowShape.Uniform ? ", uniform" : string.Empty)}: {Size(rows, features, clusters)}",
        rows,
        data =>
        [
            "kmeans", data.Rows(rows, features, shape), Text(rows), Text(features), "--k", Text(clusters),
            "--init", data.Start(rows, features, shape, clusters), "--iterations", Text(iterations),
        ],
        Iterating,
        Agreement.SameInertia);

    private static Work Full(string name, int rows, int features, int clusters) => new(
        name,
        $"full fit, 10 starts: {Size(rows, features, clusters)}",
        rows,
        data => ["kmeans", data.Rows(rows, features, RowShape.Mixture), Text(rows), Text(features), "--k", Text(clusters)],
        Default,
        Agreement.NoWorse)
    {
        IsRandom = true,
    };

    private static Work Scan(int rows, int features, int clusters) => new(
        "scan",
        $"scan of k = 1 to {clusters}: {rows:N0} x {features}",
        rows,
        data => ["scan", data.Rows(rows, features, RowShape.Mixture), Text(rows), Text(features), "--max-k", Text(clusters)],
        Default,
        Agreement.NoWorseAtAny)
    {
        IsRandom = true,
        Goal = (8, 15),
    };

    private static Work Silhouettes(int rows, int features, int clusters, int threads) => new(
        "silhouette",
        $"exact silhouette: {Size(rows, features, clusters)}",
        rows,
        data =>
        [
            "silhouette", data.Rows(rows, features, RowShape.Mixture), Text(rows), Text(features),
            data.Labels(rows, features, RowShape.Mixture, clusters),
        ],
        [.. Default, .. PeerSetting.WithCoreTypes("n_jobs", "--jobs", Text(threads))],
        Agreement.SameScore)
    {
        Goal = (10, 20),
    };

    private static Work Csv(int rows) => new(
        "csv",
        $"read CSV and standardise: {rows:N0} x 6",
        rows,
        data => ["csv", data.Csv(rows)],
        [new("C engine", "pandas", ["--engine", "c"], null), new("pyarrow engine", "pyarrow", ["--engine", "pyarrow"], null)],
        Agreement.SameValues)
    {
        Goal = (1, 3),
        Repetitions = 3,
    };

    private static string Size(int rows, int features, int clusters) => string.Create(CultureInfo.InvariantCulture, $"{rows:N0} x {features}, k = {clusters}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
