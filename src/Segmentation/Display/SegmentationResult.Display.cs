namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class SegmentationResult : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown => new DisplayContent()
        .Say($"{ResultText.Count(this)} {ResultText.Sureness(this)}")
        .Add(Tables.Segments(Profiles))
        .List(Warnings);
}
