namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial record Recommendation : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown => new DisplayContent()
        .Say($"Segment {Segment}, {ResultText.Title(Family)}: {Action}")
        .Say($"Why: {Reason}")
        .Say(Channel is null ? null : $"Where: {Channel}.")
        .Say(Measure is null ? null : $"How success is measured: {Measure}")
        .Say($"Rule: {Rule} ({Source})."
            + (ContradictedBy.Count == 0 ? string.Empty : $" It is contradicted by {string.Join(", ", ContradictedBy)}."));
}
