using System.CommandLine;
using System.Text.Json.Nodes;

namespace Segmentation.Cli;

/// <summary>The options that say how much money there is, what is assumed, and where spending ends.</summary>
internal sealed class BudgetOptions
{
    private readonly Option<double?> budget = CommonOptions.Number(
        "--budget", "AMOUNT", "Money to spread over the segments so that the expected return is highest.", 0, BudgetAllocation.MostMoney);

    private readonly Option<string?> assumptions = new("--assumptions")
    {
        HelpName = "FILE",
        Description = "What is assumed of the segments: CSV or JSON with segment, value, response, steepness, cost. "
            + "[default: the measured value, else 100; response 0.05, steepness 1, cost 1]",
    };

    private readonly Option<bool> spendAll = new("--spend-all")
    {
        Description = "Spend the whole budget, though a further unit may bring back less than itself.",
    };

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command, bool required = false)
    {
        budget.Required = required;
        command.Options.Add(budget);
        command.Options.Add(assumptions);
        command.Options.Add(spendAll);
    }

    /// <summary>What was asked for; null without a budget.</summary>
    public BudgetAllocation? Allocation(ParseResult arguments)
    {
        if (arguments.GetValue(budget) is not double amount)
        {
            return arguments.GetValue(assumptions) is null && !arguments.GetValue(spendAll)
                ? null
                : throw new DataException("--assumptions and --spend-all say how a budget is spent: give the budget too (--budget AMOUNT).");
        }

        return new BudgetAllocation(amount)
        {
            Rule = arguments.GetValue(spendAll) ? BudgetRule.SpendAll : BudgetRule.WhileItPays,
            Assumptions = arguments.GetValue(assumptions) is string path ? BudgetAssumptions.Load(path) : BudgetAssumptions.Defaults,
        };
    }

    /// <summary>Adds to the record of a run what the pipeline does not know.</summary>
    public void Record(JsonObject record, ParseResult arguments)
    {
        record["assumptions"] = arguments.GetValue(assumptions);
        record["spendAll"] = arguments.GetValue(spendAll);
    }
}
