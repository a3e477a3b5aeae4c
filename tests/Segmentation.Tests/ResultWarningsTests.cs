using System.Text;
using Segmentation.Tests.Reporting;

namespace Segmentation.Tests;

public sealed class ResultWarningsTests
{
    private const string Small = "2 of 2 segments have fewer than 10 customers, so that their averages say little: 2 (4 customers), 1 (5 customers).";

    [Fact]
    public void Warnings_OneRowDropped_IsNamedFirst() => Assert.Equal(
        "1 of 10 customers is in no segment, for it lacks Income (k$): CustomerID c10.", ReportSamples.Small.Warnings[0]);

    [Fact]
    public void Warnings_ManyRowsDropped_NamesFiveAndCountsTheRest()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(row => row < 7 ? double.NaN : row % 2 * 10.0)];
        CustomerTable table = new([new NumericColumn("Visits", values)]);

        string warning = Run(table).Warnings[0];

        Assert.Equal("7 of 40 customers are in no segment, for they lack Visits: row 1, row 2, row 3, row 4, row 5 and 2 more.", warning);
    }

    /// <summary>A record with a line break in a cell takes two lines, and is known by the first.</summary>
    [Fact]
    public void Warnings_RowsOfAFileWithoutIds_AreKnownByTheirLines()
    {
        const string Text = "Town,Visits\nNorth,5\n\"South\nEnd\",1\nWest,\nEast,9\n\nNorth,5\n";
        CustomerTable table = CustomerTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(Text)), "customers.csv");

        IReadOnlyList<string> warnings = Run(table).Warnings;

        Assert.Contains("1 of 5 customers is in no segment, for it lacks Visits: line 5.", warnings);
        Assert.Contains("1 row repeats an earlier one in every column: line 8, for example, is equal to line 2.", warnings);
    }

    [Fact]
    public void Warnings_RepeatedRowsOfATableInMemory_AreKnownByTheirNumbersThere() => Assert.Contains(
        "1 row repeats an earlier one in every column: row 4, for example, is equal to row 1.",
        Run(new CustomerTable(Enumerable.Range(1, 5).Select(column => new NumericColumn(
            $"x{column}", [.. Enumerable.Range(0, 40).Select(row => (row == 3 ? 0 : row) * 7.0 * column % 83)])))).Warnings);

    [Fact]
    public void Warnings_ManyColumns_SayWhatToDropAndWhatToTake()
    {
        double[][] columns = [.. Enumerable.Range(1, 60).Select(column => Enumerable.Range(0, 80).Select(row =>
            (column <= 8 ? row % 2 * 20.0 : 0) + (row * ((column * column) + 7) % 83 * 0.37)).ToArray())];
        columns[49] = [.. columns[0].Select(value => 3 - (2 * value))];
        CustomerTable table = new(columns.Select((values, i) => new NumericColumn(i == 2 ? "A, B" : $"C{i + 1}", values)));

        string warning = Assert.Single(
            new SegmentationPipeline { ClusterCount = 2, MaxClusters = 2, StabilitySamples = 0 }.Run(table).Warnings,
            warning => warning.StartsWith("60 columns: reduce first.", StringComparison.Ordinal));

        Assert.Contains("copies of others (correlation beyond 0.95)", warning, StringComparison.Ordinal);
        Assert.Matches("--features '.*\"A, B\".*'[.]$", warning);
        string[] taken = warning.Split("--features '")[1].Split(',');
        Assert.True(taken.Contains("C1") != taken.Contains("C50"), "One of a pair of copies is taken.");
    }

    [Fact]
    public void Warnings_LowConfidence_GiveTheReasonThatMattersMost()
    {
        ClusterCountVerdict verdict = Verdict(2, Confidence.Low, "But half does not predict the other half.", "4 of 4 criteria pick k = 2.", "Mean silhouette 0.700 at k = 2: reasonable.");

        string warning = ReportSamples.With(ReportSamples.Small, verdict).Warnings[1];

        Assert.Equal("The number of segments is uncertain. But half does not predict the other half.", warning);
    }

    [Fact]
    public void Warnings_NoClearStructure_GiveItsReason()
    {
        const string None = "No clear structure: the highest mean silhouette is 0.200.";
        ClusterCountVerdict verdict = Verdict(null, Confidence.Medium, None, None);

        string warning = ReportSamples.With(ReportSamples.Small, verdict).Warnings[1];

        Assert.Equal("The number of segments is uncertain. No clear structure: the highest mean silhouette is 0.200.", warning);
    }

    [Theory]
    [InlineData(Confidence.Medium)]
    [InlineData(Confidence.High)]
    public void Warnings_SureEnough_SayNothingOfTheNumber(Confidence confidence) => Assert.DoesNotContain(
        ReportSamples.With(ReportSamples.Small, Verdict(2, confidence, doubt: null, "3 of 4 criteria pick k = 2.", "Clear.")).Warnings,
        warning => warning.Contains("uncertain", StringComparison.Ordinal));

    [Fact]
    public void Warnings_SmallSegment_SaysHowSmall()
    {
        Assert.Contains(Small, ReportSamples.Small.Warnings);
        Assert.DoesNotContain(Run(TwoGroups(10)).Warnings, warning => warning.Contains("has only", StringComparison.Ordinal));
        Assert.Contains(Run(TwoGroups(9)).Warnings, warning => warning.EndsWith("say little: 1 (9 customers), 2 (9 customers).", StringComparison.Ordinal));
    }

    [Fact]
    public void Warnings_OneSmallSegment_IsNamed()
    {
        CustomerTable table = new([new NumericColumn("Visits", [.. Enumerable.Range(0, 40).Select(row => (row < 5 ? 500.0 : 0) + (row % 5))])]);

        Assert.Contains(
            Run(table).Warnings,
            warning => warning.StartsWith("Segment 2 (", StringComparison.Ordinal) && warning.EndsWith(" has only 5 customers: its averages say little.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.25, true)]
    [InlineData(0.2501, false)]
    public void Warnings_BadlySeparatedSegment_SaysItsSilhouette(double width, bool warned)
    {
        SilhouetteResult silhouette = new(new SilhouetteEstimate(0.5), [], [], [], [0.8, width]);

        IReadOnlyList<string> warnings = ReportSamples.With(ReportSamples.Small, silhouette: silhouette).Warnings;

        Assert.Equal(warned, warnings.Contains(
            "Segment 2 (Low income, high spending) is not well separated from its neighbours: mean silhouette 0.25."));
        Assert.DoesNotContain(warnings, warning => warning.Contains("mean silhouette 0.80", StringComparison.Ordinal));
    }

    [Fact]
    public void Warnings_SegmentOfOneCustomer_DoesNotCallItBadlySeparated()
    {
        SegmentationPipeline pipeline = new() { ClusterCount = 2 };
        SegmentationResult result = pipeline.Run(new([new NumericColumn("Visits", [.. Enumerable.Range(0, 20).Select(row => (double)(row % 5)), 900])]));

        Assert.Equal((1, 0.0), (result.Profiles[1].Size, result.Silhouette!.ClusterMeans[1]));   // 0 by convention (Rousseeuw 1987)
        Assert.DoesNotContain(result.Warnings, warning => warning.Contains("not well separated", StringComparison.Ordinal));
        Assert.Contains(result.Warnings, warning => warning.Contains("Segment 2", StringComparison.Ordinal) && warning.Contains("has only 1 customer", StringComparison.Ordinal));
    }

    [Fact]
    public void Warnings_ConstantFeatureExcluded_SaysWhyOnce()
    {
        SegmentationResult result = Run(WithConstant(), new() { ConstantFeatures = ConstantFeatures.Exclude });

        Assert.Equal(
            ["Feature 'Country' is 1 in every row, so it cannot tell customers apart."],
            result.Warnings.Where(warning => warning.Contains("Country", StringComparison.Ordinal)));
    }

    [Fact]
    public void Warnings_ColumnThatLooksLikeAnId_SaysSoOnce()
    {
        NumericColumn numbers = new("Account", [.. Enumerable.Range(1000, 40).Select(number => (double)number)]);

        SegmentationResult result = Run(new([.. TwoGroups(20).Columns, numbers]));

        string warning = Assert.Single(result.Warnings, warning => warning.Contains("looks like an id", StringComparison.Ordinal));
        Assert.StartsWith("Column 'Account' looks like an id: ", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_ColumnThatNobodyChose_AreNotAboutThisRun() => Assert.DoesNotContain(
        Run(WithConstant(), new() { Features = ["Visits"] }).Warnings,
        warning => warning.Contains("Country", StringComparison.Ordinal));

    [Fact]
    public void Warnings_LogarithmTaken_IsNotAdvised()
    {
        double[] amounts = [.. Enumerable.Range(0, 60).Select(row => Math.Pow(1.2, row))];
        CustomerTable table = new([new NumericColumn("Revenue", amounts)]);

        IReadOnlyList<string> asTheyAre = Run(table).Warnings;
        IReadOnlyList<string> logarithms = Run(table, new() { Encodings = new Dictionary<string, ColumnEncoding> { ["Revenue"] = ColumnEncoding.Log } }).Warnings;

        Assert.Contains(asTheyAre, warning => warning.Contains("--encode \"Revenue=log\"", StringComparison.Ordinal));
        Assert.DoesNotContain(logarithms, warning => warning.Contains("tail", StringComparison.Ordinal) || warning.Contains("ogarithm", StringComparison.Ordinal));
    }

    [Fact]
    public void Warnings_ManySegments_AreOneSentenceOfAKind()
    {
        double[] noise = SampleShapes.Noise(200).Matrix.Values.ToArray();
        CustomerTable table = new(
        [
            new NumericColumn("a", [.. noise.Where((_, i) => i % 2 == 0)]), new NumericColumn("b", [.. noise.Where((_, i) => i % 2 == 1)]),
        ]);

        IReadOnlyList<string> warnings = new SegmentationPipeline { ClusterCount = 60, MaxClusters = 2, StabilitySamples = 20 }.Run(table).Warnings;

        Assert.InRange(warnings.Count, 1, 6);
        Assert.Single(warnings, warning => warning.Contains(" of 60 segments have fewer than 10 customers", StringComparison.Ordinal));
        Assert.Single(warnings, warning => warning.Contains(" of 60 segments are unstable, do not build on them: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Warnings_ManyColumnsThatSayTheSame_AreOneSentence()
    {
        double[] rows = [.. Enumerable.Range(0, 60).Select(row => (row % 2 * 50.0) + (row * row % 7))];
        CustomerTable table = new(Enumerable.Range(1, 28).Select(column => new NumericColumn($"m{column}", [.. rows.Select(value => column * value)])));

        Assert.Single(Run(table).Warnings, warning => warning.Contains("say the same thing", StringComparison.Ordinal));
    }

    [Fact]
    public void Warnings_ManySkewedColumns_AreOneSentenceWithTheOptions()
    {
        CustomerTable table = new(Enumerable.Range(1, 6).Select(column => new NumericColumn(
            $"m{column}", [.. Enumerable.Range(0, 61).Select(row => Math.Exp((row * (column + 1) % 61) / 10.0))])));

        string warning = Assert.Single(Run(table).Warnings, warning => warning.Contains("long tails", StringComparison.Ordinal));

        Assert.Contains(" and 3 more columns have long tails of high values (their skewness in brackets)", warning, StringComparison.Ordinal);
        Assert.EndsWith("Consider --encode \"m1=log\" --encode \"m2=log\" --encode \"m3=log\" and so on.", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_StrayTextsInAColumnThatIsNotUsed_AreToldWithTheData()
    {
        CustomerTable table = Csv.Read("Id,Visits,Age\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"c{row:00},{row % 2 * 50 + row % 5},{(row == 7 ? "#VALUE!" : $"{20 + row}")}\n")));

        SegmentationResult result = Run(table);

        Assert.DoesNotContain(result.Warnings, warning => warning.Contains("'Age'", StringComparison.Ordinal));
        Assert.Contains(
            "Not compared by Age, which is text because of 1 of 40 cells: '#VALUE!' in line 9; --stray-text missing would take it in.",
            result.DataUse.Sentences);
    }

    [Fact]
    public void WarningGroups_AreTheWarningsByWhatTheyAreAbout()
    {
        SegmentationResult result = ReportSamples.Small;

        Assert.Equal(result.Warnings.Order(StringComparer.Ordinal), result.WarningGroups.SelectMany(group => group.Messages).Order(StringComparer.Ordinal));
        Assert.Equal(result.WarningGroups.Select(group => group.Subject).Order(), result.WarningGroups.Select(group => group.Subject));
        Assert.Equal(("The rows", result.Warnings[0]), result.WarningGroups.Where(group => group.Subject == WarningSubject.Rows).Select(group => (group.Title, group.Messages[0])).Single());
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(4, 1)]
    public void Warnings_FivePercentOfTheRowsLost_AreTheFirst(int lost, int place)
    {
        NumericColumn dominated = new("Visits", [.. Enumerable.Range(0, 100).Select(row => row < lost ? double.NaN : (row % 2 * 50.0) + (row % 5))]);
        CustomerTable table = new([dominated, new NumericColumn("Same", [.. dominated.Values.ToArray().Select(value => 3 * value)])]);
        SegmentationResult result = ReportSamples.With(Run(table), Verdict(2, Confidence.Low, "Weak.", "1 of 4 criteria pick k = 2.", "Weak."));

        Assert.Equal(place, result.Warnings.ToList().FindIndex(warning => warning.Contains("in no segment", StringComparison.Ordinal)));
    }

    [Fact]
    public void Warnings_StoppedBeforeItSettled_SaysAfterHowManyIterations()
    {
        SegmentationPipeline pipeline = new() { ClusterCount = 6, MaxClusters = 6, Algorithm = new(1) { MaxIterations = 1, Restarts = 1, Swaps = 0 } };

        SegmentationResult result = pipeline.Run(SampleData.MallCustomers(customers: 300));

        Assert.False(result.Model.Converged);
        Assert.Contains("K-Means was stopped after 1 iteration, before it settled; allow more.", result.Warnings);
    }

    [Fact]
    public void Warnings_AllAtOnce_LeadWithWhatMattersMost()
    {
        SilhouetteResult silhouette = new(new SilhouetteEstimate(0.1), [], [], [], [0.1, 0.2]);
        ClusterCountVerdict verdict = Verdict(2, Confidence.Low, "Weak.", "1 of 4 criteria pick k = 2.", "Weak.");

        IReadOnlyList<string> warnings = ReportSamples.With(ReportSamples.Small, verdict, silhouette).Warnings;

        Assert.Collection(
            warnings.Take(4),
            warning => Assert.StartsWith("1 of 10 customers is in no segment", warning, StringComparison.Ordinal),
            warning => Assert.StartsWith("The number of segments is uncertain.", warning, StringComparison.Ordinal),
            warning => Assert.Contains("say nearly the same", warning, StringComparison.Ordinal),
            warning => Assert.Equal(Small, warning));
        Assert.Equal(
            "2 of 2 segments are not well separated from their neighbours (mean silhouette at most 0.25): 1 (0.10), 2 (0.20).", warnings[4]);
    }

    [Fact]
    public void Warnings_RowsThatRepeat_StandBeforeWhatAColumnIsLike()
    {
        NumericColumn amounts = new("Amount", [.. Enumerable.Range(0, 40).Select(row => row == 39 ? 5000.0 : row % 20 * 1.5)]);

        List<string> warnings = [.. Run(new([.. TwoGroups(20).Columns, amounts])).Warnings];

        int repeat = warnings.FindIndex(warning => warning.Contains("an earlier one in every column", StringComparison.Ordinal));
        int column = warnings.FindIndex(warning => warning.Contains("'Amount'", StringComparison.Ordinal) && !warning.Contains("decide", StringComparison.Ordinal));
        Assert.InRange(repeat, 0, column - 1);
    }

    [Fact]
    public void Warnings_UnstableSegment_StandsBeforeAFewRowsThatWereLeftOut()
    {
        double[] noise = SampleShapes.Noise(300).Matrix.Values.ToArray();
        CustomerTable table = new(
        [
            new NumericColumn("a", [.. noise.Where((_, i) => i % 2 == 0), double.NaN]), new NumericColumn("b", [.. noise.Where((_, i) => i % 2 == 1), 1]),
        ]);

        List<string> warnings = [.. new SegmentationPipeline { ClusterCount = 6, MaxClusters = 2 }.Run(table).Warnings];

        int unstable = warnings.FindIndex(warning => warning.Contains("is unstable, do not build on it", StringComparison.Ordinal));
        int dropped = warnings.FindIndex(warning => warning.StartsWith("1 of 301 customers is in no segment", StringComparison.Ordinal));
        Assert.InRange(unstable, 0, dropped - 1);
    }

    private static SegmentationResult Run(CustomerTable table, Preprocessor? preprocessor = null) =>
        new SegmentationPipeline { Preprocessor = preprocessor ?? new(), ClusterCount = 2, MaxClusters = 3 }.Run(table);

    private static CustomerTable TwoGroups(int size) =>
        new([new NumericColumn("Visits", [.. Enumerable.Range(0, 2 * size).Select(row => (row % 2 * 50.0) + (row % 5))])]);

    private static CustomerTable WithConstant()
    {
        double[] ones = [.. Enumerable.Repeat(1.0, 40)];
        return new([.. TwoGroups(20).Columns, new NumericColumn("Country", ones)]);
    }

    private static ClusterCountVerdict Verdict(int? count, Confidence confidence, string? doubt, params string[] reasons) => new(
        count, confidence, reasons, [], ReportSamples.Small.Verdict.Scores, ReportSamples.Small.Verdict.Models)
    {
        Doubt = doubt,
    };
}
