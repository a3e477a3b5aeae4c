using Segmentation.Tests.Charts;

namespace Segmentation.Tests.Display;

/// <summary>One of every type that shows itself, plain and hostile.</summary>
internal static class DisplaySamples
{
    /// <summary>A small table with a column of every kind and missing cells.</summary>
    public static CustomerTable Customers { get; } = Table("Branch", ["North", "South", null, "North"], "shared");

    public static TableSummary Summary { get; } = TableSummary.Of(Customers);

    public static SegmentProfile[] Profiles { get; } = ProfilesOf("Keen savers", "Careful", "Annual income (k$)", "Gender", "Female");

    public static DisplayTable Table1 { get; } = new(
        "Two starts", ["Start", "Inertia", "Share"],
        [["greedy", 44_448.45, DisplayCell.Share(0.195)], ["random rows", null as double?, DisplayCell.Share(0.8)]],
        "The same data.");

    /// <summary>Every displayable type with ordinary input.</summary>
    public static IReadOnlyDictionary<string, IDisplayable> Plain { get; } = All("Branch", "North", "Keen savers");

    /// <summary>The same with names that attack the formats they are written in.</summary>
    public static IReadOnlyDictionary<string, IDisplayable> Hostile { get; } =
        All("Branch" + ChartSamples.Script, "\u001b[31m" + ChartSamples.Script + "\n" + ChartSamples.Quotes, ChartSamples.Script);

    private static Dictionary<string, IDisplayable> All(string column, string text, string name)
    {
        CustomerTable table = Table(column, [text, "South", null, "North"], text);
        CustomerTable mall = SampleData.MallCustomers(60);
        SegmentationResult result = new SegmentationPipeline { ClusterCount = 3 }.Run(Renamed(mall, name));
        FittedPreprocessor preprocessor = new([new FittedFeature(name, 1, 2)], Scaling.Robust, [$"{name} is constant."]);
        SegmentProfile[] profiles = ProfilesOf(name, name + "2", name + "3", name + "4", text);
        Figure figure = Chart.SegmentSizes(profiles);
        LoadReport report = new(
            text, "UTF-8", ';', 4, new Dictionary<string, IReadOnlyDictionary<string, int>> { [name] = new Dictionary<string, int> { [text] = 2, [""] = 1 } }, [text]);
        Recommendation advice = new(2, RecommendationFamily.PricingAndPromotion, "rule", name, text, []);
        NumericColumn number = new(name, [1, 2, 3, double.NaN]);
        return new IDisplayable[]
        {
            table,
            TableSummary.Of(table),
            TableSummary.Of(result.Customers).Pearson,
            NumericSummary.Of(number),
            CategoricalSummary.Of(new CategoricalColumn(name, [text, "b", null])),
            DateSummary.Of(new DateColumn(name, [new DateTime(2024, 2, 29), null])),
            TextSummary.Of(new TextColumn(name, [text, null])),
            Histogram.Of(number),
            report,
            result.Prepared.Matrix,
            preprocessor,
            preprocessor.Transform(new CustomerTable([number])),
            result.Model,
            result.Silhouette!,
            result.Verdict,
            profiles[0],
            advice,
            result,
            result.Rules!,
            SegmentationModel.Of(result),
            SegmentationModel.Of(result).Score(result.Customers),
            new Refit(SegmentationModel.Of(result)).Run(result.Customers),
            new DriftDetection().Measure(SegmentationModel.Of(result), result.Customers),
            figure,
            new KMeans(2).Trace(result.Prepared.Matrix),
            new KMeans(2).Trace(result.Prepared.Matrix).Iterations[0],
            SampleShapes.Rings(20),
            new ClusterBootstrap(new KMeans(2)) { Samples = 5 }.Run(result.Prepared.Matrix),
            ValueRanking.Of(result.Customers, result.Model.Labels, result.Profiles, name + " income", name + " spending"),
            new BudgetAllocation(20).Plan([new BudgetSegment(1, name, 12, null), new BudgetSegment(2, text, 3, 80)]),
            new DisplayTable(name, [name, "Number"], [[text, 1.5]], text),
            Gallery.SideBySide(figure, advice),
        }.ToDictionary(item => item.GetType().Name);
    }

    private static CustomerTable Table(string column, string?[] levels, string note) => new(
        [
            new TextColumn("CustomerID", ["c1", "c2", "c3", "c4"], ColumnKind.Id),
            new CategoricalColumn(column, levels),
            new NumericColumn("Annual income (k$)", [15, 15.25, double.NaN, 137]),
            new DateColumn("Since", [new DateTime(2024, 1, 31), null, new DateTime(2023, 7, 1), new DateTime(2020, 2, 29)]),
            new TextColumn("Note", ["met at the fair", null, note, "–"]),
        ],
        "CustomerID");

    private static CustomerTable Renamed(CustomerTable mall, string name) => new(
        [
            mall["CustomerID"],
            new CategoricalColumn(name, [.. Enumerable.Range(0, mall.RowCount).Select(row => mall["Gender"].TextAt(row) + name)]),
            new NumericColumn(name + " income", mall.Numeric("Annual Income (k$)").Values),
            new NumericColumn(name + " spending", mall.Numeric("Spending Score (1-100)").Values),
        ],
        "CustomerID");

    private static SegmentProfile[] ProfilesOf(string first, string second, string number, string category, string level) =>
    [
        new(1, first, 80, 0.8,
            [new(number, true, 80, 55.2, 54, 60.56, 61.5, -0.2042, null), new("Age", false, 79, 43.1, 46, 38.85, 36, 0.3, 0.0421)],
            [new(category, 80, [new(level, 48, 0.6, 56, 0.56, 0.6123), new("Male", 32, 0.4, 44, 0.44, 0.6123)])]),
        new(2, second, 20, 0.2,
            [new(number, true, 20, 81.99, 80, 60.56, 61.5, 0.8168, null), new("Age", false, 20, 21.85, 22, 38.85, 36, -1.2, 0.0000123)],
            [new(category, 20, [new(level, 8, 0.4, 56, 0.56, 0.6123), new("Male", 12, 0.6, 44, 0.44, 0.6123)])]),
    ];
}
