namespace Segmentation;

/// <summary>
/// Spreads a budget over segments so that the expected return is highest: see <see cref="ResponseAssumption"/> for what is
/// assumed. Solved exactly; a marginal unit brings the same in every funded segment.
/// </summary>
/// <example><code>
/// BudgetPlan plan = new BudgetAllocation(10_000).Plan(BudgetSegment.Of(result));
/// </code></example>
public sealed record BudgetAllocation
{
    /// <summary>The largest budget; beyond it a double no longer holds cents.</summary>
    public const double MostMoney = 1e12;

    /// <summary>Makes an allocation.</summary>
    /// <param name="budget">The money that may be spent, 0 to <see cref="MostMoney"/>.</param>
    public BudgetAllocation(double budget) => Budget = budget;

    /// <summary>The money that may be spent, at least 0.</summary>
    public double Budget
    {
        get;
        init => field = CheckedMoney(value, nameof(Budget));
    }

    /// <summary>Where spending ends; default while it pays.</summary>
    public BudgetRule Rule { get; init; }

    /// <summary>What is assumed of the segments; default measured values and stated defaults.</summary>
    public BudgetAssumptions Assumptions
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Assumptions));
    } = BudgetAssumptions.Defaults;

    /// <summary>The best spending, and how it moves when an assumption does.</summary>
    /// <exception cref="DataException">The assumptions do not fit the segments.</exception>
    public BudgetPlan Plan(IReadOnlyList<BudgetSegment> segments) => Plan(Assumptions.For(segments));

    /// <summary>The best spending under assumptions of one's own making.</summary>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public BudgetPlan Plan(IReadOnlyList<ResponseAssumption> assumptions)
    {
        ArgumentNullException.ThrowIfNull(assumptions);
        foreach (ResponseAssumption assumption in assumptions)
        {
            assumption.Check();
        }

        double[] spending = WaterFilling.Spend(assumptions, Budget, Rule);
        return new BudgetPlan(this, [.. assumptions.Zip(spending, BudgetLine.Of)], BudgetSensitivity.Of(this, assumptions, spending));
    }

    internal static double CheckedMoney(double value, string option) => value is >= 0 and <= MostMoney
        ? value
        : throw new ArgumentOutOfRangeException(option, value, FormattableString.Invariant($"{option} must be from 0 to {MostMoney:#,0}."));
}
