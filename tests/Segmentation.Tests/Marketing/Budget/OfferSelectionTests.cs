using Segmentation.TestSupport;

namespace Segmentation.Tests.Marketing.Budget;

public sealed class OfferSelectionTests : IDisposable
{
    private static readonly BudgetSegment[] Segments = [new(1, "A", 100, 30), new(2, "B", 10, null)];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Plan_OffersOfAFile_AreChosenByWhatTheyLeave()
    {
        string path = folder.Write("offers.csv", "segment,offer,cost,response,value\n*,letter,1,0.05,\n1,call,5,0.3,\nB,visit,20,0.9,200\n");

        OfferPlan plan = new OfferSelection(600).Plan(Segments, path);

        // A: letter 100 · 0.05 · 30 = 150 for 100, call 900 for 500. B: letter 10 · 0.05 · 100 = 50 for 10, visit 1,800 for 200.
        // Call and visit cost 700; letter and visit leave 50 + 1,600, call and letter 400 + 40.
        Assert.Equal(["letter", "visit"], plan.Chosen.Select(offer => offer!.Name));
        Assert.Equal((300.0, 1950.0, 1650.0), (plan.Spent, plan.Return, plan.Net));
        Assert.Equal(
            "Spend 300 of 600 on offers to 2 of 2 segments: expected to bring 1,950, which leaves 1,650 after the spending.", plan.Sentences[0]);
        Assert.Equal(3 * 2 * 3, plan.Scenarios.Count);
        Assert.All(plan.Scenarios, scenario => Assert.True(scenario.NetIfKept is null || scenario.NetIfKept <= scenario.Net));
    }

    [Fact]
    public void Plan_OfferThatLoses_IsMadeOnlyToSpendAll()
    {
        BudgetOffer[] offers = [new(Segments[1], "gift", 5, 0.1, 20)]; // costs 50, brings 20

        Assert.Null(new OfferSelection(100).Plan(Segments, offers).Chosen[1]);
        Assert.Equal("gift", new OfferSelection(100) { Rule = BudgetRule.SpendAll }.Plan(Segments, offers).Chosen[1]!.Name);
    }

    [Fact]
    public void Plan_CostsThatAddUpToTheBudget_AreExactToTheCent()
    {
        // 0.1 + 0.2 is 0.30000000000000004 as doubles; in cents it is 30.
        BudgetSegment[] ones = [new(1, "A", 1, null), new(2, "B", 1, null)];
        BudgetOffer[] offers = [new(ones[0], "a", 0.1, 1, 5), new(ones[1], "b", 0.2, 1, 5)];

        Assert.Equal(2, new OfferSelection(0.3).Plan(ones, offers).Chosen.Count(offer => offer is not null));
        Assert.Equal(1, new OfferSelection(0.29).Plan(ones, offers).Chosen.Count(offer => offer is not null));
    }

    [Fact]
    public void Plan_OneOfferWithOneResponse_IsSpokenOfInTheSingular()
    {
        BudgetOffer[] offers = [new(Segments[1], "gift", 1, 0.1, 50)]; // 1 of 10 takes it

        IReadOnlyList<string> sentences = new OfferSelection(100).Plan(Segments, offers).Sentences;

        Assert.Equal("'gift' to segment 2 (B): costs 10 and is expected to bring 50 from 1 response.", sentences[1]);
        Assert.Equal(
            "Of 1 offer, at most one for each segment, no other choice that can be paid for leaves more after the spending by these numbers, which are assumptions: a holdout shows what is true.",
            sentences[^1]);
    }

    [Fact]
    public void Plan_SpendAll_IsCalledTheBestBeforeTheSpending()
    {
        BudgetOffer[] offers = [new(Segments[1], "gift", 5, 0.1, 20)]; // costs 50, brings 20: to make none leaves more

        OfferPlan plan = new OfferSelection(100) { Rule = BudgetRule.SpendAll }.Plan(Segments, offers);

        Assert.Contains(" no other choice that can be paid for brings more before the spending ", plan.Sentences[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(plan.Sentences, sentence => sentence.Contains("does better", StringComparison.Ordinal));
    }

    [Fact]
    public void Plan_MovesThatTakeTooManySums_AreLeftOutAndCounted()
    {
        // The budget pays for all; with every cost a quarter up it does not, and worth in step with cost lets no sum go.
        BudgetSegment[] ones = [.. Enumerable.Range(0, 12).Select(i => new BudgetSegment(i + 1, $"S{i}", 1, null))];
        BudgetOffer[] offers = [.. ones.Select((segment, i) => new BudgetOffer(segment, "offer", 0.12 * (1 << i), 1, 0.24 * (1 << i)))];
        OfferSelection selection = new(0.12 * ((1 << 12) - 1));

        OfferPlan whole = selection.Plan(ones, offers, TestContext.Current.CancellationToken);
        OfferPlan part = (selection with { MostStates = 1000 }).Plan(ones, offers, TestContext.Current.CancellationToken);

        Assert.Equal(12, part.Chosen.Count(offer => offer is not null));
        Assert.Equal(0, whole.UnsolvedScenarios);
        Assert.True(part.UnsolvedScenarios > 0);
        Assert.Equal(whole.Scenarios.Count, part.Scenarios.Count + part.UnsolvedScenarios);
        Assert.All(part.Scenarios, scenario => Assert.Contains(whole.Scenarios, other =>
            (other.Kind, other.Segment, other.Factor, other.Net) == (scenario.Kind, scenario.Segment, scenario.Factor, scenario.Net)));
        Assert.Contains(
            $"Of {whole.Scenarios.Count} moves of an assumption by a quarter {part.UnsolvedScenarios} took too many sums to solve exactly, and nothing is said of them.",
            part.Sentences);
    }

    [Fact]
    public void Plan_TooManySums_SaysWhatHelps()
    {
        BudgetSegment[] ones = [.. Enumerable.Range(0, 16).Select(i => new BudgetSegment(i + 1, $"S{i}", 1, null))];
        BudgetOffer[] offers = [.. ones.Select((segment, i) => new BudgetOffer(segment, "offer", 0.03 * (1 << i), 1, 0.06 * (1 << i)))];

        DataException error = Assert.Throws<DataException>(() => new OfferSelection(983.03) { MostStates = 1000 }.Plan(ones, offers));

        Assert.Equal(
            "The exact choice among these offers needs more than 1,000 sums. Use fewer offers, or costs in rounder numbers (1.5, not 1.47), which make fewer different sums; in code OfferSelection.MostStates raises the limit.",
            error.Message);
    }

    [Theory]
    [InlineData("segment,offer,cost,response\n1,,1,0.1\n", "offers.csv(2): the offer has no name ('offer').")]
    [InlineData("segment,offer,cost\n1,a,1\n", "offers.csv(2): the offer has no 'response'.")]
    [InlineData("segment,offer,cost,response\n1,a,1,5%\n", "offers.csv(2): 'response' should be a number from 0 to 1, but is '5%'.")]
    [InlineData("segment,offer,cost,response\n*,a,1,0.1\n2,a,1,0.1\n", "offers.csv(3): segment 2 (B) has the offer 'a' twice.")]
    [InlineData("segment,offer,cost,response\n7,a,1,0.1\n", "offers.csv(2): there is no segment '7'. Segments: *, 1 (A), 2 (B).")]
    public void Plan_FileAtFault_SaysWhere(string text, string message)
    {
        string path = folder.Write("offers.csv", text);

        DataException error = Assert.Throws<DataException>(() => new OfferSelection(1).Plan(Segments, path));

        Assert.EndsWith(message, error.Message, StringComparison.Ordinal);
    }
}
