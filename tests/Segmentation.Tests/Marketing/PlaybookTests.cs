using FsCheck;
using FsCheck.Fluent;
using static Segmentation.Tests.Marketing.Playbooks;

namespace Segmentation.Tests.Marketing;

public sealed class PlaybookTests
{
    [Fact]
    public void Recommend_BehaviourDataWithoutIncome_AdvisesOnBuyingAndRecency()
    {
        // 20 customers who buy often and lately, 20 who bought little and long ago.
        SegmentProfile[] profiles = TwoGroups(("Recency", 5, 200), ("Frequency", 12, 2), ("Monetary", 900, 80));

        IReadOnlyList<Recommendation> advice = Playbook.BuiltIn.Recommend(profiles);

        Assert.Contains("active-buyers-targeting", Rules(advice, 1));
        Assert.Contains("recently-seen", Rules(advice, 1));
        Assert.Contains("quiet-buyers-targeting", Rules(advice, 2));
        Assert.Contains("lapsed", Rules(advice, 2));
        Assert.Equal(
            ["Frequency", "Monetary"],
            advice.First(item => item.Rule == "active-buyers-targeting").Evidence.Select(evidence => evidence.Column).Order());
    }

    [Fact]
    public void Recommend_ColumnOfNoKnownRole_StatesWhatStandsOutAndNothingElse()
    {
        SegmentProfile[] profiles = TwoGroups(("Tenure", 10, 40));

        Recommendation advice = Assert.Single(Playbook.BuiltIn.Recommend(profiles), item => item.Segment == 2);

        Assert.Equal((RecommendationFamily.Targeting, "stands-out"), (advice.Family, advice.Rule));
        Assert.Equal("Build the message on what sets this segment apart: high tenure.", advice.Action);
        Assert.Equal(
            "The segment clearly differs from all customers here: "
            + "Tenure averages 40 in this segment against 25 overall (1.0 standard deviations above, 2.0 above the rest; 20 customers; clustered on: no test).",
            advice.Reason);
    }

    [Fact]
    public void Recommend_CategoryThatStandsOut_StatesShareBaseRateAndCounts()
    {
        int[] labels = [.. Enumerable.Range(0, 40).Select(i => i / 20)];
        CustomerTable table = new(
        [
            new NumericColumn("Tenure", [.. labels.Select((label, i) => (double)(i % 4))]),
            new CategoricalColumn("Region", [.. labels.Select((label, i) => label == 0 || i % 20 == 0 ? "North" : "South")]),
        ]);

        IReadOnlyList<Recommendation> advice = Playbook.BuiltIn.Recommend(new SegmentProfiler(["Tenure"]).Profile(table, labels));

        Recommendation south = Assert.Single(advice, item => item.Segment == 2);
        Assert.Equal("Build the message on what sets this segment apart: mostly South.", south.Action);
        Assert.EndsWith(
            "Region is South for 95% of this segment against 47.5% overall (47.5 percentage points more, 95.0 more than the rest; 19 of 20 customers; lift 1.95, at least 1.72; adjusted p < 0.001).",
            south.Reason,
            StringComparison.Ordinal);
        Evidence evidence = south.Evidence.Single();
        Assert.Equal(("Region", "South", 20), (evidence.Column, evidence.Level, evidence.Count));
        Assert.Equal((0.95, 0.475, 0.475), (evidence.Value, evidence.BaseValue, evidence.Effect));
    }

    [Theory]
    [InlineData(545, "Average tenure #2", "nothing-stands-out")]
    [InlineData(650, "Average tenure, mostly South", "stands-out")]
    public void NameAndAdvice_SignificantShare_IsSpokenOfOnlyWhenMaterial(int southern, string name, string rule)
    {
        // Two segments of 1,000 with 350 Southerners in the first. 545 and 650 of the second are 9.75 and 15 points above
        // the overall share; either difference is far beyond chance.
        int[] labels = [.. Enumerable.Range(0, 2000).Select(i => i / 1000)];
        CustomerTable table = new(
        [
            new NumericColumn("Tenure", [.. labels.Select((label, i) => (double)(i % 4))]),
            new CategoricalColumn("Region", [.. labels.Select((label, i) => i % 1000 < (label == 0 ? 350 : southern) ? "South" : "North")]),
        ]);

        SegmentProfile second = new SegmentProfiler(["Tenure"]).Profile(table, labels)[1];

        Assert.True(second.Categories[0].Levels.Min(level => level.AdjustedPValue) < 1e-10);
        Assert.Equal(name, second.Name);
        Assert.Equal([rule], Rules(Playbook.BuiltIn.Recommend([second]), 2));
    }

    [Fact]
    public void Recommend_ColumnsOfARoleThatDisagree_GivesNoAdviceOnThatRole()
    {
        SegmentProfile[] profiles = TwoGroups(("Salary", 10, 40), ("Household wealth", 900, 100));

        IReadOnlyList<Recommendation> advice = Playbook.BuiltIn.Recommend(profiles);

        Assert.Equal(["stands-out"], Rules(advice, 1));
        Assert.Equal(["stands-out"], Rules(advice, 2));
    }

    [Fact]
    public void Recommend_YoungerOfTwoOldSegments_IsNotCalledYoung()
    {
        SegmentProfile[] profiles = TwoGroups(("Age", 62, 78));

        IReadOnlyList<Recommendation> advice = Playbook.BuiltIn.Recommend(profiles);

        Assert.Equal(["stands-out"], Rules(advice, 1));
        Assert.Equal(["stands-out", "older-channels"], Rules(advice, 2));
    }

    [Theory]
    [InlineData(9, 991, true)]
    [InlineData(10, 990, false)]
    [InlineData(99, 9_901, true)]
    [InlineData(100, 9_900, false)]
    [InlineData(100, 99_900, false)]
    public void Recommend_VerySmallSegment_GetsACautionInsteadOfAdvice(int size, int others, bool caution)
    {
        double[] income = [.. Enumerable.Repeat(1.0, others), .. Enumerable.Repeat(100.0, size)];
        int[] labels = [.. Enumerable.Repeat(0, others), .. Enumerable.Repeat(1, size)];
        CustomerTable table = new([new NumericColumn("Income", income)]);

        IReadOnlyList<Recommendation> advice = Playbook.BuiltIn.Recommend(new SegmentProfiler(["Income"]).Profile(table, labels));

        Assert.Equal(caution, Rules(advice, 2)[0].StartsWith("too-few", StringComparison.Ordinal));
        Assert.Equal(caution ? 1 : 9, Rules(advice, 2).Length);
    }

    [Fact]
    public void Recommend_OneSegment_TreatsAllAlike()
    {
        CustomerTable table = new([new NumericColumn("Spending", [.. Enumerable.Range(0, 20).Select(i => (double)i)])]);

        IReadOnlyList<Recommendation> advice = Playbook.BuiltIn.Recommend(new SegmentProfiler(["Spending"]).Profile(table, new int[20]));

        Recommendation only = Assert.Single(advice);
        Assert.Equal("nothing-stands-out", only.Rule);
        Assert.EndsWith("averages 9.5 in this segment against 9.5 overall (no difference; 20 customers; clustered on: no test).", only.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Recommend_NothingToMeasure_GivesNoAdvice()
    {
        CustomerTable table = new([new NumericColumn("Fee", [.. Enumerable.Repeat(3.0, 40)])]);

        IReadOnlyList<Recommendation> advice = Playbook.BuiltIn.Recommend(
            new SegmentProfiler(["Fee"]).Profile(table, [.. Enumerable.Range(0, 40).Select(i => i % 2)]));

        Assert.Empty(advice);
    }

    [Fact]
    public void Recommend_HostileColumnName_StaysOnOneLineAndIsNotATemplate()
    {
        SegmentProfile[] profiles = TwoGroups(("Points {size} {traits}\r\n" + new string('x', 200), 10, 40));

        Recommendation advice = Playbook.BuiltIn.Recommend(profiles)[0];

        Assert.StartsWith(
            "The segment clearly differs from all customers here: Points {size} {traits} xxx", advice.Reason, StringComparison.Ordinal);
        Assert.Contains("… averages 10 in this segment", advice.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', advice.Reason);
    }

    [Theory]
    [InlineData(225, "lapsed", "They were last seen long ago, and no clear difference in means or buying was measured: Recency (days) averages 225 ")]
    [InlineData(2, "recently-seen", "They were seen more recently than most, and no clear difference in means or buying was measured: Recency (days) averages 2 ")]
    public void Recommend_AverageBuyersSeenAtAnotherTime_GetAdviceOnThatAndNotOnTheAverage(double recency, string rule, string because)
    {
        SegmentProfile[] profiles = TwoGroups(("Recency (days)", 84.6, recency), ("Frequency", 5, 5.001), ("Monetary", 300, 300.1));
        profiles = [.. profiles.Select(profile => profile with { Numbers = [.. profile.Numbers.Select(AverageUnlessRecency)] })];

        Recommendation[] advice = [.. Playbook.BuiltIn.Recommend(profiles).Where(item => item.Segment == 2)];

        Assert.Equal(Enum.GetValues<RecommendationFamily>(), advice.Select(item => item.Family).Distinct());
        Assert.All(advice, item => Assert.StartsWith(rule, item.Rule, StringComparison.Ordinal));
        Assert.StartsWith(because, advice[0].Reason, StringComparison.Ordinal);
        Assert.All(advice, item => Assert.Contains("Recency (days)", item.Reason, StringComparison.Ordinal));

        static NumericProfile AverageUnlessRecency(NumericProfile number) =>
            number.Column.StartsWith("Recency", StringComparison.Ordinal) ? number : number with { Effect = 0.1 };
    }

    [Fact]
    public void Recommend_AverageBuyersOfAnotherAge_AreNotCalledAverage()
    {
        SegmentProfile[] profiles = TwoGroups(("Age", 25, 55), ("Orders", 5, 9));
        profiles = [.. profiles.Select(profile => profile with { Numbers = [profile.Numbers[0], profile.Numbers[1] with { Effect = 0 }] })];

        string[] rules = Rules(Playbook.BuiltIn.Recommend(profiles), 1);

        Assert.Equal(
            [
                "stands-out", "average-buyers-of-an-age-assortment", "average-buyers-of-an-age-engagement",
                "average-buyers-of-an-age-pricing", "average-buyers-of-an-age-personalisation", "young-channels",
                "average-buyers-of-an-age-design", "average-buyers-of-an-age-retention",
            ],
            rules);
    }

    [Fact]
    public void Recommend_AverageBuyersWhoseRecenciesDisagree_AreNotCalledAverage()
    {
        SegmentProfile[] profiles = TwoGroups(("Recency", 5, 200), ("Days since last visit", 90, 3), ("Orders", 5, 9));
        profiles = [.. profiles.Select(profile => profile with { Numbers = [.. profile.Numbers.Take(2), profile.Numbers[2] with { Effect = 0 }] })];

        Assert.Equal(["stands-out"], Rules(Playbook.BuiltIn.Recommend(profiles), 1));
    }

    [Theory]
    [InlineData("", 1, 2)]
    [InlineData(", \"below\": 50", 2)]
    [InlineData(", \"below\": 95", 1, 2)]
    [InlineData(", \"atLeast\": 4", 1)]
    public void Recommend_RoleWhoseColumnsDisagree_FiresWithOneOfEachSignWhereAllAreWithinTheLimits(string limit, params int[] segments)
    {
        // High orders with low revenue and the other way round; purchases go with the orders.
        SegmentProfile[] profiles = TwoGroups(("Orders", 5, 9), ("Purchases", 5, 9), ("Revenue", 90, 3));

        IReadOnlyList<Recommendation> advice = Of(File(Rule("a", $$"""{ "role": "activity", "is": "different"{{limit}} }"""))).Recommend(profiles);

        Assert.Equal(segments, advice.Select(item => item.Segment));
        Assert.All(advice, item => Assert.Equal(2, item.Evidence.Select(evidence => Math.Sign(evidence.Effect)).Distinct().Count()));
    }

    [Theory]
    [InlineData("\"is\": \"high\", \"below\": 100")]
    [InlineData("\"below\": 100, \"atLeast\": 6")]
    public void Recommend_LimitOnARoleOfManyColumns_HoldsForEveryOne(string condition)
    {
        Playbook own = Of(File(Rule("a", $$"""{ "role": "activity", {{condition}} }""")));

        Assert.Equal(["a"], Rules(own.Recommend(TwoGroups(("Orders", 5, 9), ("Purchases", 5, 9), ("Baskets", 5, 9))), 2));
        Assert.Empty(own.Recommend(TwoGroups(("Orders", 5, 9), ("Purchases", 5, 9), ("Revenue", 500, 900))));
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Recommend_AnyData_EverySentenceHasItsNumbers()
    {
        Property property = Prop.ForAll<int[], byte>((values, clusters) =>
        {
            int most = (clusters % 5) + 1;
            int[] labels = [.. Enumerable.Range(0, values.Length * 5).Select(i => i % Math.Min(most, Math.Max(1, values.Length)))];
            if (labels.Length == 0)
            {
                return;
            }

            CustomerTable table = new(
            [
                new NumericColumn("Income", [.. labels.Select((label, i) => (double)values[i / 5] + (label * 3))]),
                new NumericColumn("Days since last order", [.. labels.Select((label, i) => label == 1 ? double.NaN : values[i / 5] % 9)]),
                new NumericColumn("Tenure", [.. labels.Select((label, i) => label + (i % 3.0))]),
                new CategoricalColumn("City", [.. labels.Select((label, i) => i % 7 == 0 ? "Rome" : $"City {label}")]),
            ]);

            IReadOnlyList<Recommendation> advice = Playbook.BuiltIn.Recommend(new SegmentProfiler(["Income"]).Profile(table, labels));

            Assert.All(advice, item => Assert.NotEmpty(item.Evidence));
            Assert.All(advice, item => Assert.All(item.Evidence, evidence =>
            {
                Func<double, string> text = evidence is { Level: null, IsFlag: false } ? NumberText.Of : NumberText.Percent;
                Assert.Contains($" {text(evidence.Value)} ", item.Reason, StringComparison.Ordinal);
                Assert.Contains($"against {text(evidence.BaseValue)} overall", item.Reason, StringComparison.Ordinal);
                Assert.Contains($" {NumberText.Customers(evidence.Count)}; ", item.Reason, StringComparison.Ordinal);
            }));
        });

        property.Holds(cases: 200);
    }
}
