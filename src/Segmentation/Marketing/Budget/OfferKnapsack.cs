namespace Segmentation;

/// <summary>
/// The multiple-choice knapsack: at most one option of each class, so that the worth is highest and the cost within the
/// budget. Solved exactly by dynamic programming over the undominated sums of the classes so far (Kellerer, Pferschy and
/// Pisinger 2004, Knapsack Problems, ch. 11); a sum is dropped when the bound of the fractional problem over the classes to
/// come (Sinha and Zoltners 1979) shows that it cannot lead to the best.
/// </summary>
internal sealed class OfferKnapsack
{
    private readonly IReadOnlyList<IReadOnlyList<Option>> classes;
    private readonly long budget;
    private readonly int mostStates;

    private OfferKnapsack(IReadOnlyList<IReadOnlyList<Option>> classes, long budget, int mostStates) =>
        (this.classes, this.budget, this.mostStates) = (classes, budget, mostStates);

    /// <param name="classes">The options of each class.</param>
    /// <param name="budget">What the chosen options may cost together.</param>
    /// <param name="mostStates">The most sums to keep, each of which takes 24 bytes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// For each class the position of the chosen option, or -1 for none; of equal answers the cheapest. Null where more sums would
    /// have to be kept.
    /// </returns>
    public static int[]? Solve(IReadOnlyList<IReadOnlyList<Option>> classes, long budget, int mostStates, CancellationToken cancellationToken) =>
        new OfferKnapsack(classes, budget, mostStates).Solve(cancellationToken);

    private int[]? Solve(CancellationToken cancellationToken)
    {
        double reached = OfferBound.Of(classes, 0).WorthOfWholeSteps(budget);
        List<State[]> stages = [[new State(0, 0, -1, -1)]];
        long kept = 1;
        for (int i = 0; i < classes.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            OfferBound rest = OfferBound.Of(classes, i + 1);
            if (Extended(stages[^1], classes[i]) is not List<State> extended
                || Undominated(extended, rest, reached, mostStates - kept) is not State[] stage)
            {
                return null;
            }

            kept += stage.Length;
            stages.Add(stage);
        }

        return Chosen(stages);
    }

    /// <summary>Each sum without and with each option that can be paid for, by rising cost, the highest worth first; null for too many.</summary>
    private List<State>? Extended(State[] states, IReadOnlyList<Option> options)
    {
        List<State> extended = [];
        for (int s = 0; s < states.Length; s++)
        {
            extended.Add(new State(states[s].Cost, states[s].Worth, s, -1));
            for (int option = 0; option < options.Count; option++)
            {
                if (options[option].Cost <= budget - states[s].Cost && options[option].Worth > 0)
                {
                    extended.Add(new State(states[s].Cost + options[option].Cost, states[s].Worth + options[option].Worth, s, option));
                }
            }

            if (extended.Count > mostStates * 2L)
            {
                return null;
            }
        }

        extended.Sort((one, other) => (one.Cost, other.Worth, one.Parent, one.Option).CompareTo((other.Cost, one.Worth, other.Parent, other.Option)));
        return extended;
    }

    /// <summary>The sums that may still lead to the best; null for more than there is room for.</summary>
    private State[]? Undominated(List<State> states, OfferBound rest, double reached, long room)
    {
        // A hair of rounding must not drop the best: the bound adds the same numbers in another order.
        double enough = reached - (1e-9 * Math.Abs(reached));
        List<State> kept = [];
        double best = double.NegativeInfinity;
        foreach (State state in states)
        {
            if (state.Worth > best && state.Worth + rest.WorthOf(budget - state.Cost) >= enough)
            {
                best = state.Worth;
                kept.Add(state);
            }
        }

        return kept.Count <= room ? [.. kept] : null;
    }

    private int[] Chosen(List<State[]> stages)
    {
        int[] chosen = new int[classes.Count];
        int position = stages[^1].Length - 1;   // the sums rise in cost and in worth
        for (int i = classes.Count; i > 0; i--)
        {
            State state = stages[i][position];
            chosen[i - 1] = state.Option;
            position = state.Parent;
        }

        return chosen;
    }

    /// <summary>An option.</summary>
    /// <param name="Cost">In cents, at least 0.</param>
    /// <param name="Worth">What is to be highest.</param>
    internal readonly record struct Option(long Cost, double Worth);

    /// <summary>A sum of options of the classes so far, with the sum that it was made from.</summary>
    private readonly record struct State(long Cost, double Worth, int Parent, int Option);
}
