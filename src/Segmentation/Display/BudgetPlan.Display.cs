namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class BudgetPlan : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown => new DisplayContent().List(Sentences).Add(new DisplayTable(
        $"How a budget of {BudgetText.Money(Allocation.Budget)} is spent",
        ["Segment", "Customers", "Spending", "Responses", "Return", "After spending", "A further 1 brings"],
        Lines.Select(line => new DisplayCell[]
        {
            $"{line.Assumption.Segment.Segment} · {line.Assumption.Segment.Name}", line.Assumption.Segment.Customers, line.Spending, line.Responses,
            line.Return, line.Net, DisplayCell.Fixed(line.MarginalReturn, 2),
        })));
}
