namespace Segmentation;

/// <summary>The report's spending plan: what goes where, all that it assumes, and how it moves when an assumption does.</summary>
internal static class BudgetSection
{
    /// <summary>With more segments a row of spendings no longer fits a page.</summary>
    private const int MostSegments = 8;

    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        BudgetPlan plan = result.Budget!;
        html.AddList(plan.Sentences);
        AddSpending(html, plan);
        html.StartFold("What the plan assumes, and how it moves when an assumption does");
        AddAssumptions(html, plan);
        AddScenarios(html, plan);
        html.EndFold();
    }

    private static void AddSpending(HtmlBuilder html, BudgetPlan plan)
    {
        html.StartTable(
            $"How a budget of {BudgetText.Money(plan.Allocation.Budget)} is spent best",
            "Segment", "Customers", "Spending", "A customer", "Responses", "Return", "After spending", "A further 1 brings");
        foreach (BudgetLine line in plan.Lines)
        {
            BudgetSegment segment = line.Assumption.Segment;
            html.AddRow(
                Label(segment), ReportNumbers.Whole(segment.Customers), BudgetText.Money(line.Spending),
                BudgetText.Money(line.Spending / segment.Customers), NumberText.Of(line.Responses), BudgetText.Money(line.Return),
                BudgetText.Money(line.Net), ReportNumbers.Index(line.MarginalReturn));
        }

        html.AddRow("All", string.Empty, BudgetText.Money(plan.Spent), string.Empty, string.Empty, BudgetText.Money(plan.Return), BudgetText.Money(plan.Net), string.Empty);
        html.EndTable();
    }

    private static void AddAssumptions(HtmlBuilder html, BudgetPlan plan)
    {
        html.StartTable(
            "What the plan assumes, in full, and where each number comes from",
            "Segment", "Value of a response", "From", "Response at most", "From", "Steepness", "From", "Cost of a contact", "From");
        foreach (ResponseAssumption assumption in plan.Lines.Select(line => line.Assumption))
        {
            html.AddRow(
                Label(assumption.Segment),
                NumberText.Of(assumption.Value), Source(assumption, AssumptionKind.Value),
                NumberText.Percent(assumption.Response), Source(assumption, AssumptionKind.Response),
                NumberText.Of(assumption.Steepness), Source(assumption, AssumptionKind.Steepness),
                NumberText.Of(assumption.Cost), Source(assumption, AssumptionKind.Cost));
        }

        html.EndTable();
        html.Add($"<p class=\"note\">Spending x on a segment of n customers is expected to bring n · value · response · (1 − exp(−steepness · x / (cost · n))): every further unit brings less than the one before.</p>");
    }

    /// <summary>Those that move all segments at once; what moves in one segment only is folded away.</summary>
    private static void AddScenarios(HtmlBuilder html, BudgetPlan plan)
    {
        ILookup<bool, BudgetScenario> scenarios = plan.Scenarios.ToLookup(scenario => scenario.Segment is null);
        AddScenarios(html, plan, "How the best spending moves when an assumption is a quarter off in all segments", [.. scenarios[true]]);
        if (scenarios[false].Any())
        {
            html.Add($"<details><summary>The same for one segment at a time</summary>");
            AddScenarios(html, plan, "How the best spending moves when an assumption is a quarter off in one segment", [.. scenarios[false]]);
            html.Add($"</details>");
        }
    }

    private static void AddScenarios(HtmlBuilder html, BudgetPlan plan, string caption, BudgetScenario[] scenarios)
    {
        BudgetSegment[] shown = plan.Lines.Count > MostSegments ? [] : [.. plan.Lines.Select(line => line.Assumption.Segment)];
        html.StartTable(
            caption,
            ["Assumption", .. shown.Select(segment => $"Spending on segment {ReportNumbers.Whole(segment.Segment)}"), "After spending", "If this plan is kept"]);
        foreach (BudgetScenario scenario in scenarios)
        {
            string where = scenario.Segment is int segment ? $" in segment {ReportNumbers.Whole(segment)}" : string.Empty;
            html.AddRow(
            [
                $"{BudgetText.Word(scenario.Kind)} {BudgetText.Move(scenario.Factor)}{where}",
                .. scenario.Spending.Take(shown.Length).Select(BudgetText.Money), BudgetText.Money(scenario.Net),
                scenario.NetIfKept is double kept ? BudgetText.Money(kept) : ReportNumbers.None,
            ]);
        }

        html.EndTable();
    }

    private static string Source(ResponseAssumption assumption, AssumptionKind kind) =>
        assumption.Sources is null ? BudgetText.Word(AssumptionSource.Given) : BudgetText.Word(assumption.Sources[kind]);

    private static string Label(BudgetSegment segment) => FormattableString.Invariant($"{segment.Segment} · {segment.Name}");
}
