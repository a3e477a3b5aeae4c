namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class Figure : IDisplayable
{
    /// <summary>The title and what the chart shows, in words.</summary>
    public string ToText() => new DisplayContent().Say(Layout.Title).Say(Layout.Subtitle).Say(Description).ToText();
}
