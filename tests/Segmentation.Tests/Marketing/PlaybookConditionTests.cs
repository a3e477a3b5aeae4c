using static Segmentation.Tests.Marketing.Playbooks;

namespace Segmentation.Tests.Marketing;

/// <summary>Two segments of 20: ages 25 and 55, orders 5 and 9; 15 and 5 from Rome; a club of 0 or 1 that is a coin's throw.</summary>
public sealed class PlaybookConditionTests
{
    private static readonly int[] Labels = [.. Enumerable.Range(0, 40).Select(i => i / 20)];

    private static readonly CustomerTable Table = new(
    [
        new NumericColumn("Age", [.. Labels.Select((label, i) => label == 0 ? 24.0 + (i % 3) : 54.0 + (i % 3))]),
        new NumericColumn("Orders", [.. Labels.Select(label => label == 0 ? 5.0 : 9.0)]),
        new NumericColumn("Shoe size", [.. Labels.Select((_, i) => 38.0 + (i % 5))]),
        new CategoricalColumn("City", [.. Labels.Select((label, i) => i % 20 < (label == 0 ? 18 : 2) ? "Rome" : "Oslo")]),
    ]);

    private static readonly IReadOnlyList<SegmentProfile> Profiles = new SegmentProfiler(["Age", "Orders"]).Profile(Table, Labels);

    [Theory]
    [InlineData("""{ "column": "Age", "below": 30 }""", 1)]
    [InlineData("""{ "column": "AGE", "below": 30 }""", 1)]
    [InlineData("""{ "column": "Age", "is": "high" }""", 2)]
    [InlineData("""{ "column": "Age", "is": "different" }""", 1, 2)]
    [InlineData("""{ "column": "Age", "is": "average" }""")]
    [InlineData("""{ "column": "Age", "is": "low", "atLeast": 30 }""")]
    [InlineData("""{ "role": "age", "is": "low", "below": 30 }""", 1)]
    [InlineData("""{ "role": "age", "below": 30 }""", 1)]
    [InlineData("""{ "role": "age", "atLeast": 10 }""", 1, 2)]
    [InlineData("""{ "role": "recency", "below": 30 }""")]
    [InlineData("""{ "column": "Shoe size", "atLeast": 39 }""", 1, 2)]
    [InlineData("""{ "column": "Shoe size", "is": "average" }""")]
    [InlineData("""{ "column": "Shoe size", "is": "unknown" }, { "column": "Age", "is": "low" }""", 1)]
    [InlineData("""{ "column": "City", "level": "Rome", "atLeast": 0.9 }""", 1)]
    [InlineData("""{ "column": "City", "level": "rome", "is": "high" }""", 1)]
    [InlineData("""{ "column": "City", "level": "Rome", "is": "low" }""", 2)]
    [InlineData("""{ "column": "City", "level": "Rome", "below": 0.2 }""", 2)]
    [InlineData("""{ "column": "City", "level": "Rome", "is": "low", "atLeast": 0.2 }""")]
    [InlineData("""{ "segment": "size", "atLeast": 20 }""", 1, 2)]
    [InlineData("""{ "segment": "size", "below": 20 }""")]
    [InlineData("""{ "segment": "share", "atLeast": 0.5 }, { "column": "Age", "below": 30 }""", 1)]
    [InlineData("""{ "segment": "stability", "is": "unstable" }""")]
    [InlineData("""{ "segment": "stability", "is": "unknown" }, { "role": "age", "is": "low" }""", 1)]
    public void Recommend_Condition_FiresWhereItHolds(string conditions, params int[] segments)
    {
        IReadOnlyList<Recommendation> advice = Of(File(Rule("a", conditions))).Recommend(Profiles);

        Assert.Equal(segments, advice.Select(item => item.Segment));
    }

    [Fact]
    public void Recommend_LevelThatIsRarer_GivesItsShare()
    {
        Recommendation advice = Assert.Single(Of(File(Rule("a", """{ "column": "City", "level": "Rome", "is": "low" }"""))).Recommend(Profiles));

        // 2 of 20 against 20 of 40, of the rest 18 of 20. The lift of 0.2 is shrunk towards 1.
        Assert.Equal(
            "Because: City is Rome for 10% of this segment against 50% overall (40.0 percentage points less, 80.0 less than the rest; 2 of 20 customers; lift 0.249; adjusted p < 0.001).", advice.Reason);
    }

    [Theory]
    [InlineData(18, 2, "mostly Rome", "less often Rome")] // 90% and 10%, 50% overall
    [InlineData(8, 2, "more often Rome", "less often Rome")] // 40% and 10%, 25% overall
    [InlineData(20, 12, "mostly Rome", "less often Rome")] // 100% and 60%, 80% overall
    [InlineData(12, 12, "as often Rome as overall", "as often Rome as overall")]
    public void Recommend_Level_IsCalledMoreOftenOnlyWhereItIs(int first, int second, params string[] traits)
    {
        CustomerTable table = new([new CategoricalColumn("City", [.. Labels.Select((label, i) => i % 20 < (label == 0 ? first : second) ? "Rome" : "Oslo")])]);
        Playbook own = Of(File(Rule(
            "a", """{ "column": "City", "level": "Rome", "atLeast": 0 }""", """{ "family": "retention", "action": "{traits}", "reason": "Because", "measure": "Answers" }""")));

        IReadOnlyList<Recommendation> advice = own.Recommend(new SegmentProfiler([]).Profile(table, Labels));

        Assert.Equal(traits, advice.Select(item => item.Action));
    }

    [Fact]
    public void Recommend_SegmentConditionsOnly_GiveTheirNumbersAndWhatSetsItApart()
    {
        Recommendation[] advice =
            [.. Of(File(Rule("a", """{ "segment": "size", "below": 30 }, { "segment": "share", "atLeast": 0.4 }"""))).Recommend(Profiles)];

        Assert.Equal(2, advice.Length);
        Assert.StartsWith(
            "Because: it has 20 customers; it holds 50% of all customers; ", advice[0].Reason, StringComparison.Ordinal);
        Assert.Equal(["Age", "Orders"], advice[0].Evidence.Select(evidence => evidence.Column).Order());
    }

    [Fact]
    public void Advise_UnstableSegment_GetsTheCautionAndNothingElse()
    {
        ClusterStability stability = new(100, [new ClusterRecovery(0, 20, 0.55, 0, 40), new ClusterRecovery(1, 20, 0.9, 100, 0)]);

        IReadOnlyList<Recommendation> advice = Playbook.BuiltIn.Advise(Profiles, stability).Recommendations;

        Assert.Equal(["unstable-segment"], Rules(advice, 1));
        Assert.StartsWith(
            "The segment is not found again reliably: its mean Jaccard over 100 bootstrap samples is 0.55; ", advice[0].Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("doubtful-segment", Rules(advice, 2));
        Assert.NotEmpty(Rules(advice, 2));
    }

    [Fact]
    public void Advise_OneBootstrapSample_IsSpokenOfInTheSingular()
    {
        ClusterStability stability = new(1, [new ClusterRecovery(0, 20, 0.55, 0, 1), new ClusterRecovery(1, 20, 0.9, 1, 0)]);

        Assert.Contains(
            "its mean Jaccard over 1 bootstrap sample is 0.55;", Playbook.BuiltIn.Advise(Profiles, stability).Recommendations[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Advise_DoubtfulSegment_GetsTheCautionBesideTheAdvice()
    {
        ClusterStability stability = new(100, [new ClusterRecovery(0, 20, 0.7, 40, 0), new ClusterRecovery(1, 20, 0.9, 100, 0)]);

        string[] rules = Rules(Playbook.BuiltIn.Advise(Profiles, stability).Recommendations, 1);

        Assert.Contains("doubtful-segment", rules);
        Assert.True(rules.Length > 1);
    }

    [Fact]
    public void Recommend_OwnRule_CarriesChannelMeasureAndSource()
    {
        const string Says = """
            { "family": "retention", "channel": "post", "action": "Write to the {size}, {share}: {traits}", "reason": "Young", "measure": "Answers" }
            """;

        Recommendation advice = Assert.Single(Of(File(Rule("a", """{ "role": "age", "is": "low" }""", Says))).Recommend(Profiles));

        Assert.Equal(
            (RecommendationFamily.Retention, "post", "Answers", "a", "ours.json", "Write to the 20 customers, 50%: younger"),
            (advice.Family, advice.Channel, advice.Measure, advice.Rule, advice.Source, advice.Action));
    }

    [Fact]
    public void Recommend_OneSegment_HasNothingLowOrHigh()
    {
        IReadOnlyList<SegmentProfile> one = new SegmentProfiler(["Age", "Orders"]).Profile(Table, new int[40]);
        Playbook own = Of(File(Rule("average", """{ "role": "activity", "is": "average" }"""), Rule("limit", """{ "column": "Age", "below": 41 }""")));

        Assert.Equal(["limit"], Rules(own.Recommend(one), 1));
    }

    [Theory]
    [InlineData("""{ "column": "Agee", "below": 3 }""", "no column named 'Agee'. Did you mean 'Age'? Columns: Age, Orders, Shoe size, City.")]
    [InlineData("""{ "column": "City", "below": 3 }""", "column 'City' holds categories, so the condition needs a \"level\".")]
    [InlineData("""{ "column": "Age", "level": "old", "below": 0.3 }""", "column 'Age' holds numbers, so it has no level 'old'.")]
    public void Check_ColumnThatCannotSatisfyTheRule_IsRefused(string condition, string message)
    {
        Playbook own = Of(File(Rule("a", $$"""{ "segment": "size", "atLeast": 1 }, {{condition}}""")));

        DataException error = Assert.Throws<DataException>(() => Playbook.BuiltIn.With(own).Check(Table));

        Assert.EndsWith($"ours.json: rule 'a', condition 2: it can never fire: {message}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_TextColumn_IsRefused()
    {
        CustomerTable table = new([new NumericColumn("Age", [1, 2]), new TextColumn("Note", ["x", "y"])]);

        DataException error = Assert.Throws<DataException>(() => Of(File(Rule("a", """{ "column": "Note", "below": 3 }"""))).Check(table));

        Assert.EndsWith("column 'Note' holds neither numbers nor categories.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "role": "recency", "is": "low" }""", "no column has the role 'recency', as far as their names tell.")]
    [InlineData("""{ "column": "City", "level": "Rom", "atLeast": 0.3 }""", "no customer has the level 'Rom' of column 'City'. Did you mean 'Rome'?")]
    [InlineData("""{ "segment": "value", "is": "high" }""", "no column was named that says what customers are worth (--value).")]
    [InlineData("""{ "segment": "stability", "is": "stable" }""", "the stability of the segments was not measured.")]
    public void Advise_OwnRuleThatCannotFireHere_IsTold(string condition, string message)
    {
        PlaybookAdvice advice = Playbook.BuiltIn.With(Of(File(Rule("a", condition)))).Advise(Profiles);

        Assert.Equal($"Rule 'a' (ours.json) cannot fire on these customers: {message}", Assert.Single(advice.Warnings));
    }

    [Fact]
    public void Run_PlaybookWithAnUnknownColumn_FailsBeforeTheWork()
    {
        SegmentationPipeline pipeline = new() { Playbook = Of(File(Rule("a", """{ "column": "Income", "below": 3 }"""))), ClusterCount = 2 };

        Assert.Contains("no column named 'Income'.", Assert.Throws<DataException>(() => pipeline.Run(Table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OwnPlaybook_MakesTheRecommendationsAndTheWarnings()
    {
        Playbook own = Of(File(
            Rule("young", """{ "column": "Age", "below": 30 }"""), Rule("seen", """{ "role": "recency", "is": "low" }""")));

        SegmentationResult result = new SegmentationPipeline { Playbook = own, ClusterCount = 2 }.Run(Table);

        Assert.Equal("young", Assert.Single(result.Recommendations).Rule);
        Assert.Contains(result.Warnings, warning => warning.StartsWith("Rule 'seen' (ours.json) cannot fire", StringComparison.Ordinal));
    }
}
