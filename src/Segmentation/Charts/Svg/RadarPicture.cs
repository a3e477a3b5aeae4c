using System.Collections.Immutable;

namespace Segmentation;

/// <summary>A radar in a static picture: a web of spokes and rings, with a closed line for each trace.</summary>
internal sealed class RadarPicture
{
    public const double LabelWidth = 96;

    private const double LabelGap = 12;
    private const double AboveAndBelow = 44;

    private readonly Figure figure;
    private readonly double centreX;
    private readonly double centreY;
    private readonly double radius;
    private readonly double deepest;
    private readonly ImmutableArray<double> rings;

    private RadarPicture(Figure figure)
    {
        this.figure = figure;
        rings = figure.Layout.YAxis.TickValues;
        double width = figure.Layout.Width - CartesianPicture.WidthOutsidePlot;
        centreX = width / 2;
        radius = centreX - LabelWidth - LabelGap;
        deepest = -radius * figure.Layout.XAxis.TickValues.Select(angle => Math.Cos(angle * Math.PI / 180)).Append(0).Min();
        centreY = deepest + AboveAndBelow;
    }

    /// <summary>The figure as it is drawn, its axes in pixels.</summary>
    public static Figure Flatten(Figure figure) => new RadarPicture(figure).Flatten();

    private double Height => deepest + radius + (2 * AboveAndBelow);

    private Figure Flatten()
    {
        RadarTrace[] lines = [.. figure.Data.OfType<RadarTrace>()];
        Layout layout = figure.Layout with { XAxis = Axis.Hidden, YAxis = Axis.Hidden, PlotHeight = (int)Height };
        ImmutableArray<double> angles = figure.Layout.XAxis.TickValues;
        return angles.IsEmpty
            ? new([], layout, figure.Description)
            : new([.. Web(angles), .. lines.Select(Flat), Labels(angles)], layout, figure.Description);
    }

    private (double X, double Y) Place(double angle, double value)
    {
        double out01 = Math.Clamp((value - rings[0]) / (rings[^1] - rings[0]), 0, 1);
        (double sin, double cos) = Math.SinCos(angle * Math.PI / 180);
        return (centreX + (radius * out01 * sin), centreY + (radius * out01 * cos));
    }

    private IEnumerable<Trace> Web(ImmutableArray<double> angles)
    {
        Stroke thin = new(ChartColors.Unknown) { Width = 1 };
        foreach (double ring in rings.Skip(1))
        {
            yield return Line(angles, _ => ring, thin);
        }

        foreach (double angle in angles)
        {
            yield return Line([angle, angle], i => i == 0 ? rings[0] : rings[^1], thin);
        }
    }

    private ScatterTrace Flat(RadarTrace trace) => Line(trace.Angles, i => trace.Values[i], trace.Line) with
    {
        Name = trace.Name,
        InLegend = trace.InLegend,
        Marker = trace.Marker,
    };

    private ScatterTrace Line(ImmutableArray<double> angles, Func<int, double> valueOf, Stroke stroke)
    {
        (double X, double Y)[] points =
        [
            .. angles.Select((angle, i) => double.IsFinite(valueOf(i)) ? Place(angle, valueOf(i)) : (double.NaN, double.NaN)),
        ];
        return new(RadarTrace.Closed([.. points.Select(p => p.X)]), RadarTrace.Closed([.. points.Select(p => p.Y)])) { Line = stroke };
    }

    /// <summary>The spokes' names outside, the rings' values beside the first spoke.</summary>
    private LabelTrace Labels(ImmutableArray<double> angles)
    {
        IEnumerable<PlotLabel> names = angles.Select((angle, i) => Name(angle, figure.Layout.XAxis.TickTexts[i]));
        IEnumerable<PlotLabel> values = rings.Select((ring, i) => new PlotLabel(
            centreX + 4,
            Place(0, ring).Y,
            TextBlock.Of(figure.Layout.YAxis.TickTexts[i], 10),
            new TextStyle { Size = 10, Color = ChartColors.SecondaryText }));
        return new([.. names, .. values], 2 * centreX, Height);
    }

    private PlotLabel Name(double angle, string name)
    {
        (double x, double y) = Place(angle, rings[^1]);
        (double right, double up) = ((x - centreX) / radius, (y - centreY) / radius);
        bool inTheMiddle = Math.Abs(right) < 0.2;
        TextBlock text = TextBlock.Wrap(name, LabelWidth, inTheMiddle ? 2 : 3);
        TextAnchor anchor = inTheMiddle ? TextAnchor.Middle : right > 0 ? TextAnchor.Start : TextAnchor.End;
        return new(x + (right * LabelGap), y + (up * (LabelGap + (text.Height / 2))), text, new TextStyle { Anchor = anchor });
    }
}
