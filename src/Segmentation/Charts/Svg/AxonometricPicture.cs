using System.Collections.Immutable;

namespace Segmentation;

/// <summary>
/// Three dimensions in a static picture: parallel projection, seen from the corner where the first two axes meet and
/// from above. What lies farther back is drawn first, smaller and paler; grids on the floor and the two walls behind.
/// </summary>
internal sealed class AxonometricPicture
{
    public const double TitleWidth = 150;

    private const double Bands = 4;
    private const int MostTicks = 5;
    private const double Below = 36;
    private const double Beside = 52;
    private const double Rise = 0.8;

    // The floor is turned by 30 degrees and seen from 20 degrees above.
    private const double Across = 0.8660254037844387;
    private const double Aside = 0.5;
    private const double Tilt = 0.3420201433256687;
    private const double Upright = 0.9396926207859084;

    private static readonly Stroke Grid = new(ChartColors.Grid) { Width = 1 };
    private static readonly Stroke Edge = new(ChartColors.AxisLine) { Width = 1 };

    private readonly Figure figure;
    private readonly Scatter3DTrace[] traces;
    private readonly double size;
    private readonly SceneAxis x;
    private readonly SceneAxis y;
    private readonly SceneAxis z;

    private AxonometricPicture(Figure figure)
    {
        this.figure = figure;
        traces = [.. figure.Data.OfType<Scatter3DTrace>()];
        size = (PlotWidth - (2 * Beside)) / (Across + Aside);
        x = new(traces.SelectMany(trace => trace.X), MostTicks);
        y = new(traces.SelectMany(trace => trace.Y), MostTicks);
        z = new(traces.SelectMany(trace => trace.Z), MostTicks);
    }

    /// <summary>The figure as it is seen, its axes in pixels.</summary>
    public static Figure Flatten(Figure figure) => new AxonometricPicture(figure).Flatten();

    private double PlotWidth => figure.Layout.Width - CartesianPicture.WidthOutsidePlot;

    private double PlotHeight => Below + (size * ((Rise * Upright) + ((Across + Aside) * Tilt))) + 8;

    private Figure Flatten()
    {
        Layout layout = figure.Layout with
        {
            XAxis = Axis.Hidden,
            YAxis = Axis.Hidden with { Title = figure.Layout.ZAxis.Title },
            PlotHeight = (int)PlotHeight,
        };
        if (traces.All(trace => trace.X.IsEmpty))
        {
            return new([], layout, figure.Description);
        }

        return new([.. Box(), .. traces.Select(Key), .. Points(), Labels()], layout, figure.Description);
    }

    private (double X, double Y) Project((double X, double Y, double Z) p) => (
        Beside + (size * (Aside + (p.X * Across) - (p.Y * Aside))),
        Below + (size * ((p.Z * Rise * Upright) + (((p.X * Aside) + (p.Y * Across)) * Tilt))));

    /// <summary>0 for the point nearest to the reader, 1 for the farthest.</summary>
    private static double Depth((double X, double Y, double Z) p)
    {
        double nearest = -Rise * Tilt;
        double farthest = (Across + Aside) * Upright;
        double depth = (((p.X * Aside) + (p.Y * Across)) * Upright) - (p.Z * Rise * Tilt);
        return (depth - nearest) / (farthest - nearest);
    }

    private IEnumerable<Trace> Box()
    {
        foreach (double tick in x.Shares)
        {
            yield return Polyline(Grid, (tick, 0, 0), (tick, 1, 0), (tick, 1, 1));
        }

        foreach (double tick in y.Shares)
        {
            yield return Polyline(Grid, (0, tick, 0), (1, tick, 0), (1, tick, 1));
        }

        foreach (double tick in z.Shares)
        {
            yield return Polyline(Grid, (0, 1, tick), (1, 1, tick), (1, 0, tick));
        }

        yield return Polyline(Grid, (1, 0, 0), (1, 0, 1), (1, 1, 1), (0, 1, 1));
        yield return Polyline(Grid, (1, 1, 0), (1, 1, 1));
        yield return Polyline(Edge, (1, 0, 0), (0, 0, 0), (0, 1, 0), (0, 1, 1));
    }

    private ScatterTrace Polyline(Stroke stroke, params (double X, double Y, double Z)[] points)
    {
        (double X, double Y)[] flat = [.. points.Select(Project)];
        return new([.. flat.Select(p => p.X)], [.. flat.Select(p => p.Y)]) { Line = stroke };
    }

    /// <summary>A trace without points, for the legend.</summary>
    private static ScatterTrace Key(Scatter3DTrace trace) =>
        new([], []) { Name = trace.Name, InLegend = trace.InLegend, Marker = trace.Marker };

    /// <summary>Texts, such as the numbers of centres, stand before everything; the other points lie in bands of depth.</summary>
    private IEnumerable<Trace> Points()
    {
        var placed = traces.Where(trace => trace.Text.IsEmpty).SelectMany((trace, order) => Enumerable.Range(0, trace.X.Length)
            .Select(i => (X: x.Share(trace.X[i]), Y: y.Share(trace.Y[i]), Z: z.Share(trace.Z[i])))
            .Where(p => double.IsFinite(p.X + p.Y + p.Z))
            .Select(p => (Trace: trace, Order: order, Flat: Project(p), Band: (int)Math.Min(Bands - 1, Depth(p) * Bands))));
        foreach (var band in placed.GroupBy(p => (p.Band, p.Order)).OrderByDescending(group => group.Key.Band).ThenBy(group => group.Key.Order))
        {
            Marker marker = band.First().Trace.Marker;
            double back = band.Key.Band / (Bands - 1);
            yield return new ScatterTrace([.. band.Select(p => p.Flat.X)], [.. band.Select(p => p.Flat.Y)])
            {
                Marker = marker with
                {
                    Color = Rgb.Parse(marker.Color).MixedWith(Rgb.Parse(ChartColors.Paper), 0.5 * back).ToString(),
                    Size = marker.Size * (1.1 - (0.35 * back)),
                },
            };
        }

        foreach (Scatter3DTrace trace in traces.Where(trace => !trace.Text.IsEmpty))
        {
            (double X, double Y)[] flat = [.. Enumerable.Range(0, trace.X.Length)
                .Select(i => Project((x.Share(trace.X[i]), y.Share(trace.Y[i]), z.Share(trace.Z[i]))))];
            yield return new ScatterTrace([.. flat.Select(p => p.X)], [.. flat.Select(p => p.Y)]) { Marker = trace.Marker, Text = trace.Text };
        }
    }

    private LabelTrace Labels()
    {
        ImmutableArray<PlotLabel>.Builder labels = ImmutableArray.CreateBuilder<PlotLabel>();
        foreach ((double share, string text) in x.Labels)
        {
            Add((share, 0, 0), 2, -12, text, TextAnchor.Start);
        }

        foreach ((double share, string text) in y.Labels)
        {
            Add((0, share, 0), -4, -14, text, TextAnchor.End);
        }

        foreach ((double share, string text) in z.Labels)
        {
            Add((0, 1, share), -6, 0, text, TextAnchor.End);
        }

        AddTitle((0.55, 0, 0), 24, figure.Layout.XAxis.Title, TextAnchor.Start);
        AddTitle((0, 0.5, 0), -28, figure.Layout.YAxis.Title, TextAnchor.End);
        return new(labels.ToImmutable(), PlotWidth, PlotHeight);

        void Add((double X, double Y, double Z) place, double right, double up, string text, TextAnchor anchor)
        {
            (double flatX, double flatY) = Project(place);
            labels.Add(new(flatX + right, flatY + up, TextBlock.Of(text, 11), new TextStyle { Anchor = anchor, Size = 11 }));
        }

        void AddTitle((double X, double Y, double Z) place, double right, string? text, TextAnchor anchor)
        {
            if (text is not null)
            {
                (double flatX, double flatY) = Project(place);
                TextBlock block = TextBlock.Wrap(text, TitleWidth, 2);
                TextStyle style = new() { Anchor = anchor, Color = ChartColors.SecondaryText };
                labels.Add(new(flatX + right, flatY - 26 - (block.Height / 2), block, style));
            }
        }
    }
}
