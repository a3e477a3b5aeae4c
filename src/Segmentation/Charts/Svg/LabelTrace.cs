using System.Collections.Immutable;

namespace Segmentation;

/// <summary>A text in the plot.</summary>
/// <param name="X">Its place across.</param>
/// <param name="Y">Its place upwards, of the middle of the text.</param>
/// <param name="Text">The text.</param>
/// <param name="Style">How it looks.</param>
internal sealed record PlotLabel(double X, double Y, TextBlock Text, TextStyle Style);

/// <summary>
/// The texts of a projected figure, whose axes are pixels of the plot; it also says how large the plot is. It stands in
/// static pictures only.
/// </summary>
internal sealed record LabelTrace(ImmutableArray<PlotLabel> Labels, double Width, double Height) : CartesianTrace
{
    internal override string PlotlyType => throw new NotSupportedException("Labels stand in static pictures only.");

    internal override void WriteMembers(PlotlyWriter json) => throw new NotSupportedException(PlotlyType);

    internal override void Include(Extent x, Extent y)
    {
        x.Include(0, tight: true);
        x.Include(Width, tight: true);
        y.Include(0, tight: true);
        y.Include(Height, tight: true);
    }

    internal override void Draw(SvgCanvas svg, AxisScale x, AxisScale y)
    {
        foreach (PlotLabel label in Labels)
        {
            svg.Text(label.Text, x.Map(label.X), y.Map(label.Y), label.Style);
        }
    }

    internal override void DrawKey(SvgCanvas svg, double x, double y)
    {
    }
}
