namespace Segmentation;

/// <summary>
/// Chooses at most one offer for each segment so that the expected return is highest under a budget. Exact to the cent.
/// </summary>
/// <example><code>
/// OfferPlan plan = new OfferSelection(10_000).Plan(segments, "offers.csv");
/// </code></example>
public sealed record OfferSelection
{
    /// <summary>Makes a selection.</summary>
    /// <param name="budget">The money that may be spent, 0 to <see cref="BudgetAllocation.MostMoney"/>; part of a cent does not count.</param>
    public OfferSelection(double budget) => Budget = budget;

    /// <summary>The money that may be spent, at least 0.</summary>
    public double Budget
    {
        get;
        init => field = BudgetAllocation.CheckedMoney(value, nameof(Budget));
    }

    /// <summary>
    /// What is to be highest: the return after the spending (while it pays, the default), or before it (spend all).
    /// </summary>
    public BudgetRule Rule { get; init; }

    /// <summary>Where offers name no value; default measured values and stated defaults.</summary>
    public BudgetAssumptions Assumptions
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Assumptions));
    } = BudgetAssumptions.Defaults;

    /// <summary>The most sums that the exact solution may keep, at least 1,000; default 2 million, about 150 MB with those in the making.</summary>
    public int MostStates
    {
        get;
        init => field = OptionRange.AtLeast(1_000, value, nameof(MostStates));
    } = 2_000_000;

    /// <summary>The best offers of a file, and how they change when an assumption does.</summary>
    /// <exception cref="DataException">The file or the assumptions do not fit the segments, or the choice is too large.</exception>
    public OfferPlan Plan(IReadOnlyList<BudgetSegment> segments, string path, CancellationToken cancellationToken = default) =>
        Plan(segments, OfferFile.Read(path, Assumptions.For(segments)), cancellationToken);

    /// <summary>The best of some offers.</summary>
    /// <exception cref="ArgumentException">An offer is for another segment, or a number is out of its range.</exception>
    /// <exception cref="DataException">The choice is too large.</exception>
    public OfferPlan Plan(IReadOnlyList<BudgetSegment> segments, IReadOnlyList<BudgetOffer> offers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentNullException.ThrowIfNull(offers);
        foreach (BudgetOffer offer in offers)
        {
            offer.Check();
            if (!segments.Contains(offer.Segment))
            {
                throw new ArgumentException($"Offer '{offer.Name}' is for {BudgetText.Who(offer.Segment)}, which is none of the segments.", nameof(offers));
            }
        }

        BudgetOffer?[] chosen = Best(segments, offers, cancellationToken) ?? throw new DataException(FormattableString.Invariant(
            $"The exact choice among these offers needs more than {MostStates:#,0} sums. Use fewer offers, or costs in rounder numbers (1.5, not 1.47), which make fewer different sums; in code OfferSelection.MostStates raises the limit."));
        BudgetScenario?[] scenarios = [.. Scenarios(segments, offers, chosen, cancellationToken)];
        return new OfferPlan(
            this, segments, offers, chosen, [.. scenarios.OfType<BudgetScenario>()], scenarios.Count(scenario => scenario is null));
    }

    /// <summary>What is left of an offer's return, or the return itself where all is to be spent.</summary>
    private double WorthOf(BudgetOffer offer) => Rule == BudgetRule.SpendAll ? offer.Return : offer.Return - offer.TotalCost;

    /// <summary>For each segment the best offer or null; null altogether where that takes too many sums.</summary>
    private BudgetOffer?[]? Best(IReadOnlyList<BudgetSegment> segments, IReadOnlyList<BudgetOffer> offers, CancellationToken cancellationToken)
    {
        BudgetOffer[][] classes = [.. segments.Select(segment => offers.Where(offer => offer.Segment == segment).ToArray())];
        OfferKnapsack.Option[][] options = [.. classes.Select(own => own.Select(offer => new OfferKnapsack.Option(offer.Cents, WorthOf(offer))).ToArray())];
        int[]? chosen = OfferKnapsack.Solve(options, (long)Math.Floor((decimal)Budget * 100), MostStates, cancellationToken);
        return chosen is null ? null : [.. chosen.Select((option, i) => option < 0 ? null : classes[i][option])];
    }

    /// <summary>Every move of an assumption; null for one that takes too many sums.</summary>
    private IEnumerable<BudgetScenario?> Scenarios(
        IReadOnlyList<BudgetSegment> segments, IReadOnlyList<BudgetOffer> offers, BudgetOffer?[] kept, CancellationToken cancellationToken)
    {
        foreach ((AssumptionKind kind, int? position, double factor) in BudgetSensitivity.Moves(
            segments.Count, [AssumptionKind.Value, AssumptionKind.Response, AssumptionKind.Cost]))
        {
            BudgetSegment? only = position is int i ? segments[i] : null;
            BudgetOffer Moved(BudgetOffer offer) => only is null || offer.Segment == only ? offer.Times(kind, factor) : offer;
            BudgetOffer?[]? best = Best(segments, [.. offers.Select(Moved)], cancellationToken);
            BudgetOffer[] same = [.. kept.OfType<BudgetOffer>().Select(Moved)];
            yield return best is null ? null : new BudgetScenario(
                kind,
                only?.Segment,
                factor,
                [.. best.Select(offer => offer?.TotalCost ?? 0)],
                NetOf(best.OfType<BudgetOffer>()),
                same.Sum(offer => offer.TotalCost) <= Budget ? NetOf(same) : null);
        }
    }

    private static double NetOf(IEnumerable<BudgetOffer> offers) => offers.Sum(offer => offer.Return - offer.TotalCost);
}
