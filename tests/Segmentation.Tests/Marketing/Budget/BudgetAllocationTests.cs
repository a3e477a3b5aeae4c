using FsCheck;
using FsCheck.Fluent;

namespace Segmentation.Tests.Marketing.Budget;

public sealed class BudgetAllocationTests
{
    // First returns 10 · 0.5 = 5 and 8 · 0.25 = 2; scales 100 and 50.
    private static readonly ResponseAssumption[] Two =
    [
        new(new(1, "A", 100, null), 10, 0.5, 1, 1),
        new(new(2, "B", 50, null), 8, 0.25, 1, 1),
    ];

    [Fact]
    public void Plan_TwoSegments_GivesTheSolutionWorkedByHand()
    {
        BudgetPlan plan = new BudgetAllocation(100).Plan(Two);

        // ln λ = (100 ln 5 + 50 ln 2 - 100) / 150 = 0.637341, below ln 2: both are funded.
        double log = ((100 * Math.Log(5)) + (50 * Math.Log(2)) - 100) / 150;
        Assert.Equal(100 * (Math.Log(5) - log), plan.Lines[0].Spending, 1e-9);
        Assert.Equal(50 * (Math.Log(2) - log), plan.Lines[1].Spending, 1e-9);
        Assert.Equal(97.20970, plan.Lines[0].Spending, 1e-4);
        Assert.Equal(Math.Exp(log), plan.MarginalReturn!.Value, 1e-12);
        Assert.Equal(500 * (1 - Math.Exp(-plan.Lines[0].Spending / 100)), plan.Lines[0].Return, 1e-9);
        Assert.Equal(50 * (1 - Math.Exp(-plan.Lines[0].Spending / 100)), plan.Lines[0].Responses, 1e-9);
    }

    [Fact]
    public void Plan_SmallBudget_FundsTheBetterSegmentAlone()
    {
        BudgetPlan plan = new BudgetAllocation(50).Plan(Two);

        // At 50 the first still brings 5 / √e = 3.03 for a further 1, the second would bring 2.
        Assert.Equal([50.0, 0], plan.Lines.Select(line => line.Spending));
        Assert.Contains("Nothing goes to segment 2 (B): its first 1 would bring back 2.", plan.Sentences);
        Assert.Contains("A further 1 would bring back 3.03, in every funded segment alike.", plan.Sentences);
    }

    [Fact]
    public void Plan_MoreMoneyThanPays_StopsWhereAFurtherUnitBringsItself()
    {
        BudgetPlan plan = new BudgetAllocation(1000).Plan(Two);

        Assert.Equal(100 * Math.Log(5), plan.Lines[0].Spending, 1e-9);
        Assert.Equal(50 * Math.Log(2), plan.Lines[1].Spending, 1e-9);
        Assert.Equal(1000 - (100 * Math.Log(5)) - (50 * Math.Log(2)), plan.Unspent, 1e-9);
        Assert.Contains("Spending ends at 196, for there a further 1 brings back no more than itself; 804 is left.", plan.Sentences);
    }

    [Fact]
    public void Plan_NoMoney_ComparesNothingWithNothing()
    {
        Assert.DoesNotContain(new BudgetAllocation(0).Plan(Two).Sentences, sentence =>
            sentence.StartsWith("What matters most", StringComparison.Ordinal) || sentence.StartsWith("Keeping this plan", StringComparison.Ordinal));
    }

    [Fact]
    public void Plan_OneResponse_IsSpokenOfInTheSingular()
    {
        // 2 · (1 - exp(-ln 2)) is 1.
        BudgetPlan plan = new BudgetAllocation(2 * Math.Log(2)).Plan([new ResponseAssumption(new(1, "A", 2, null), 10, 1, 1, 1)]);

        Assert.EndsWith("for each of 2 customers, for 1 response.", plan.Sentences[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_SpendAll_SpendsBeyondThat()
    {
        BudgetPlan plan = new BudgetAllocation(1000) { Rule = BudgetRule.SpendAll }.Plan(Two);

        double log = ((100 * Math.Log(5)) + (50 * Math.Log(2)) - 1000) / 150;
        Assert.Equal(100 * (Math.Log(5) - log), plan.Lines[0].Spending, 1e-9);
        Assert.Equal(1000, plan.Spent, 1e-9);
        Assert.Contains(plan.Sentences, sentence => sentence.EndsWith("in every funded segment alike: it no longer pays.", StringComparison.Ordinal));
    }

    [Fact]
    public void Plan_NothingPays_SpendsNothingAndSaysWhatTheBestWouldBring()
    {
        BudgetPlan plan = new BudgetAllocation(100).Plan([Two[0] with { Value = 1.5 }, Two[1] with { Value = -3 }]);

        Assert.Equal((0.0, 0.0, null), (plan.Spent, plan.Net, plan.MarginalReturn));
        Assert.Equal("Nothing of 100 is worth spending: the first 1 would bring back 0.75 at best, in segment 1 (A).", plan.Sentences[0]);
    }

    [Fact]
    public void Plan_CostOfAContact_CountsAsItsShareOfTheMoney()
    {
        // Money for contacts at 2 each works as half as steep a response at 1 each.
        BudgetPlan dear = new BudgetAllocation(60).Plan([Two[0] with { Cost = 2 }, Two[1]]);
        BudgetPlan slow = new BudgetAllocation(60).Plan([Two[0] with { Steepness = 0.5 }, Two[1]]);

        Assert.Equal(slow.Lines.Select(line => (line.Spending, line.Return)), dear.Lines.Select(line => (line.Spending, line.Return)));
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Plan_AnySegments_BringsTheSameWithAFurtherUnitInEachFundedOneAndLessInTheOthers() => Prop.ForAll(
        Cases(6),
        one =>
        {
            foreach (BudgetRule rule in Enum.GetValues<BudgetRule>())
            {
                BudgetPlan plan = new BudgetAllocation(one.Budget) { Rule = rule }.Plan(one.Segments);
                Assert.True(plan.Spent <= one.Budget * (1 + 1e-12));
                Assert.All(plan.Lines, line => Assert.True(line.Spending >= 0));
                double floor = rule == BudgetRule.SpendAll ? 0 : 1;
                if (plan.MarginalReturn is not double marginal)
                {
                    Assert.True(one.Budget == 0 || one.Segments.All(segment => segment.FirstReturn <= floor));
                    continue;
                }

                Assert.True(marginal >= floor - 1e-9);
                Assert.True(plan.Unspent < 1e-9 * (1 + one.Budget) || Math.Abs(marginal - 1) < 1e-9);
                Assert.All(plan.Lines, line => Assert.True(
                    line.Spending > 0 ? Math.Abs(line.MarginalReturn - marginal) <= 1e-9 * marginal : line.MarginalReturn <= marginal * (1 + 1e-9)));
            }
        }).Holds(cases: 1000);

    [Fact]
    [Trait("Kind", "Property")]
    public void Plan_AnyThreeSegments_IsNeverWorseThanAGrid() => Prop.ForAll(
        Cases(3),
        one =>
        {
            const int Steps = 40;
            BudgetPlan plan = new BudgetAllocation(one.Budget).Plan(one.Segments);
            double best = double.NegativeInfinity;
            foreach (int[] shares in Grid(one.Segments.Length, Steps))
            {
                best = Math.Max(best, one.Segments.Zip(shares, (segment, share) =>
                    segment.ReturnOf(share * one.Budget / Steps) - (share * one.Budget / Steps)).Sum());
            }

            Assert.True(plan.Net >= best - (1e-9 * (1 + Math.Abs(best))), $"{plan.Net} < {best}");
        }).Holds(cases: 100);

    [Fact]
    [Trait("Kind", "Property")]
    public void Plan_MoreMoney_NeverBringsLessOrTakesFromASegment() => Prop.ForAll(
        Cases(5),
        one =>
        {
            BudgetPlan less = new BudgetAllocation(one.Budget).Plan(one.Segments);
            BudgetPlan more = new BudgetAllocation(one.Budget * 1.3).Plan(one.Segments);
            Assert.True(more.Net >= less.Net - (1e-9 * (1 + Math.Abs(less.Net))));
            Assert.All(less.Lines.Zip(more.Lines), pair => Assert.True(pair.Second.Spending >= pair.First.Spending - (1e-9 * (1 + one.Budget))));
        }).Holds(cases: 300);

    [Fact]
    public void Scenarios_MoveEachAssumptionByAQuarterAndSolveAnew()
    {
        BudgetAllocation allocation = new(100);
        BudgetPlan plan = allocation.Plan(Two);

        Assert.Equal(4 * 2 * 3, plan.Scenarios.Count);
        BudgetScenario moved = plan.Scenarios.Single(scenario => scenario is { Kind: AssumptionKind.Cost, Segment: 2, Factor: 1.25 });
        BudgetPlan anew = allocation.Plan([Two[0], Two[1] with { Cost = 1.25 }]);
        Assert.Equal(anew.Lines.Select(line => line.Spending), moved.Spending);
        Assert.Equal(anew.Net, moved.Net, 1e-9);
        Assert.All(plan.Scenarios, scenario => Assert.True(scenario.NetIfKept <= scenario.Net + 1e-9));
    }

    [Fact]
    public void Scenarios_ResponseOfAll_IsNeverMoreThanAll()
    {
        BudgetPlan plan = new BudgetAllocation(100).Plan([Two[0] with { Response = 0.9 }]);

        BudgetScenario higher = plan.Scenarios.Single(scenario => scenario is { Kind: AssumptionKind.Response, Factor: 1.25 });
        Assert.Equal(new BudgetAllocation(100).Plan([Two[0] with { Response = 1 }]).Net, higher.Net, 1e-9);
    }

    [Fact]
    public void Plan_SameAssumptionsForAll_SaysThatTheMoneyFollowsTheSizes()
    {
        BudgetPlan plan = new BudgetAllocation(30).Plan([new BudgetSegment(1, "A", 20, null), new BudgetSegment(2, "B", 10, null)]);

        Assert.Equal([20.0, 10], plan.Lines.Select(line => Math.Round(line.Spending, 9)));
        Assert.Contains(plan.Sentences, sentence => sentence.StartsWith("The same is assumed of all 2 segments", StringComparison.Ordinal));
        Assert.Contains(
            "Assumed of segment 1 (A) with 20 customers: value 100 (stated default), response 5% (stated default), steepness 1 (stated default), cost 1 (stated default).",
            plan.Sentences);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Budget_OutOfRange_IsRefused(double budget)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => new BudgetAllocation(budget));

        Assert.StartsWith("Budget must be from 0 to 1,000,000,000,000.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_ResponseAboveOne_IsRefused() => Assert.StartsWith(
        "Segment 1: customers must be at least 1",
        Assert.Throws<ArgumentException>(() => new BudgetAllocation(1).Plan([Two[0] with { Response = 1.01 }])).Message,
        StringComparison.Ordinal);

    private static IEnumerable<int[]> Grid(int segments, int left) => segments == 0
        ? [[]]
        : Enumerable.Range(0, left + 1).SelectMany(share => Grid(segments - 1, left - share).Select(rest => (int[])[share, .. rest]));

    private static Arbitrary<Problem> Cases(int most)
    {
        Gen<ResponseAssumption> segment =
            from customers in Gen.Choose(1, 5000)
            from value in Gen.Choose(-20, 400)
            from response in Gen.Choose(0, 100)
            from steepness in Gen.Choose(1, 50)
            from cost in Gen.Choose(1, 80)
            select new ResponseAssumption(new BudgetSegment(1, "S", customers, null), value / 2.0, response / 100.0, steepness / 10.0, cost / 10.0);
        Gen<Problem> cases =
            from count in Gen.Choose(1, most)
            from segments in segment.ArrayOf(count)
            from budget in Gen.Choose(0, 100_000)
            select new Problem([.. segments.Select((s, i) => s with { Segment = s.Segment with { Segment = i + 1 } })], budget);
        return cases.ToArbitrary();
    }

    public sealed record Problem(ResponseAssumption[] Segments, double Budget);
}
