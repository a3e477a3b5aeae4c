using static Segmentation.Tests.Marketing.Playbooks;

namespace Segmentation.Tests.Marketing;

/// <summary>
/// Two segments of 40 whose customers are worth 8 to 12 (mean 10, before 12 to 16) and 28 to 32 (mean 30, before 18 to
/// 22): the first low and falling by 4, the second high and growing by 10; over all the mean is 20.
/// </summary>
public sealed class PlaybookValueTests
{
    private static readonly CustomerTable Table = new(
    [
        new NumericColumn("Income", [.. Enumerable.Range(0, 80).Select(i => (i < 40 ? 20.0 : 60.0) + (i % 5))]),
        new NumericColumn("Worth", [.. Enumerable.Range(0, 80).Select(i => (i < 40 ? 8.0 : 28.0) + (i % 5))]),
        new NumericColumn("Worth before", [.. Enumerable.Range(0, 80).Select(i => (i < 40 ? 12.0 : 18.0) + (i / 8 % 5))]),
    ]);

    [Theory]
    [InlineData("high", 30)]
    [InlineData("low", 10)]
    [InlineData("growing", 30)]
    [InlineData("shrinking", 10)]
    [InlineData("average", null)]
    public void Run_ConditionOnValue_FiresForTheSegmentOfThatMean(string standing, int? mean)
    {
        SegmentationResult result = Run(Of(File(Rule("a", $$"""{ "segment": "value", "is": "{{standing}}" }"""))));

        Assert.Equal(
            mean is int expected ? [expected] : [],
            result.Recommendations.Select(item => (int)Math.Round(result.Value!.Segments[item.Segment - 1].Mean!.Value)));
    }

    [Theory]
    [InlineData("\"atLeast\": 30", 1)]
    [InlineData("\"atLeast\": 30.1", 0)]
    [InlineData("\"below\": 10.1", 1)]
    public void Run_LimitOnValue_IsOnTheValueOfACustomer(string limit, int count) =>
        Assert.Equal(count, Run(Of(File(Rule("a", $$"""{ "segment": "value", {{limit}} }""")))).Recommendations.Count);

    [Fact]
    public void Run_GrowingSegment_GivesItsValueChangeAndIntervals()
    {
        Recommendation advice = Assert.Single(Run(Playbook.BuiltIn).Recommendations, item => item.Rule == "worth-growing");

        Assert.StartsWith(
            "Its value is improving, and the segment is large enough to matter: its customers are worth 30 of 'Worth' each (95% interval ",
            advice.Reason,
            StringComparison.Ordinal);
        Assert.Contains(" against 20 over all, and that changed by 10 (95% interval ", advice.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_StabilityOfTheRun_ReachesTheRules()
    {
        // Two groups this far apart are found again by every sample.
        SegmentationResult result = Run(Of(File(Rule("a", """{ "segment": "stability", "is": "highlyStable" }"""))));

        Assert.Equal(2, result.Recommendations.Count);
        Assert.All(result.Recommendations, item => Assert.Contains("its mean Jaccard over 100 bootstrap samples is 1.00", item.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Advise_FallThatIsSureOnlyByItself_FiresNoRule()
    {
        // As in ValueRankingTests: shrinking by its own interval, but not where two segments were asked.
        SegmentProfile[] profiles = TwoGroups(("Orders", 5, 9));
        ValueRanking value = ValueRankingTests.Rank([[10, 12, 14, 20], [1, 2, 3, 4]], [[10, 12, 14, 20], [2, 5, 4, 7]]);

        Assert.Empty(Of(File(Rule("a", """{ "segment": "value", "is": "shrinking" }"""))).Advise(profiles, null, value).Recommendations);
    }

    private static SegmentationResult Run(Playbook playbook) => new SegmentationPipeline
    {
        Preprocessor = new() { Features = ["Income"] },
        ClusterCount = 2,
        MaxClusters = 3,
        ValueColumn = "Worth",
        ValueBeforeColumn = "Worth before",
        Playbook = playbook,
    }.Run(Table);
}
