using System.Collections.Immutable;

namespace Segmentation;

/// <summary>Arrows, such as the moves of centroids.</summary>
/// <param name="FromX">Where each begins, across.</param>
/// <param name="FromY">Where each begins, upwards.</param>
/// <param name="ToX">Where each ends, across.</param>
/// <param name="ToY">Where each ends, upwards.</param>
public sealed record ArrowTrace(
    ImmutableArray<double> FromX, ImmutableArray<double> FromY, ImmutableArray<double> ToX, ImmutableArray<double> ToY)
    : CartesianTrace
{
    private const double HeadLength = 9;

    /// <summary>The line of the arrows.</summary>
    public Stroke Line { get; init; } = new(ChartColors.Text);

    internal override string PlotlyType => "scatter";

    internal override void WriteMembers(PlotlyWriter json)
    {
        json.Word("mode", "lines+markers");
        json.Numbers("x", Alternating(FromX, ToX));
        json.Numbers("y", Alternating(FromY, ToY));
        json.Stroke("line", Line);
        json.Object("marker", () =>
        {
            json.Word("symbol", "arrow");
            json.Word("angleref", "previous");
            json.Word("color", Line.Color);
            json.Numbers("size", [.. Enumerable.Range(0, FromX.Length).SelectMany(i => new[] { 0, Moves(i) ? 12 : 0, 0.0 })]);
            json.Number("opacity", 1);
        });
        json.Word("hoverinfo", "skip");
    }

    internal override void Include(Extent x, Extent y)
    {
        foreach ((Extent extent, double value) in FromX.Concat(ToX).Select(value => (x, value)).Concat(FromY.Concat(ToY).Select(value => (y, value))))
        {
            extent.Include(value, tight: false);
        }
    }

    internal override void Draw(SvgCanvas svg, AxisScale x, AxisScale y)
    {
        for (int i = 0; i < FromX.Length; i++)
        {
            DrawArrow(svg, x.Map(FromX[i]), y.Map(FromY[i]), x.Map(ToX[i]), y.Map(ToY[i]));
        }
    }

    internal override void DrawKey(SvgCanvas svg, double x, double y) => DrawArrow(svg, x, y, x + KeyWidth, y);

    /// <summary>A line and a head; what moves less than half a pixel has neither.</summary>
    private void DrawArrow(SvgCanvas svg, double fromX, double fromY, double toX, double toY)
    {
        (double right, double down) = (toX - fromX, toY - fromY);
        double length = Math.Sqrt((right * right) + (down * down));
        if (!(length >= 0.5))
        {
            return;
        }

        double head = Math.Min(HeadLength, length) / length;
        (double neckX, double neckY) = (toX - (right * head), toY - (down * head));
        SvgPath path = new();
        path.To(toX, toY, penDown: false);
        path.To(neckX - (down * head * 0.5), neckY + (right * head * 0.5), penDown: true);
        path.To(neckX + (down * head * 0.5), neckY - (right * head * 0.5), penDown: true);
        path.Close();
        svg.Line(fromX, fromY, neckX, neckY, Line);
        svg.Path(path.ToString(), Line.Color, null);
    }

    private bool Moves(int i) => FromX[i] != ToX[i] || FromY[i] != ToY[i];

    /// <summary>From, to and a gap, again and again.</summary>
    private static ImmutableArray<double> Alternating(ImmutableArray<double> from, ImmutableArray<double> to) =>
        [.. from.Zip(to).SelectMany(pair => new[] { pair.First, pair.Second, double.NaN })];
}
