using System.Text.RegularExpressions;
using Segmentation.Tests.Profiling;

namespace Segmentation.Tests.Marketing;

public sealed partial class MallRecommendationTests
{
    private const double StatedRate = 0.05;

    [Fact]
    public void Recommend_MallData_GivesEverySegmentEveryFamilyInOrder()
    {
        IReadOnlyList<Recommendation> advice = Playbook.BuiltIn.Recommend(MallData.Profiles());

        Assert.Equal([1, 2, 3, 4, 5], advice.Select(item => item.Segment).Distinct());
        foreach (IGrouping<int, Recommendation> segment in advice.GroupBy(item => item.Segment))
        {
            Assert.Equal(Enum.GetValues<RecommendationFamily>(), segment.Select(item => item.Family).Distinct());
            Assert.Equal(segment.OrderBy(item => item.Family), segment);
        }
    }

    [Theory]
    [InlineData(1, "core", "broad assortment", "loyalty points", "cross-sell", "e-mail")]
    [InlineData(2, "best-customers", "premium", "exclusive", "VIP", "personal service")]
    [InlineData(3, "untapped-means", "what holds them back", "quality", "win attention", "tailor offers")]
    [InlineData(4, "modest", "value lines", "coupons", "low-cost channels", "no acquisition budget")]
    [InlineData(5, "keen-on-a-budget", "trend items", "bundles", "instalments only", "social and mobile")]
    public void Recommend_MallData_FollowsTheClassicWriteUp(int segment, string situation, params string[] wording)
    {
        IReadOnlyList<Recommendation> advice = Playbook.BuiltIn.Recommend(MallData.Profiles());

        Recommendation[] own = [.. advice.Where(item => item.Segment == segment)];
        Assert.Equal(9, own.Count(item => item.Rule.StartsWith(situation, StringComparison.Ordinal)));
        string actions = string.Join('\n', own.Select(item => item.Action));
        Assert.All(wording, words => Assert.Contains(words, actions, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// The advice of the classic write-up of this data, segment by segment: 1 average and average, 2 high income and high
    /// spending, 3 high and low, 4 low and low, 5 low and high.
    /// </summary>
    [Theory]
    [InlineData(1, "core-assortment", "Assortment", "broad assortment")]
    [InlineData(1, "core-engagement", "Engagement", "loyalty points")]
    [InlineData(1, "core-personalisation", "Personalisation", "Cross-sell")]
    [InlineData(2, "best-customers-targeting", "Targeting", "premium lines")]
    [InlineData(2, "best-customers-assortment", "Assortment", "exclusive or limited editions")]
    [InlineData(2, "best-customers-engagement", "Engagement", "VIP tier of the loyalty programme")]
    [InlineData(2, "best-customers-budget", "Budget", "Spend more on each of them")]
    [InlineData(3, "untapped-means-targeting", "Targeting", "test messages on quality, value")]
    [InlineData(3, "untapped-means-pricing", "PricingAndPromotion", "quality and value for the price")]
    [InlineData(3, "untapped-means-personalisation", "Personalisation", "Tailor offers")]
    [InlineData(4, "modest-assortment", "Assortment", "value lines")]
    [InlineData(4, "modest-pricing", "PricingAndPromotion", "essentials with coupons")]
    [InlineData(4, "modest-budget", "Budget", "Keep marketing spending here low")]
    [InlineData(5, "keen-on-a-budget-assortment", "Assortment", "trend items at entry prices")]
    [InlineData(5, "keen-on-a-budget-pricing", "PricingAndPromotion", "bundles and multi-buys; instalments only with the full cost shown and a credit check")]
    [InlineData(5, "young-channels", "Channel", "social and mobile")]
    public void Recommend_MallData_EachClassicRecommendationComesOutOfItsRule(int segment, string rule, string family, string wording)
    {
        Recommendation advice = Assert.Single(
            Playbook.BuiltIn.Recommend(MallData.Profiles()), item => item.Rule == rule && item.Family == Enum.Parse<RecommendationFamily>(family));

        Assert.Equal((segment, Playbook.BuiltInSource), (advice.Segment, advice.Source));
        Assert.Contains(wording, advice.Action, StringComparison.Ordinal);
        Assert.NotNull(advice.Measure);
        Assert.NotEmpty(advice.Evidence);
    }

    [Fact]
    public void Recommend_MallData_HasNoContradictionAndNothingToMind()
    {
        PlaybookAdvice advice = Playbook.BuiltIn.Advise(MallData.Profiles());

        Assert.Empty(advice.Warnings);
        Assert.All(advice.Recommendations, item => Assert.Empty(item.ContradictedBy));
    }

    [Fact]
    public void Recommend_MallData_GivesTheReasonWithItsNumbers()
    {
        Recommendation first = Playbook.BuiltIn.Recommend(MallData.Profiles()).First(item => item.Segment == 2);

        Assert.Equal(
            "Means and buying are both above average: "
            + "Annual Income (k$) averages 86.5 in this segment against 60.6 overall (1.0 standard deviations above, 1.2 above the rest; 39 customers; clustered on: no test); "
            + "Spending Score (1-100) averages 82.1 in this segment against 50.2 overall (1.2 standard deviations above, 1.5 above the rest; 39 customers; clustered on: no test).",
            first.Reason);
    }

    [Fact]
    public void Recommend_MallData_SpeaksOfAgeOnlyWhereItStandsOut()
    {
        IReadOnlyList<Recommendation> advice = Playbook.BuiltIn.Recommend(MallData.Profiles());

        Recommendation[] onAge = [.. advice.Where(item => item.Evidence.Any(evidence => evidence.Column == "Age"))];
        Assert.Equal([(5, "stands-out"), (5, "young-channels")], onAge.Select(item => (item.Segment, item.Rule)));
        Assert.All(onAge, item => Assert.Contains(
            "Age averages 25.3 in this segment against 38.9 overall (1.0 standard deviations below, 1.1 below the rest; 22 customers; adjusted p < 0.001)",
            item.Reason,
            StringComparison.Ordinal));
    }

    [Fact]
    public void NamesDescriptionsAndAdvice_MallData_SayNothingAboutGender()
    {
        IReadOnlyList<SegmentProfile> profiles = MallData.Profiles();

        Assert.DoesNotMatch(GenderWords(), EverythingSaid(profiles));
    }

    [Fact]
    public void NamesDescriptionsAndAdvice_GenderThatIsTheSegment_SaySo()
    {
        // The counterpart: the search above finds a claim where the data do support one.
        CustomerTable table = MallFile.Load();
        int[] labels = MallData.Labels(table);
        string[] gender = [.. labels.Select(label => label == 2 ? "Female" : "Male")];

        IReadOnlyList<SegmentProfile> profiles = WithGender(table, labels, gender);

        Assert.Matches(GenderWords(), EverythingSaid(profiles));
    }

    [Fact]
    public void NamesDescriptionsAndAdvice_ShuffledGender200Times_RarelyClaimAnything()
    {
        CustomerTable table = MallFile.Load();
        int[] labels = MallData.Labels(table);
        string[] gender = [.. Enumerable.Range(0, table.RowCount).Select(row => table["Gender"].TextAt(row)!)];
        Random random = new(20);
        const int Runs = 200;

        int claims = 0;
        for (int run = 0; run < Runs; run++)
        {
            random.Shuffle(gender);
            claims += GenderWords().IsMatch(EverythingSaid(WithGender(table, labels, gender))) ? 1 : 0;
        }

        // A rate of exactly 5% would need a margin of three standard errors, 4.6 points. Claims are made at 1%, so that the
        // true rate is near 1% (0.8% in 2,000 runs), and more than 10 of 200 runs would be a one-in-a-hundred-thousand event:
        // no margin is needed.
        Assert.InRange((double)claims / Runs, 0, StatedRate);
    }

    private static IReadOnlyList<SegmentProfile> WithGender(CustomerTable table, int[] labels, string[] gender)
    {
        CustomerTable changed = new(table.Columns.Select(column => column.Name == "Gender" ? new CategoricalColumn("Gender", gender) : column));
        return new SegmentProfiler([MallFile.Income, MallFile.Spending]).Profile(changed, labels);
    }

    private static string EverythingSaid(IReadOnlyList<SegmentProfile> profiles) => string.Join(
        '\n',
        [
            .. profiles.Select(profile => profile.Name),
            .. profiles.Select(profile => profile.Describe()),
            .. Playbook.BuiltIn.Recommend(profiles).SelectMany(item => new[] { item.Action, item.Reason, item.Rule }),
        ]);

    [GeneratedRegex(@"\b(gender|sex|female|male|wom[ae]n|m[ae]n|lady|ladies|gentlem[ae]n)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GenderWords();
}
