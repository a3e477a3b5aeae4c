using Segmentation.Tests.Reporting;

namespace Segmentation.Tests.Profiling;

public sealed class OutcomeComparisonTests
{
    private static readonly int[] TwoHalves = [.. Enumerable.Range(0, 20).Select(row => row / 10)];

    [Fact]
    public void Of_YesAndNo_CountsTheYesInEachSegment()
    {
        // 9 of 10 and 1 of 10: the hypergeometric tail of a draw of 10 from 10 Yes among 20 is (100 + 1) / 184,756 on either side.
        OutcomeComparison churn = Compare(new CategoricalColumn("Churn", [.. Enumerable.Range(0, 20).Select(row => row is < 9 or 19 ? "Yes" : "No")]));

        Assert.Equal(("Yes", 20, 0, 10, 0.5), (churn.Level, churn.Customers, churn.Missing, churn.Count, churn.Value));
        Assert.Equal([9, 1], churn.Segments.Select(segment => segment.Count));
        Assert.Equal([0.9, 0.1], churn.Segments.Select(segment => segment.Value));
        Assert.All(churn.Segments, segment => Assert.Equal(202.0 / 184_756, segment.AdjustedPValue!.Value, 1e-9));   // logarithms of factorials
        Assert.All(churn.Segments, segment => Assert.True(segment.Differs));
        Assert.Equal(
            "Segment 1 (First) has Churn = Yes more often: 90% (9 of 10 customers, 95% interval 59.6% to 98.2%) against 50% overall, adjusted p = 0.001.",
            churn.Sentences[0]);
    }

    [Fact]
    public void Of_ZeroAndOne_IsTheShareOfOnes()
    {
        OutcomeComparison response = Compare(new NumericColumn("Responded", [.. Enumerable.Range(0, 20).Select(row => row is < 9 or 19 ? 1.0 : 0.0)]));

        Assert.Equal(("1", 10, 0.5), (response.Level, response.Count, response.Value));
        Assert.Equal([9, 1], response.Segments.Select(segment => segment.Count));
    }

    [Fact]
    public void Of_Numbers_AreMeansWithStudentsInterval()
    {
        OutcomeComparison spend = Compare(new NumericColumn("Spend", [.. Enumerable.Range(0, 20).Select(row => (row / 10 * 100.0) + (row % 10))]));

        // 0 to 9: mean 4.5, deviation 3.0277, t(9) 2.2622, so 4.5 less and more 2.1659.
        Assert.Equal((null, null, 54.5), (spend.Level, spend.Count, spend.Value));
        Assert.Equal(4.5, spend.Segments[0].Value);
        Assert.Equal(2.33415, spend.Segments[0].Lower!.Value, 1e-4);   // the printed quantile
        Assert.Equal(6.66585, spend.Segments[0].Upper!.Value, 1e-4);
        Assert.StartsWith("Segment 2 (Second) has more 'Spend': 105 (10 customers, 95% interval", spend.Sentences[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoDifference_SaysSoWithTheNearest()
    {
        OutcomeComparison churn = Compare(new CategoricalColumn("Churn", [.. Enumerable.Range(0, 20).Select(row => row % 2 == 0 || row == 1 ? "Yes" : "No")]));

        Assert.Equal(
            "No segment differs in 'Churn' by more than chance explains, nearest is segment 1 (First) with 60% (6 of 10 customers, 95% interval 31.3% to 83.2%) against 55% overall, adjusted p = 1.000: the segments do not tell whom it will happen to.",
            Assert.Single(churn.Sentences));
    }

    [Fact]
    public void Of_ShuffledOutcome_IsClaimedInAtMostThreeOfAHundred()
    {
        int claimed = Enumerable.Range(1, 100).Count(seed =>
        {
            MathNet.Numerics.Random.Xoshiro256StarStar random = new(seed);
            CategoricalColumn column = new("Churn", [.. Enumerable.Range(0, 20).Select(_ => random.NextDouble() < 0.4 ? "Yes" : "No")]);
            return column.Codes.ToArray().Distinct().Count() == 2 && Compare(column).Segments.Any(segment => segment.Differs);
        });

        Assert.InRange(claimed, 0, 3);
    }

    [Fact]
    public void Of_MissingOutcomes_AreCountedAndSaid()
    {
        OutcomeComparison churn = Compare(new CategoricalColumn("Churn", [.. Enumerable.Range(0, 20).Select(row => row == 3 ? null : row % 2 == 0 ? "Yes" : "No")]));

        Assert.Equal((19, 1), (churn.Customers, churn.Missing));
        Assert.Equal("1 customer in the segments lacks 'Churn' and is not counted.", churn.Sentences[^1]);
    }

    [Theory]
    [InlineData("gold", "silver", "gold")]   // the rarer one
    [InlineData("FALSE", "TRUE", "TRUE")]
    [InlineData("no", "yes", "yes")]
    public void Of_TwoValues_CountsWhatHappened(string one, string other, string counted)
    {
        CategoricalColumn column = new("x", [.. Enumerable.Range(0, 20).Select(row => row < 4 ? one : other)]);

        Assert.Equal(counted, Compare(column).Level);
    }

    [Fact]
    public void Of_ThreeValues_SaysWhatAnOutcomeIs()
    {
        CategoricalColumn column = new("Contract", [.. Enumerable.Range(0, 20).Select(row => new[] { "Month", "Year", "Two" }[row % 3])]);

        Assert.Equal(
            "Column 'Contract' cannot be the outcome (--outcome), for it has 3 values (Month, Two, Year); an outcome has two values, such as Yes and No, or is a number.",
            Assert.Throws<ArgumentException>(() => Compare(column)).Message);
    }

    [Fact]
    public void Of_TheSameInEveryRow_SaysThatNoSegmentCanDiffer() => Assert.Equal(
        "Column 'Churn' is 'No' in every row that has one, so no segment can differ in it: choose another outcome (--outcome).",
        Assert.Throws<DataException>(() => Compare(new CategoricalColumn("Churn", [.. Enumerable.Repeat("No", 20)]))).Message);

    [Fact]
    public void Of_ManySegmentsThatDiffer_TellsTheFarthest()
    {
        int[] labels = [.. Enumerable.Range(0, 600).Select(row => row / 100)];
        CategoricalColumn column = new("Churn", [.. Enumerable.Range(0, 600).Select(row => row % 100 < new[] { 90, 80, 75, 20, 10, 5 }[row / 100] ? "Yes" : "No")]);
        CustomerTable table = new([column]);
        SegmentProfile[] profiles = [.. new SegmentProfiler([]).Profile(table, labels).Select(profile => profile with { Name = $"S{profile.Segment}" })];

        IReadOnlyList<string> sentences = OutcomeComparison.Of(table, labels, profiles, "Churn").Sentences;

        Assert.Equal(5, sentences.Count);
        Assert.Equal("6 of 6 segments differ in 'Churn' by more than chance explains; it runs from 5% in segment 6 to 90% in segment 1. The farthest:", sentences[0]);
        Assert.StartsWith("Segment 6 (S6) has Churn = Yes less often: 5% (5 of 100 customers", sentences[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Outcome_IsNoFeatureAndComparedOverTheSegments()
    {
        double[] spend = [.. Enumerable.Range(0, 60).Select(row => (row % 2 * 100.0) + (row % 7))];
        double[] churned = [.. Enumerable.Range(0, 60).Select(row => row % 2 == 0 || row == 1 ? 1.0 : 0.0)];
        CustomerTable table = new([new NumericColumn("Spend", spend), new NumericColumn("Churned", churned)]);
        SegmentationPipeline pipeline = new() { OutcomeColumn = "Churned", ClusterCount = 2, MaxClusters = 3 };

        SegmentationResult result = pipeline.Run(table);

        Assert.Equal(["Spend"], result.Preprocessor.FeatureNames);
        Assert.Equal((31, 31.0 / 60), (result.Outcome!.Count, result.Outcome.Value));
        Assert.Equal([1.0, 1.0 / 30], result.Outcome.Segments.Select(segment => segment.Value).OrderDescending());
        Assert.Equal("Churned", ResultExport.Summary(result)["outcome"]!["column"]!.GetValue<string>());
        Assert.Contains("<section id=\"outcome\"", HtmlReport.Of(result), StringComparison.Ordinal);
        Assert.Contains("## The outcome", MarkdownReport.Of(result), StringComparison.Ordinal);
        Assert.Null(ReportSamples.Small.Outcome);
    }

    [Fact]
    public void Run_OutcomeAmongTheFeatures_IsAnError()
    {
        SegmentationPipeline pipeline = new() { OutcomeColumn = MallFile.Age, Preprocessor = new() { Features = [MallFile.Age, MallFile.Income] } };

        Assert.StartsWith(
            "Column 'Age' is a feature (--features) and is to be left out of the features (--outcome, LeftOutColumns)",
            Assert.Throws<ArgumentException>(() => pipeline.Run(MallFile.Load())).Message,
            StringComparison.Ordinal);
    }

    private static OutcomeComparison Compare(Column column)
    {
        CustomerTable table = new([column]);
        SegmentProfile[] profiles =
        [
            .. new SegmentProfiler([]).Profile(table, TwoHalves).Select(profile => profile with { Name = profile.Segment == 1 ? "First" : "Second" }),
        ];
        return OutcomeComparison.Of(table, TwoHalves, profiles, column.Name);
    }
}
