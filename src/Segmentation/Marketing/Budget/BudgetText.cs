using static System.FormattableString;

namespace Segmentation;

/// <summary>Words for budgets, and the sentences of a plan with their numbers.</summary>
public static class BudgetText
{
    /// <summary>Less than this is no difference.</summary>
    private const double LeastMoney = 0.005;

    /// <summary>The word for an assumption, as files and tables have it: value, response, steepness, cost.</summary>
    public static string Word(AssumptionKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Where a number comes from, in words.</summary>
    public static string Word(AssumptionSource source) => source switch
    {
        AssumptionSource.Given => "given",
        AssumptionSource.Measured => "measured",
        _ => "stated default",
    };

    /// <summary>An amount of money, as people read it.</summary>
    public static string Money(double amount) => Math.Abs(amount) < LeastMoney ? "0" : NumberText.Of(Math.Round(amount, 2));

    /// <summary>By how much an assumption moves: "25% lower", "25% higher".</summary>
    public static string Move(double factor) => factor < 1 ? Invariant($"{100 * (1 - factor):0}% lower") : Invariant($"{100 * (factor - 1):0}% higher");

    /// <summary>What the numbers of a plan are: assumptions, all of them in one sentence for each segment.</summary>
    public static IEnumerable<string> Assumptions(IEnumerable<ResponseAssumption> assumptions)
    {
        ArgumentNullException.ThrowIfNull(assumptions);
        return assumptions.Select(assumption => Invariant(
            $"Assumed of {Who(assumption.Segment)} with {NumberText.Customers(assumption.Segment.Customers)}: {string.Join(", ", Enum.GetValues<AssumptionKind>().Select(kind => Number(assumption, kind)))}."));
    }

    internal static IEnumerable<string> Of(BudgetPlan plan) =>
    [
        .. Answer(plan),
        .. End(plan),
        .. Unfunded(plan),
        .. Same(plan),
        .. Sensitivity(plan),
        "Every number above follows from assumptions: spending x on n customers brings n · value · response · (1 − exp(−steepness · x / (cost · n))). A holdout shows what is true.",
        .. Assumptions(plan.Lines.Select(line => line.Assumption)),
    ];

    /// <summary>What matters most about scenarios, in one or two sentences; none where no assumption moves a cent.</summary>
    internal static IEnumerable<string> Sensitivity(IReadOnlyList<BudgetScenario> scenarios, double net)
    {
        BudgetScenario? most = scenarios.Where(scenario => scenario.Segment is null).MaxBy(scenario => Math.Abs(scenario.Net - net));
        if (most is not null && Math.Abs(most.Net - net) >= LeastMoney)
        {
            yield return $"What matters most: with {Word(most.Kind)} {Move(most.Factor)} in all segments the best plan leaves {Money(most.Net)} after the spending, instead of {Money(net)}.";
        }

        BudgetScenario? worst = scenarios.Where(scenario => scenario.NetIfKept is not null).MaxBy(scenario => scenario.Net - scenario.NetIfKept!.Value);
        if (worst is not null && worst.Net - worst.NetIfKept!.Value >= LeastMoney)
        {
            string where = worst.Segment is int segment ? Invariant($"in segment {segment}") : "in all segments";
            yield return $"Keeping this plan while one assumption is a quarter off costs at most {Money(worst.Net - worst.NetIfKept!.Value)} (with {Word(worst.Kind)} {Move(worst.Factor)} {where}).";
        }
    }

    internal static string Who(BudgetSegment segment) => Invariant($"segment {segment.Segment} ({segment.Name})");

    private static IEnumerable<string> Answer(BudgetPlan plan)
    {
        BudgetLine[] funded = [.. plan.Lines.Where(line => line.Spending > 0)];
        if (funded.Length == 0)
        {
            string best = plan.Lines.MaxBy(line => line.Assumption.FirstReturn) is BudgetLine line
                ? $": the first 1 would bring back {NumberText.Of(line.Assumption.FirstReturn)} at best, in {Who(line.Assumption.Segment)}"
                : string.Empty;
            yield return plan.Allocation.Budget == 0
                ? "The budget is 0, so nothing is spent."
                : $"Nothing of {Money(plan.Allocation.Budget)} is worth spending{best}.";
            yield break;
        }

        BudgetLine most = funded.MaxBy(line => line.Spending)!;
        yield return
            $"Spend {Money(plan.Spent)} of {Money(plan.Allocation.Budget)} on {funded.Length} of {ResultText.Segments(plan.Lines.Count)}: expected to bring {Money(plan.Return)}, which leaves {Money(plan.Net)} after the spending.";
        yield return
            $"Most goes to {Who(most.Assumption.Segment)}: {Money(most.Spending)}, or {Money(most.Spending / most.Assumption.Segment.Customers)} for each of {NumberText.Customers(most.Assumption.Segment.Customers)}, for {NumberText.Counted(most.Responses, "response")}.";
    }

    private static IEnumerable<string> End(BudgetPlan plan)
    {
        if (plan.MarginalReturn is not double marginal)
        {
            yield break;
        }

        yield return plan.Unspent > Math.Max(LeastMoney, 1e-9 * plan.Allocation.Budget)
            ? $"Spending ends at {Money(plan.Spent)}, for there a further 1 brings back no more than itself; {Money(plan.Unspent)} is left."
            : $"A further 1 would bring back {NumberText.Of(marginal)}, in every funded segment alike{(marginal < 1 ? ": it no longer pays" : string.Empty)}.";
    }

    private static IEnumerable<string> Unfunded(BudgetPlan plan) => plan.Lines
        .Where(line => line.Spending == 0 && plan.MarginalReturn is not null)
        .Select(line => $"Nothing goes to {Who(line.Assumption.Segment)}: its first 1 would bring back {NumberText.Of(line.Assumption.FirstReturn)}.");

    private static IEnumerable<string> Same(BudgetPlan plan) =>
        plan.Lines.Count > 1 && plan.Lines.Select(line => line.Assumption).DistinctBy(a => (a.Value, a.Response, a.Steepness, a.Cost)).Count() == 1
            ? [$"The same is assumed of all {plan.Lines.Count} segments, so the money only follows their sizes: give what you know of each (--assumptions)."]
            : [];

    private static IEnumerable<string> Sensitivity(BudgetPlan plan) => Sensitivity(plan.Scenarios, plan.Net);

    private static string Number(ResponseAssumption assumption, AssumptionKind kind)
    {
        string number = kind == AssumptionKind.Response ? NumberText.Percent(assumption.Response) : NumberText.Of(assumption[kind]);
        string source = assumption.Sources is null ? string.Empty : $" ({Word(assumption.Sources[kind])})";
        return $"{Word(kind)} {number}{source}";
    }
}
