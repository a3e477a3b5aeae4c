namespace Segmentation;

/// <summary>
/// The fractional multiple-choice knapsack over some classes: in each only the options on the upper hull of worth over cost
/// count, and the steps from one to the next are taken by falling worth for each cent.
/// </summary>
internal sealed class OfferBound
{
    private readonly long[] costs;
    private readonly double[] worths;
    private readonly double[] slopes;

    private OfferBound(IReadOnlyList<(long Cost, double Worth)> steps)
    {
        costs = new long[steps.Count + 1];
        worths = new double[steps.Count + 1];
        slopes = [.. steps.Select(step => step.Cost == 0 ? double.PositiveInfinity : step.Worth / step.Cost)];
        for (int i = 0; i < steps.Count; i++)
        {
            costs[i + 1] = costs[i] + steps[i].Cost;
            worths[i + 1] = worths[i] + steps[i].Worth;
        }
    }

    /// <summary>The bound over the classes from <paramref name="first"/> on.</summary>
    public static OfferBound Of(IReadOnlyList<IReadOnlyList<OfferKnapsack.Option>> classes, int first) => new(
    [
        .. classes.Skip(first).SelectMany(Steps).OrderByDescending(step => step.Cost == 0 ? double.PositiveInfinity : step.Worth / step.Cost),
    ]);

    /// <summary>The worth that is never exceeded at this cost.</summary>
    public double WorthOf(long budget)
    {
        int whole = WholeSteps(budget);
        return whole == slopes.Length ? worths[whole] : worths[whole] + (slopes[whole] * (budget - costs[whole]));
    }

    /// <summary>A worth that can be had at this cost: the first steps that fit as a whole are options of their classes.</summary>
    public double WorthOfWholeSteps(long budget) => worths[WholeSteps(budget)];

    private int WholeSteps(long budget)
    {
        int position = Array.BinarySearch(costs, budget);
        if (position < 0)
        {
            return ~position - 1;
        }

        // Steps that cost nothing share a position: all of them are taken.
        while (position + 1 < costs.Length && costs[position + 1] == budget)
        {
            position++;
        }

        return position;
    }

    /// <summary>The steps along the upper hull from the option of doing nothing; they fall in worth for each cent.</summary>
    private static IEnumerable<(long Cost, double Worth)> Steps(IReadOnlyList<OfferKnapsack.Option> options)
    {
        List<OfferKnapsack.Option> hull = [new(0, 0)];
        foreach (OfferKnapsack.Option option in options.OrderBy(option => option.Cost).ThenByDescending(option => option.Worth))
        {
            if (option.Worth <= hull[^1].Worth)
            {
                continue;
            }

            while (hull.Count > 1 && Slope(hull[^2], hull[^1]) <= Slope(hull[^1], option))
            {
                hull.RemoveAt(hull.Count - 1);
            }

            hull.Add(option);
        }

        return hull.Skip(1).Select((option, i) => (option.Cost - hull[i].Cost, option.Worth - hull[i].Worth));
    }

    private static double Slope(OfferKnapsack.Option from, OfferKnapsack.Option to) =>
        to.Cost == from.Cost ? double.PositiveInfinity : (to.Worth - from.Worth) / (to.Cost - from.Cost);
}
