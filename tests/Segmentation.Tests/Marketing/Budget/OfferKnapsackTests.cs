namespace Segmentation.Tests.Marketing.Budget;

public sealed class OfferKnapsackTests
{
    [Fact]
    public void Solve_ThreeClasses_GivesTheAnswerWorkedByHand()
    {
        // Within 10: 6 + 4 for 9 + 5 beats 5 + 5 for 7 + 6 and 6 + 3 for 9 + 4.
        OfferKnapsack.Option[][] classes = [[new(5, 7), new(6, 9)], [new(3, 4), new(4, 5)], [new(5, 6)]];

        Assert.Equal([1, -1, -1], OfferKnapsack.Solve(classes, 6, 1000, default)!);
        Assert.Equal([1, 1, -1], OfferKnapsack.Solve(classes, 10, 1000, default)!);
        Assert.Equal([1, 1, 0], OfferKnapsack.Solve(classes, 15, 1000, default)!);
        Assert.Equal([-1, -1, -1], OfferKnapsack.Solve(classes, 2, 1000, default)!);
    }

    [Fact]
    public void Solve_FiveThousandSmallCases_IsWhatEnumerationFinds()
    {
        Random random = new(11);
        for (int i = 0; i < 5000; i++)
        {
            OfferKnapsack.Option[][] classes = Cases(random, random.Next(1, 6), 4, 20, i % 2 == 0);
            long budget = random.Next(0, 50);

            int[] chosen = OfferKnapsack.Solve(classes, budget, 1000, default)!;

            Assert.True(CostOf(classes, chosen) <= budget);
            Assert.Equal(Enumerated(classes, budget, 0), WorthOf(classes, chosen), 1e-12);
        }
    }

    [Fact]
    public void Solve_LargerCases_IsWhatTheTableOverEveryCentFinds()
    {
        Random random = new(12);
        for (int i = 0; i < 100; i++)
        {
            OfferKnapsack.Option[][] classes = Cases(random, 20, 8, 900, i % 2 == 0);
            long budget = random.Next(0, 9000);

            int[] chosen = OfferKnapsack.Solve(classes, budget, 1_000_000, default)!;

            Assert.True(CostOf(classes, chosen) <= budget);
            Assert.Equal(ByTable(classes, (int)budget), WorthOf(classes, chosen), 1e-9);
        }
    }

    [Fact]
    public void Solve_MoreMoney_IsNeverWorthLess()
    {
        OfferKnapsack.Option[][] classes = Cases(new Random(13), 8, 5, 50, false);

        double[] worth = [.. Enumerable.Range(0, 400).Select(budget => WorthOf(classes, OfferKnapsack.Solve(classes, budget, 100_000, default)!))];

        Assert.Equal(worth.Order(), worth);
    }

    [Fact]
    public void Solve_EqualWorth_TakesTheCheaper() =>
        Assert.Equal([1], OfferKnapsack.Solve([[new(5, 3), new(4, 3)]], 10, 1000, default)!);

    [Fact]
    public void Solve_FreeAndWorthlessOptions_TakesWhatIsFreeAndLeavesWhatLoses() =>
        Assert.Equal([0, -1, -1], OfferKnapsack.Solve([[new(0, 2)], [new(0, -1)], [new(3, 0)]], 0, 1000, default)!);

    [Fact]
    public void Solve_MoreSumsThanAllowed_HasNoAnswer()
    {
        // Worth equal to cost, and costs whose sums all differ: nothing dominates, and no bound is below the best.
        OfferKnapsack.Option[][] classes = [.. Enumerable.Range(0, 16).Select(i => new OfferKnapsack.Option[] { new((1L << i) * 3, (1L << i) * 3) })];

        Assert.Null(OfferKnapsack.Solve(classes, 98_303, 1000, default));
    }

    [Fact]
    public void Solve_Cancelled_Stops() => Assert.Throws<OperationCanceledException>(() =>
        OfferKnapsack.Solve([[new(1, 1)]], 1, 1000, new CancellationToken(canceled: true)));

    private static OfferKnapsack.Option[][] Cases(Random random, int classes, int most, int largest, bool whole) =>
    [
        .. Enumerable.Range(0, classes).Select(_ => Enumerable.Range(0, random.Next(0, most + 1))
            .Select(_ => new OfferKnapsack.Option(random.Next(0, largest), whole ? random.Next(-3, 20) : (random.NextDouble() * 22) - 2)).ToArray()),
    ];

    private static double Enumerated(OfferKnapsack.Option[][] classes, long left, int from) => from == classes.Length
        ? 0
        : classes[from].Where(option => option.Cost <= left).Select(option => option.Worth + Enumerated(classes, left - option.Cost, from + 1))
            .Append(Enumerated(classes, left, from + 1)).Max();

    private static double ByTable(OfferKnapsack.Option[][] classes, int budget)
    {
        double[] best = new double[budget + 1];
        foreach (OfferKnapsack.Option[] options in classes)
        {
            double[] next = [.. best];
            foreach (OfferKnapsack.Option option in options)
            {
                for (int cost = (int)option.Cost; cost <= budget; cost++)
                {
                    next[cost] = Math.Max(next[cost], best[cost - (int)option.Cost] + option.Worth);
                }
            }

            best = next;
        }

        return best[budget];
    }

    private static double WorthOf(OfferKnapsack.Option[][] classes, int[] chosen) =>
        chosen.Select((option, i) => option < 0 ? 0 : classes[i][option].Worth).Sum();

    private static long CostOf(OfferKnapsack.Option[][] classes, int[] chosen) =>
        chosen.Select((option, i) => option < 0 ? 0 : classes[i][option].Cost).Sum();
}
