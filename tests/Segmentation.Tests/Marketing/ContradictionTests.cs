using static Segmentation.Tests.Marketing.Playbooks;

namespace Segmentation.Tests.Marketing;

public sealed class ContradictionTests
{
    private const string MuchBuying = """{ "role": "activity", "is": "high" }""";

    /// <summary>The second segment buys more: the built-in rule active-buyers-pricing says full price.</summary>
    private static readonly SegmentProfile[] Profiles = TwoGroups(("Orders", 5, 9));

    [Fact]
    public void Advise_OwnRuleAgainstABuiltInOne_WinsAndIsTold()
    {
        Playbook own = Of(File(Rule("ours", MuchBuying, Taking("pricingAndPromotion", "discount"))));

        PlaybookAdvice advice = Playbook.BuiltIn.With(own).Advise(Profiles);

        string[] rules = Rules(advice.Recommendations, 2);
        Assert.Contains("ours", rules);
        Assert.DoesNotContain("active-buyers-pricing", rules);
        Assert.All(advice.Recommendations, item => Assert.Empty(item.ContradictedBy));
        const string Numbers = "Orders averages 9 in this segment against 7 overall (1.0 standard deviations above, 2.0 above the rest; 20 customers; clustered on: no test).";
        Assert.Equal(
            $"Segment 2 ({Profiles[1].Name}): rule 'active-buyers-pricing' (built-in; fullPrice) and rule 'ours' (ours.json; discount) contradict each other; "
            + "'ours' is kept, because a rule of your own wins over a built-in one. "
            + $"'active-buyers-pricing': They buy more than most: {Numbers} 'ours': Because: {Numbers}",
            Assert.Single(advice.Warnings));
    }

    [Fact]
    public void Advise_TwoOwnRules_AreBothKeptMarkedAndTold()
    {
        Playbook own = Of(File(
            Rule("more", MuchBuying, Taking("budget", "invest")), Rule("less", """{ "column": "Orders", "atLeast": 8 }""", Taking("budget", "save"))));

        PlaybookAdvice advice = own.Advise(Profiles);

        Assert.Equal(
            [("more", "less"), ("less", "more")],
            advice.Recommendations.Select(item => (item.Rule, Assert.Single(item.ContradictedBy))));
        Assert.Contains("both are kept and marked", Assert.Single(advice.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Advise_OwnRulesOnBothSidesOfABuiltInOne_KeepsBothOfThem()
    {
        Playbook own = Of(File(
            Rule("low", MuchBuying, Taking("pricingAndPromotion", "discount")), Rule("full", MuchBuying, Taking("pricingAndPromotion", "fullPrice"))));

        PlaybookAdvice advice = Playbook.BuiltIn.With(own).Advise(Profiles);

        string[] pricing = [.. advice.Recommendations.Where(item => item is { Segment: 2, Family: RecommendationFamily.PricingAndPromotion }).Select(item => item.Rule)];
        Assert.Equal(["low", "full"], pricing);
        Assert.Equal(2, advice.Warnings.Count);
    }

    [Theory]
    [InlineData("discount", "discount", "pricingAndPromotion", "pricingAndPromotion")]
    [InlineData("contactMore", "contactLess", "engagement", "retention")]
    public void Advise_SameSideOrAnotherFamily_IsNoContradiction(string one, string other, string family, string otherFamily)
    {
        Playbook own = Of(File(Rule("one", MuchBuying, Taking(family, one)), Rule("other", MuchBuying, Taking(otherFamily, other))));

        PlaybookAdvice advice = own.Advise(Profiles);

        Assert.Empty(advice.Warnings);
        Assert.Equal(2, advice.Recommendations.Count);
    }

    [Fact]
    public void Advise_OppositeRulesOnDifferentSegments_AreNoContradiction()
    {
        Playbook own = Of(File(
            Rule("more", MuchBuying, Taking("budget", "invest")), Rule("less", """{ "role": "activity", "is": "low" }""", Taking("budget", "save"))));

        Assert.Empty(own.Advise(Profiles).Warnings);
        Assert.Empty(own.PossibleContradictions());
    }

    [Fact]
    public void PossibleContradictions_RulesThatMayMeet_AreNamed()
    {
        Playbook own = Of(File(
            Rule("more", MuchBuying, Taking("budget", "invest")), Rule("less", """{ "role": "age", "is": "low" }""", Taking("budget", "save"))));

        Assert.Equal([("more", "less")], own.PossibleContradictions().Select(pair => (pair.One.Id, pair.Other.Id)));
    }

    [Fact]
    public void PossibleContradictions_RulesForWantOfOthers_MeetEachOtherAlone()
    {
        string Otherwise(string id, string stance) => $$"""{ "id": "{{id}}", "use": "otherwise", "when": [], "then": {{Taking("budget", stance)}} }""";
        Playbook own = Of(File(Rule("beside", MuchBuying, Taking("budget", "invest")), Otherwise("more", "invest"), Otherwise("less", "save")));

        PlaybookAdvice advice = own.Advise(Profiles);

        Assert.Equal([("more", "less")], own.PossibleContradictions().Select(pair => (pair.One.Id, pair.Other.Id)));
        Assert.Equal(["beside"], Rules(advice.Recommendations, 2));
    }
}
