using System.Globalization;

namespace Segmentation.Cli;

/// <summary>Shows a plan for a budget: what to spend, what that rests on, and how it moves.</summary>
internal static class BudgetTables
{
    /// <summary>The plan; with every scenario, or only with those that move all segments at once.</summary>
    public static void Show(CommandOutput output, BudgetPlan plan, bool everyScenario)
    {
        output.Heading($"Budget of {BudgetText.Money(plan.Allocation.Budget)}");
        output.Table(Spending(plan));
        ShowSentences(output, plan.Sentences);
        output.Heading("Assumptions");
        output.Table(Assumptions(plan));
        ShowScenarios(output, [.. plan.Scenarios.Where(scenario => everyScenario || scenario.Segment is null)], [.. plan.Lines.Select(line => line.Assumption.Segment)]);
    }

    public static void Show(CommandOutput output, OfferPlan plan)
    {
        output.Heading($"Budget of {BudgetText.Money(plan.Selection.Budget)}");
        TextTable table = new("#Segment", "Name", "#Customers", "Offer", "Chosen", "#Costs", "#Brings", "#Cost each", "#Response", "#Value");
        foreach (BudgetOffer offer in plan.Offers.OrderBy(offer => offer.Segment.Segment))
        {
            table.Add(
                Shown.Count(offer.Segment.Segment), offer.Segment.Name, Shown.Count(offer.Segment.Customers), offer.Name,
                plan.Chosen.Contains(offer) ? "yes" : null, BudgetText.Money(offer.TotalCost), BudgetText.Money(offer.Return),
                NumberText.Of(offer.Cost), NumberText.Percent(offer.Response), NumberText.Of(offer.Value));
        }

        output.Table(table);
        ShowSentences(output, plan.Sentences);
        ShowScenarios(output, plan.Scenarios, plan.Segments);
    }

    private static void ShowSentences(CommandOutput output, IReadOnlyList<string> sentences)
    {
        foreach (string sentence in sentences.Where(sentence => !sentence.StartsWith("Assumed of ", StringComparison.Ordinal)))
        {
            output.Line(sentence);
        }
    }

    private static TextTable Spending(BudgetPlan plan)
    {
        TextTable table = new("#Segment", "Name", "#Customers", "#Spending", "#Each", "#Responses", "#Return", "#After spending", "#A further 1 brings");
        foreach (BudgetLine line in plan.Lines)
        {
            BudgetSegment segment = line.Assumption.Segment;
            table.Add(
                Shown.Count(segment.Segment), segment.Name, Shown.Count(segment.Customers), BudgetText.Money(line.Spending),
                BudgetText.Money(line.Spending / segment.Customers), NumberText.Of(line.Responses), BudgetText.Money(line.Return),
                BudgetText.Money(line.Net), line.MarginalReturn.ToString("0.00", CultureInfo.InvariantCulture));
        }

        return table;
    }

    private static TextTable Assumptions(BudgetPlan plan)
    {
        TextTable table = new("#Segment", "#Value", "from", "#Response", "from", "#Steepness", "from", "#Cost", "from");
        foreach (ResponseAssumption assumption in plan.Lines.Select(line => line.Assumption))
        {
            string Source(AssumptionKind kind) => BudgetText.Word(assumption.Sources![kind]);
            table.Add(
                Shown.Count(assumption.Segment.Segment), NumberText.Of(assumption.Value), Source(AssumptionKind.Value),
                NumberText.Percent(assumption.Response), Source(AssumptionKind.Response), NumberText.Of(assumption.Steepness),
                Source(AssumptionKind.Steepness), NumberText.Of(assumption.Cost), Source(AssumptionKind.Cost));
        }

        return table;
    }

    private static void ShowScenarios(CommandOutput output, IReadOnlyList<BudgetScenario> scenarios, IReadOnlyList<BudgetSegment> segments)
    {
        output.Heading("If an assumption is a quarter off: the best spending then, and what it leaves");
        TextTable table = new(["Assumption", "In", "Off by", .. segments.Select(segment => $"#Segment {segment.Segment}"), "#After spending", "#If this plan is kept"]);
        foreach (BudgetScenario scenario in scenarios)
        {
            table.Add(
            [
                BudgetText.Word(scenario.Kind), scenario.Segment is int segment ? $"segment {Shown.Count(segment)}" : "all", BudgetText.Move(scenario.Factor),
                .. scenario.Spending.Select(BudgetText.Money), BudgetText.Money(scenario.Net),
                scenario.NetIfKept is double kept ? BudgetText.Money(kept) : null,
            ]);
        }

        output.Table(table);
    }
}
