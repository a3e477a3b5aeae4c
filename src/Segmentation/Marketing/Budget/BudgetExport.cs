using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>A budget for programs: a member of summary.json and budget.csv. The names are a contract.</summary>
public static class BudgetExport
{
    /// <summary>The member "budget" of summary.json: what is spent, on what assumptions, and how that moves.</summary>
    public static JsonObject Summary(BudgetPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new JsonObject
        {
            ["budget"] = plan.Allocation.Budget,
            ["rule"] = Word(plan.Allocation.Rule),
            ["spent"] = plan.Spent,
            ["return"] = plan.Return,
            ["net"] = plan.Net,
            ["marginalReturn"] = plan.MarginalReturn,
            ["segments"] = new JsonArray([.. plan.Lines.Select(Segment)]),
            ["scenarios"] = Scenarios(plan.Scenarios),
            ["sentences"] = ResultExport.Names(plan.Sentences),
        };
    }

    /// <summary>Writes budget.csv: a row for each segment, what is spent beside what is assumed.</summary>
    public static void WriteCsv(BudgetPlan plan, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(plan);
        CsvWriting.WriteRow(
            writer,
            "segment", "name", "customers", "spending", "spendingPerCustomer", "responses", "return", "net", "marginalReturn",
            "value", "response", "steepness", "cost");
        foreach (BudgetLine line in plan.Lines)
        {
            ResponseAssumption assumption = line.Assumption;
            CsvWriting.WriteRow(
                writer,
                assumption.Segment.Segment, assumption.Segment.Name, assumption.Segment.Customers, line.Spending,
                line.Spending / assumption.Segment.Customers, line.Responses, line.Return, line.Net, line.MarginalReturn,
                assumption.Value, assumption.Response, assumption.Steepness, assumption.Cost);
        }
    }

    /// <summary>The word for a rule, as summary.json has it.</summary>
    public static string Word(BudgetRule rule) => rule == BudgetRule.SpendAll ? "spend-all" : "while-it-pays";

    internal static JsonArray Scenarios(IEnumerable<BudgetScenario> scenarios) => new([.. scenarios.Select(scenario => new JsonObject
    {
        ["assumption"] = BudgetText.Word(scenario.Kind),
        ["segment"] = scenario.Segment,
        ["factor"] = scenario.Factor,
        ["spending"] = new JsonArray([.. scenario.Spending.Select(spending => JsonValue.Create(spending))]),
        ["net"] = scenario.Net,
        ["netIfKept"] = scenario.NetIfKept,
    })]);

    private static JsonObject Segment(BudgetLine line)
    {
        JsonObject segment = new()
        {
            ["segment"] = line.Assumption.Segment.Segment,
            ["name"] = line.Assumption.Segment.Name,
            ["customers"] = line.Assumption.Segment.Customers,
            ["spending"] = line.Spending,
            ["responses"] = line.Responses,
            ["return"] = line.Return,
            ["net"] = line.Net,
            ["marginalReturn"] = line.MarginalReturn,
        };
        foreach (AssumptionKind kind in Enum.GetValues<AssumptionKind>())
        {
            segment[BudgetText.Word(kind)] = line.Assumption[kind];
        }

        segment["sources"] = line.Assumption.Sources is null ? null : new JsonObject(line.Assumption.Sources
            .Select(source => KeyValuePair.Create(BudgetText.Word(source.Key), (JsonNode?)JsonValue.Create(BudgetText.Word(source.Value)))));
        return segment;
    }
}
