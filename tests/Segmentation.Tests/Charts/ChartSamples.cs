namespace Segmentation.Tests.Charts;

/// <summary>Small inputs for every chart, plain ones and hostile ones.</summary>
internal static class ChartSamples
{
    public const string Script = "<script>alert(1)</script>";
    public const string Quotes = "\"&' ]]> $x$ \u0001";

    public static readonly string[] LongNames =
    [
        .. Enumerable.Range(1, 12).Select(i =>
            $"Customers of branch {i} with a high income who spend remarkably little for their means"),
    ];

    /// <summary>Every chart with ordinary input.</summary>
    public static IReadOnlyDictionary<string, Figure> Plain { get; } = Charts("Annual income (k$)", "Spending score", ["Careful", "Keen", "Modest"]);

    /// <summary>Every chart with names that attack the formats they are written in.</summary>
    public static IReadOnlyDictionary<string, Figure> Hostile { get; } = Charts(Script, Quotes, [Script, Quotes, new string('W', 300)]);

    /// <summary>Every chart where there is little or nothing to draw, and where numbers are extreme.</summary>
    public static IReadOnlyDictionary<string, Figure> Extreme { get; } = new Dictionary<string, Figure>
    {
        ["elbow of nothing"] = Chart.Elbow(Verdict([], null, null)),
        ["elbow of one"] = Chart.Elbow(Verdict([(1, 0, null)], null, null)),
        ["silhouette of nothing"] = Chart.Silhouette(Silhouette([], [])),
        ["silhouette of one"] = Chart.Silhouette(Silhouette([0], [0])),
        ["silhouette by count of nothing"] = Chart.SilhouetteByCount(Verdict([], null, null)),
        ["scatter of nothing"] = Scatter([], [], [], []),
        ["scatter of one"] = Scatter([5], [5], [0], ["Only"]),
        ["scatter of constants"] = Scatter([3, 3, 3], [-2, -2, -2], [0, 0, 0], null),
        ["scatter of large numbers"] = Scatter([-1e9, 2.5e9, 4e9], [1e18, 5e18, 9e18], [0, 1, 1], null),
        ["scatter of limits"] = Scatter([double.MinValue, 0, double.MaxValue], [double.Epsilon, 0, 1e-300], [0, 0, 1], null),
        ["scatter of close numbers"] = Scatter([1_000_000_000, 1_000_000_001], [0.1234561, 0.1234562], [0, 1], null),
        ["profiles of nothing"] = Chart.ProfileHeatMap([]),
        ["correlations of nothing"] = Chart.CorrelationHeatMap(new(CorrelationMethod.Pearson, [], new double?[0, 0])),
        ["histogram of nothing"] = Chart.Histogram("Age", [], []),
        ["histogram of one"] = Chart.Histogram("Age", [19.5, 20.5], [1]),
        ["sizes of nothing"] = Chart.SegmentSizes([]),
        ["value of nothing"] = Chart.ValueShares(ValueRanking.Of(new([new NumericColumn("x", [])]), [], [], "x")),
        ["value of losses"] = Chart.ValueShares(ValueRanking.Of(new([new NumericColumn("x", [-3, 4])]), [0, 1], [Profile(1, "A", 1, 0.5), Profile(2, "B", 1, 0.5)], "x")),
        ["space of nothing"] = Space([], [], [], []),
        ["space of one"] = Space([5], [5], [5], [0]),
        ["space of constants"] = Space([3, 3], [-2, -2], [0, 0], [0, 1]),
        ["space of limits"] = Space([double.MinValue, 0, double.MaxValue], [double.Epsilon, 0, 1e-300], [1e18, 0, double.NaN], [0, 0, 1]),
        ["radar of nothing"] = Chart.Radar([]),
        ["radar of one column"] = Chart.Radar([Profile(1, "Only", 1, 1, ("Age", 1, 0.5))]),
        ["radar of unknowns"] = Chart.Radar([Profile(1, "Only", 1, 1, ("Age", null, null), ("Income", 1, 2), ("Spending", 1, -9))]),
        ["boxes of nothing"] = Chart.BoxBySegment(new([new NumericColumn("x", [])]), "x", []),
        ["boxes of missing"] = Chart.BoxBySegment(new([new NumericColumn("x", [double.NaN, 4])]), "x", [0, 1]),
        ["shares of nothing"] = Chart.CategoryShares([], "Gender"),
        ["counts of nothing"] = Chart.CategoryCounts(new("Gender", 0, 3, 0, [])),
        ["index of nothing"] = Chart.IndexByCount(Verdict([], null, null), "Gap", _ => null),
        ["migration of nobody"] = Chart.Migration(Migration(["A"], ["B"], [0, 0])),
        ["iteration without a move"] = Chart.KMeansIteration(
            new KMeans(1).Trace(FeatureMatrix.FromRows([1, 1], [1, 1]), FeatureMatrix.FromRows([1, 1])).Iterations[^1]),
    };

    /// <summary>Twelve segments with long names and ten columns.</summary>
    public static IReadOnlyDictionary<string, Figure> Crowded { get; } = CrowdedCharts();

    /// <summary>All of them, each under a name of its own.</summary>
    public static IReadOnlyDictionary<string, Figure> All { get; } =
        new[] { ("plain", Plain), ("hostile", Hostile), ("extreme", Extreme), ("crowded", Crowded) }
            .SelectMany(set => set.Item2.Select(chart => (Name: $"{set.Item1} {chart.Key}", Figure: chart.Value)))
            .ToDictionary(chart => chart.Name, chart => chart.Figure);

    public static ClusterCountVerdict Verdict(
        (int Count, double Inertia, double? Silhouette)[] scores, int? elbow, int? recommended, double? error = null) => new(
            recommended,
            Confidence.High,
            [],
            [new("Silhouette", recommended, "…"), new("Kneedle", elbow, "…")],
            [
                .. scores.Select(score => new ClusterCountScore(
                    score.Count,
                    score.Inertia,
                    score.Silhouette is double s ? new SilhouetteEstimate(s, error is null ? null : 500, error) : null,
                    null,
                    null,
                    1)),
            ],
            []);

    public static SilhouetteResult Silhouette(int[] labels, double[] widths)
    {
        double[] means =
        [
            .. labels.Zip(widths).GroupBy(pair => pair.First).OrderBy(group => group.Key)
                .Select(group => group.Average(pair => pair.Second)),
        ];
        return new(
            new SilhouetteEstimate(widths.DefaultIfEmpty().Average()), [.. Enumerable.Range(0, labels.Length)], labels, widths, means);
    }

    public static Figure Scatter(double[] x, double[] y, int[] labels, string[]? names) =>
        Chart.SegmentScatter(new CustomerTable([new NumericColumn("x", x), new NumericColumn("y", y)]), "x", "y", labels, names);

    public static Figure Space(double[] x, double[] y, double[] z, int[] labels) => Chart.SegmentScatter3D(
        new CustomerTable([new NumericColumn("x", x), new NumericColumn("y", y), new NumericColumn("z", z)]), "x", "y", "z", labels);

    public static SegmentProfile Profile(
        int segment, string name, int size, double share, params (string Column, double? Mean, double? Effect)[] numbers) => new(
            segment,
            name,
            size,
            share,
            [.. numbers.Select(n => new NumericProfile(n.Column, true, size, n.Mean, n.Mean, n.Mean, n.Mean, n.Effect, null))],
            []);

    private static Dictionary<string, Figure> Charts(string x, string y, string[] names)
    {
        ClusterCountVerdict verdict = Verdict(
            [(1, 1000, null), (2, 620.5, 0.41), (3, 210, 0.62), (4, 180, 0.55), (5, 165.25, 0.48)], elbow: 3, recommended: 3);
        SegmentProfile[] profiles =
        [
            Profile(1, names[0], 3, 0.5, (x, 21.5, -1.2), (y, 1_234_567, 0.1)),
            Profile(2, names[1], 2, 1 / 3.0, (x, 80.25, 1.4), (y, -4, 2.2)),
            Profile(3, names[2], 1, 1 / 6.0, (x, null, null), (y, 0.004, -0.6)),
        ];
        CustomerTable table = new([new NumericColumn(x, [20, 22, 23, 80, 81, double.NaN, 50]), new NumericColumn(y, [5, 7, 6, 50, 55, 20, 99])]);
        double?[,] correlations = { { 1, -0.425, null }, { -0.425, 1, 0.06 }, { null, 0.06, 1 } };
        string z = "Age of " + names[0];
        CustomerTable space = new([.. table.Columns, new NumericColumn(z, [30, 35, 31, 40, 44, 60, 62])]);
        SegmentProfile[] rich = [.. profiles.Select((profile, i) => profile with
        {
            Numbers = [.. profile.Numbers, new(z, false, 3, 40 - i, 40, 39, 39, 0.4 * (1 - i), 0.02)],
            Categories = [new(x, 3, [new(names[0], 3 - i, (3 - i) / 3.0, 3, 0.5, 0.2), new(names[1], i, i / 3.0, 3, 0.5, 0.2)])],
        })];
        int[] labels = [0, 0, 0, 1, 1, 2, 2];
        FeatureMatrix matrix = new([x, y], [0, 0, 0, 2, 10, 0, 10, 2, 10, 4, 3, 1]);
        KMeansTrace trace = new KMeans(2).Trace(matrix, new([x, y], [0, 0, 0, 2]));
        return new Dictionary<string, Figure>
        {
            ["elbow"] = Chart.Elbow(verdict),
            ["silhouette"] = Chart.Silhouette(Silhouette([0, 1, 0, 0, 1, 2], [0.5, 0.3, 0.7, -0.1, 0.4, 0]), names),
            ["silhouette-by-count"] = Chart.SilhouetteByCount(verdict),
            ["segment-scatter"] = Chart.SegmentScatter(table, x, y, [0, 0, 0, 1, 1, 2, 2], names, [(21.5, 6), (80.5, 52.5), (50, 99)]),
            ["segment-scatter-log"] = Chart.SegmentScatter(table, x, y, [0, 0, 0, 1, 1, 2, 2], names, xKind: AxisKind.LogOfOnePlus, yKind: AxisKind.Log),
            ["profile-heat-map"] = Chart.ProfileHeatMap(profiles),
            ["share-heat-map"] = Chart.ShareHeatMap(rich),
            ["correlation-heat-map"] = Chart.CorrelationHeatMap(new(CorrelationMethod.Pearson, [x, y, names[0]], correlations)),
            ["histogram"] = Chart.Histogram(x, [10, 20, 30, 40], [2, 5, 1]),
            ["segment-sizes"] = Chart.SegmentSizes(profiles),
            ["value-shares"] = Chart.ValueShares(ValueRanking.Of(table, [0, 0, 0, 1, 1, 2, 2], profiles, y)),
            ["scatter"] = Chart.Scatter(table, x, y),
            ["clusters"] = Chart.Clusters(matrix, [0, 0, 1, 1, 1, 0], new([x, y], [0, 1, 10, 2])),
            ["segment-scatter-3d"] = Chart.SegmentScatter3D(space, x, y, z, labels, rich),
            ["radar"] = Chart.Radar(rich),
            ["radar-of-one"] = (Figure)Chart.RadarBySegment(rich).Items[1],
            ["box-by-segment"] = Chart.BoxBySegment(new([new NumericColumn(x, [1, 2, 3, 4, 20, 6, 7])]), x, [0, 0, 0, 0, 0, 1, 1], profiles),
            ["category-shares"] = Chart.CategoryShares(rich, x),
            ["category-counts"] = Chart.CategoryCounts(new(x, 4, 1, 2, [new(names[0], 3, 0.75), new(names[1], 1, 0.25)])),
            ["index-by-count"] = Chart.IndexByCount(verdict, "Davies-Bouldin", score => score.Inertia / 500, "Lower is better."),
            ["k-means-iteration"] = Chart.KMeansIteration(trace.Iterations[1]),
            ["migration"] = Chart.Migration(Migration(names, names, [30, 10, 0, 0, 0, 25, 2, 3, 40])),
        };
    }

    /// <summary>Counts row after row, those without an old segment last; missing ones are 0.</summary>
    private static MigrationMatrix Migration(string[] old, string[] now, int[] counts)
    {
        int[,] matrix = new int[old.Length + 1, now.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            matrix[i / now.Length, i % now.Length] = counts[i];
        }

        return new([.. old.Select((name, i) => new ModelSegment(i + 1, name, 50))], [.. now.Select((name, i) => new ModelSegment(i + 1, name, 50))], matrix, null);
    }

    private static Dictionary<string, Figure> CrowdedCharts()
    {
        string[] columns = [.. Enumerable.Range(1, 10).Select(i => i % 2 == 0 ? $"Recency {i} (days)" : $"CustomerLifetimeValueEstimate{i}")];
        SegmentProfile[] profiles =
        [
            .. LongNames.Select((name, i) => Profile(
                i + 1, name, 1200 / (i + 1), 0.3 / (i + 1), [.. columns.Select((column, j) => (column, (double?)((i + 1) * Math.Pow(10, j)), (double?)((i - j) / 4.0)))])),
        ];
        double?[,] correlations = new double?[10, 10];
        for (int i = 0; i < 10; i++)
        {
            for (int j = 0; j < 10; j++)
            {
                correlations[i, j] = 1 - (Math.Abs(i - j) / 5.0);
            }
        }

        int[] labels = [.. LongNames.SelectMany((_, i) => Enumerable.Repeat(i, 600 / (i + 1)))];
        double[] widths = [.. labels.Select((_, i) => 0.9 - (i % 100 / 90.0))];
        double[] x = [.. labels.Select((label, i) => (label * 1e6) + (i % 40 * 1e4))];
        SegmentProfile[] mixed = [.. profiles.Select((profile, i) => profile with
        {
            Categories = [new("Branch", 9, [.. LongNames.Select((name, j) => new LevelProfile(name, j, (i + j) / 24.0, j, j / 66.0, 0.5))])],
        })];
        return new()
        {
            ["space"] = Chart.SegmentScatter3D(
                new([new NumericColumn(columns[0], x), new NumericColumn(columns[1], [.. x.Select(v => v % 7e5)]), new NumericColumn(columns[2], widths)]),
                columns[0], columns[1], columns[2], labels, profiles),
            ["radar"] = Chart.Radar(profiles),
            ["radar-of-one"] = (Figure)Chart.RadarBySegment(profiles).Items[11],
            ["boxes"] = Chart.BoxBySegment(new([new NumericColumn(columns[0], x)]), columns[0], labels, profiles),
            ["shares"] = Chart.CategoryShares(mixed, "Branch"),
            ["counts"] = Chart.CategoryCounts(new("Branch", 100, 0, 12, [.. LongNames.Select((name, i) => new LevelCount(name, 1000 * (12 - i), (12 - i) / 78.0))])),
            ["silhouette"] = Chart.Silhouette(Silhouette(labels, widths), LongNames),
            ["scatter"] = Scatter(x, [.. x.Select(value => -value)], labels, LongNames),
            ["profiles"] = Chart.ProfileHeatMap(profiles),
            ["migration"] = Chart.Migration(Migration(LongNames, LongNames, [.. Enumerable.Range(0, 13 * 12).Select(i => i * 7919 % 100_003)])),
            ["correlations"] = Chart.CorrelationHeatMap(new(CorrelationMethod.Spearman, columns, correlations)),
            ["sizes"] = Chart.SegmentSizes(profiles),
            ["value"] = Chart.ValueShares(ValueRanking.Of(new([new NumericColumn(columns[1], x)]), labels, profiles, columns[1])),
            ["histogram"] = Chart.Histogram(LongNames[0], [-3e9, -1e9, 0, 2e9], [1_500_000, 20, 3]),
            ["elbow"] = Chart.Elbow(Verdict([.. Enumerable.Range(2, 29).Select(k => (k, 1e12 / k, (double?)null))], 2, 30)),
        };
    }
}
