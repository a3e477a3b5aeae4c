namespace Segmentation;

/// <summary>What a plan spends on a segment.</summary>
/// <param name="Assumption">The segment and what is assumed of it.</param>
/// <param name="Spending">The money for it.</param>
/// <param name="Responses">The customers expected to respond.</param>
/// <param name="Return">What they are expected to bring, before the spending.</param>
/// <param name="MarginalReturn">What a further unit of money would bring back.</param>
public sealed record BudgetLine(ResponseAssumption Assumption, double Spending, double Responses, double Return, double MarginalReturn)
{
    /// <summary>What is left of the return after the spending.</summary>
    public double Net => Return - Spending;

    internal static BudgetLine Of(ResponseAssumption assumption, double spending) => new(
        assumption, spending, assumption.ResponsesTo(spending), assumption.ReturnOf(spending), assumption.MarginalReturnAt(spending));
}

/// <summary>How the answer moves when an assumption does.</summary>
/// <param name="Kind">The assumption.</param>
/// <param name="Segment">The segment that it moves for; null for all at once.</param>
/// <param name="Factor">What it is multiplied by: 0.75 or 1.25.</param>
/// <param name="Spending">The best spending on each segment then.</param>
/// <param name="Net">What that leaves after the spending.</param>
/// <param name="NetIfKept">What the plan as it is would leave then; null where it could not be paid for.</param>
public sealed record BudgetScenario(
    AssumptionKind Kind, int? Segment, double Factor, IReadOnlyList<double> Spending, double Net, double? NetIfKept);

/// <summary>The spending over segments with the highest expected return under a budget.</summary>
public sealed partial class BudgetPlan
{
    internal BudgetPlan(BudgetAllocation allocation, IReadOnlyList<BudgetLine> lines, IReadOnlyList<BudgetScenario> scenarios)
    {
        Allocation = allocation;
        Lines = lines;
        Scenarios = scenarios;
        Spent = FixedChunks.InOrder([.. lines.Select(line => line.Spending)]);
        Return = FixedChunks.InOrder([.. lines.Select(line => line.Return)]);
    }

    /// <summary>What was asked.</summary>
    public BudgetAllocation Allocation { get; }

    /// <summary>The segments in their order.</summary>
    public IReadOnlyList<BudgetLine> Lines { get; }

    /// <summary>The money that is spent.</summary>
    public double Spent { get; }

    /// <summary>The money that is left, for it would not pay or nothing responds to it.</summary>
    public double Unspent => Math.Max(0, Allocation.Budget - Spent);

    /// <summary>The expected return before the spending.</summary>
    public double Return { get; }

    /// <summary>The expected return after the spending.</summary>
    public double Net => Return - Spent;

    /// <summary>What a further unit of money brings back in every funded segment; null where none is funded.</summary>
    public double? MarginalReturn => Lines.MaxBy(line => line.Spending) is { Spending: > 0 } funded ? funded.MarginalReturn : null;

    /// <summary>
    /// Each assumption moved by a quarter either way: for all segments at once, then for one at a time where there are at
    /// most 50.
    /// </summary>
    public IReadOnlyList<BudgetScenario> Scenarios { get; }

    /// <summary>What the plan says and rests on, a sentence each with its numbers, the most important first.</summary>
    public IReadOnlyList<string> Sentences => [.. BudgetText.Of(this)];
}
