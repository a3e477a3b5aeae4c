namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class ValueRanking : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown => new DisplayContent().List(Sentences).Add(new DisplayTable(
        $"The segments by {Column}",
        ["Segment", "Customers", "Share of customers", $"Share of {Column}", "A customer", "From", "To", "Level", "Change", "From", "To", "Trend"],
        Ranked.Select(segment => new DisplayCell[]
        {
            $"{segment.Segment} · {segment.Name}", segment.Customers, DisplayCell.Share(segment.ShareOfCustomers), DisplayCell.Share(segment.ShareOfValue),
            segment.Mean, segment.Lower, segment.Upper, ValueText.Word(segment.Standing.Level),
            segment.Change, segment.ChangeLower, segment.ChangeUpper, ValueText.Word(segment.Standing.Trend),
        }),
        "From and to are the ends of 95% intervals (Student)."));
}
