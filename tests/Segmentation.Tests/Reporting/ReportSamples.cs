using Segmentation.TestSupport;

namespace Segmentation.Tests.Reporting;

/// <summary>Results to report on: a small one that can be checked by hand, and awkward ones.</summary>
internal static class ReportSamples
{
    public const string Script = "<script>alert(1)</script>";
    public const string Image = "\"><img src=x onerror=alert(1)>";
    public const string Formula = "=HYPERLINK(\"x\")";

    private static readonly string LongName = string.Concat(Enumerable.Repeat("LongColumnName", 14)) + "abcd";

    /// <summary>
    /// Nine customers in two groups and one without income: incomes 10, 20, 30, 20 (mean 20) and 70, 80, 90, 80, 80
    /// (mean 80), spending the other way round.
    /// </summary>
    public static SegmentationResult Small { get; } = new SegmentationPipeline
    {
        Preprocessor = new() { Features = ["Income (k$)", "Spending"], Scaling = Scaling.None },
        ClusterCount = 2,
        MaxClusters = 4,
    }.Run(SmallTable());

    /// <summary>Names and values that attack HTML, SVG, spreadsheets and the order of writing.</summary>
    public static SegmentationResult Hostile { get; } = new SegmentationPipeline { ClusterCount = 4, MaxClusters = 5 }.Run(HostileTable());

    /// <summary>The results by what is awkward about them.</summary>
    public static IReadOnlyDictionary<string, SegmentationResult> All { get; } = new Dictionary<string, SegmentationResult>
    {
        ["small"] = Small,
        ["hostile"] = Hostile,
        ["mall"] = Mall(5, [MallFile.Income, MallFile.Spending]),
        ["twelve segments"] = Mall(12, [MallFile.Income, MallFile.Spending]),
        ["one segment"] = Mall(1, [MallFile.Age]),
        ["value"] = Valued(),
        ["two segments"] = Mall(2, [MallFile.Age, MallFile.Income, MallFile.Spending]),
        ["twelve columns"] = new SegmentationPipeline { ClusterCount = 3, MaxClusters = 4 }.Run(WideTable()),
    };

    /// <summary>450 numbers, 40 of them clustered, and 50 categories of 20 values, in 20 segments; 5,200 customers.</summary>
    public static SegmentationResult Large { get; } = new SegmentationPipeline
    {
        Preprocessor = new() { Features = [.. Enumerable.Range(1, 40).Select(ColumnName)] },
        ClusterCount = 20,
        MaxClusters = 2,
        StabilitySamples = 5,
        Algorithm = new(1) { Restarts = 1, Swaps = 0 },
    }.Run(LargeTable());

    public static TheoryData<string, int> NamesAndWidths { get; } =
        [.. All.Keys.SelectMany(name => new[] { 390, 1280 }.Select(width => (name, width)))];

    /// <summary>The same result with another verdict or other segments' widths.</summary>
    public static SegmentationResult With(
        SegmentationResult result, ClusterCountVerdict? verdict = null, SilhouetteResult? silhouette = null) => new()
        {
            Options = result.Options,
            Customers = result.Customers,
            FileRows = result.FileRows,
            Summary = result.Summary,
            Preprocessor = result.Preprocessor,
            Prepared = result.Prepared,
            Verdict = verdict ?? result.Verdict,
            Model = result.Model,
            Silhouette = silhouette ?? result.Silhouette,
            CalinskiHarabasz = result.CalinskiHarabasz,
            DaviesBouldin = result.DaviesBouldin,
            Stability = result.Stability,
            Profiles = result.Profiles,
            Rules = result.Rules,
            Value = result.Value,
            Budget = result.Budget,
            Recommendations = result.Recommendations,
            Timings = result.Timings,
        };

    /// <summary>The small table with what each customer spent this year and last: the second group three times as much.</summary>
    private static SegmentationResult Valued()
    {
        double[] revenue = [5, 10, 12, 11, 9, 33, 31, 35, 34, 32];
        CustomerTable table = SmallTable();
        return new SegmentationPipeline
        {
            Preprocessor = new() { Features = ["Income (k$)", "Spending"], Scaling = Scaling.None },
            ClusterCount = 2,
            MaxClusters = 4,
            ValueColumn = "Revenue ($)",
            ValueBeforeColumn = "Revenue <2025>",
            Budget = new(20),
        }.Run(new CustomerTable(
            [.. table.Columns, new NumericColumn("Revenue ($)", revenue), new NumericColumn("Revenue <2025>", [.. revenue.Select(value => value - 2)])],
            "CustomerID"));
    }

    private static CustomerTable SmallTable() => new(
        [
            new TextColumn("CustomerID", ["c10", "c01", "c02", "c03", "c04", "c05", "c06", "c07", "c08", "c09"], ColumnKind.Id),
            new CategoricalColumn("Gender", ["F", "F", "M", "F", "M", "F", "M", "F", null, "M"]),
            new NumericColumn("Income (k$)", [double.NaN, 10, 20, 30, 20, 70, 80, 90, 80, 80]),
            new NumericColumn("Spending", [50, 80, 90, 80, 70, 20, 10, 20, 30, 20]),
        ],
        "CustomerID");

    private static SegmentationResult Mall(int segments, string[] features) => new SegmentationPipeline
    {
        Preprocessor = new() { Features = features },
        ClusterCount = segments,
    }.Run(CustomerTable.Load(Repository.PathOf("data", "mall_customers.csv")));

    private static CustomerTable HostileTable()
    {
        string[] values = [Image, Formula, new('x', 200), "😀👩‍👩‍👧‍👦 party", "مرحبا بالعالم", "\u202Eturned\u0001\u0000\u001b[31m", "<svg onload=alert(2)>"];
        Random random = new(3);
        int[] rows = [.. Enumerable.Range(0, 240)];
        double[] Numbers(Func<int, double> center, double spread) =>
            [.. rows.Select(row => center(row % 4) + (spread * random.NextDouble()))];
        return new(
            [
                new TextColumn(Formula, [.. rows.Select(row => $"@{row:000}")], ColumnKind.Id),
                new NumericColumn(Script, Numbers(group => group * 10, 3)),
                new NumericColumn(Image, Numbers(group => group % 2 * 30, 6)),
                new NumericColumn(LongName, Numbers(group => group * 1e6, 1e5)),
                new NumericColumn("قيمة الشراء", Numbers(group => -group, 0.5)),
                new CategoricalColumn("kind & <b>sort</b>", [.. rows.Select(row => values[((row % 4) + (row % 7 == 0 ? 3 : 0)) % values.Length])]),
            ],
            Formula);
    }

    private static CustomerTable WideTable()
    {
        Random random = new(5);
        int[] rows = [.. Enumerable.Range(0, 150)];
        return new(Enumerable.Range(1, 12).Select(column => new NumericColumn(
            $"Average number of purchases in product category {column} (items per month)",
            [.. rows.Select(row => random.NextDouble() + ((row + (row % 3 * column)) % 3 * 4))])));
    }

    private static string ColumnName(int column) => $"Average purchases in category {column} (items a month)";

    private static CustomerTable LargeTable()
    {
        Random random = new(8);
        int[] rows = [.. Enumerable.Range(0, 5200)];
        return new(
        [
            .. Enumerable.Range(1, 450).Select(column => new NumericColumn(
                ColumnName(column), [.. rows.Select(row => random.NextDouble() + (row % 20 * column * 7 % 20))])),
            .. Enumerable.Range(1, 50).Select(column => new CategoricalColumn(
                $"Favourite sort of goods {column}", [.. rows.Select(row => $"Sort number {random.Next(20)} of twenty")])),
        ]);
    }
}
