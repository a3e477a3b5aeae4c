namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial record SegmentProfile : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown
    {
        get
        {
            DisplayContent content = new();
            content.Say($"Segment {Segment} · {Name}: {Describe()}");
            content.Add(Findings.Count == 0 ? null : EvidenceTables.Findings([this]));
            content.Add(Numbers.Count == 0 ? null : EvidenceTables.Numbers([this], Numbers.Select(number => number.Column)));
            return content.Add(Categories.Count == 0 ? null : EvidenceTables.Categories([this], Categories.Select(category => category.Column)));
        }
    }
}
