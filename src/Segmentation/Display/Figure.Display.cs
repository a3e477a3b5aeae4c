namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class Figure : IDisplayable
{
    /// <summary>The title and what the chart shows, in words.</summary>
    public string ToText()
    {
        bool repeated = Layout.Subtitle is string subtitle && Description.StartsWith(subtitle, StringComparison.Ordinal);
        return new DisplayContent().Say(Layout.Title).Say(repeated ? null : Layout.Subtitle).Say(Description).ToText();
    }
}
