namespace Segmentation;

public abstract partial record ColumnSummary : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown?.ToHtml() ?? string.Empty;

    /// <inheritdoc/>
    public string ToText() => Shown?.ToText() ?? string.Empty;

    private protected abstract DisplayTable? Shown { get; }
}

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial record NumericSummary
{
    private protected override DisplayTable? Shown => SummaryTables.Numbers([this]);
}

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial record CategoricalSummary
{
    private protected override DisplayTable? Shown => SummaryTables.Categories([this]);
}

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial record DateSummary
{
    private protected override DisplayTable? Shown => SummaryTables.Others([this]);
}

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial record TextSummary
{
    private protected override DisplayTable? Shown => SummaryTables.Others([this]);
}
