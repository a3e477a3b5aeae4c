namespace Segmentation.Tests.Profiling.Rules;

public sealed class BinaryWordsTests
{
    /// <summary>Contract and flag move together; the third contract is there so that "not" has two others.</summary>
    private static readonly CustomerTable Table = new(
    [
        new CategoricalColumn("Contract", [.. Enumerable.Range(0, 40).Select(i => i < 20 ? "Month-to-month" : i % 2 == 0 ? "One year" : "Two year")]),
        new CategoricalColumn("Partner", [.. Enumerable.Range(0, 40).Select(i => i < 20 ? "No" : "Yes")]),
        new NumericColumn("SeniorCitizen", [.. Enumerable.Range(0, 40).Select(i => i < 20 ? 1.0 : 0)]),
    ]);

    [Theory]
    [InlineData("Contract", "Contract is Month-to-month", "Contract is not Month-to-month")]
    [InlineData("Partner", "Partner is No", "Partner is Yes")]
    [InlineData("SeniorCitizen", "SeniorCitizen is 1", "SeniorCitizen is 0")]
    public void Describe_FeatureOfZeroAndOne_SaysTheLevelAndNoThreshold(string feature, string first, string second)
    {
        SegmentationResult result = new SegmentationPipeline
        {
            Preprocessor = new() { Features = [feature] },
            ClusterCount = 2,
            MaxClusters = 2,
        }.Run(Table);
        bool isMonthly = result.Model.Labels[0] == 0;

        Assert.Equal(
            [$"{(isMonthly ? first : second)} (20 of 20 right)", $"{(isMonthly ? second : first)} (20 of 20 right)"],
            result.Rules!.Segments.Select(rule => rule.Describe()));
        Assert.StartsWith($"{first}, as for 100% here and 0% in segment ", result.Reasons.Of(0)!.Describe(), StringComparison.Ordinal);
        Assert.StartsWith($"{second}, as for 100% here and 0% in segment ", result.Reasons.Of(39)!.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NumbersBesideZeroAndOne_HasNoWords()
    {
        NumericColumn visits = new("Visits", [0, 1, 2]);

        Assert.Null(BinaryWords.Of(new FittedFeature("Visits", 0, 1), visits, new([visits])));
    }

    [Fact]
    public void Of_PooledLevels_NamesTheOnesThatAreKept()
    {
        CategoricalColumn plan = new("Plan", ["A", "B", "C", "D"]);
        FittedFeature other = new("Plan = other", 0, 1) { Encoding = new OtherLevelsEncoding("Plan", ["A", "B"], ["C", "D"]) };
        CustomerTable table = new([plan]);

        Assert.Equal(new BinaryWords("Plan is none of A, B", "Plan is one of A, B"), BinaryWords.Of(other, other.NumbersOf(table), table));
    }
}
