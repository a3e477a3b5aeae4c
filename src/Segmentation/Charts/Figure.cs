using System.Collections.Immutable;

namespace Segmentation;

/// <summary>
/// A chart: what plotly.js calls data and layout, and a static picture of them. Immutable. Texts are plain text (a line
/// feed breaks the line); escaping for HTML, SVG or JSON happens when they are written.
/// </summary>
public sealed partial class Figure
{
    /// <summary>Makes a figure.</summary>
    /// <param name="data">The traces, drawn in this order.</param>
    /// <param name="layout">Title, axes and size.</param>
    /// <param name="description">What the chart shows, in words, for readers who cannot see it.</param>
    public Figure(ImmutableArray<Trace> data, Layout layout, string description)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(description);
        Data = data.IsDefault ? [] : data;
        Layout = layout;
        Description = description;
    }

    /// <summary>The traces, drawn in this order.</summary>
    public ImmutableArray<Trace> Data { get; }

    /// <summary>Title, axes and size.</summary>
    public Layout Layout { get; }

    /// <summary>What the chart shows, in words, for readers who cannot see it.</summary>
    public string Description { get; }

    /// <summary>
    /// <c>{"data":[…],"layout":{…}}</c> for <c>Plotly.newPlot</c>. Numbers read back to the same double, one that is
    /// not finite is null, and <c>&lt;</c> is escaped, so that the text can stand in a script element.
    /// </summary>
    public string ToPlotlyJson() => PlotlyJson.Write(this);

    /// <summary>
    /// A complete static picture that needs no script, font or network. It has no ids, so that any number of figures
    /// can be inlined on one page, and it is the same text on every machine.
    /// </summary>
    public string ToSvg() => new CartesianPicture(Flat).ToSvg();

    /// <summary>The figure on two axes: a radar or three dimensions as they are projected onto the page.</summary>
    internal Figure Flat => Data switch
    {
        _ when Data.OfType<Scatter3DTrace>().Any() => AxonometricPicture.Flatten(this),
        _ when Data.OfType<RadarTrace>().Any() => RadarPicture.Flatten(this),
        _ => this,
    };

    /// <summary>The same figure as narrow as its texts allow.</summary>
    internal Figure Narrowed() => new(Data, Layout with { Width = Layout.MinWidth }, Description);

    /// <summary>The static picture as an <c>img</c> element that carries it within itself.</summary>
    public string ToImgTag() => FigureHtml.ImgTag(this);

    /// <summary>
    /// An HTML fragment that shows the static picture at once; where the page already has plotly.js, the interactive
    /// chart takes its place. Asks the network for nothing.
    /// </summary>
    public string ToHtml() => FigureHtml.Fragment(this, plotlyAddress: null);

    /// <summary>As <see cref="ToHtml()"/>, but loads plotly.js from an address where the page does not have it.</summary>
    /// <param name="plotlyAddress">The address of plotly.js, absolute or relative to the page.</param>
    public string ToHtml(string plotlyAddress)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(plotlyAddress);
        return FigureHtml.Fragment(this, plotlyAddress);
    }
}
