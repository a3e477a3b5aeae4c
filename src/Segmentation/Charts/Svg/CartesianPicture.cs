using System.Collections.Immutable;

namespace Segmentation;

/// <summary>
/// The static picture of traces within two axes. From top to bottom: title, subtitle, the vertical axis's title (lying,
/// so that it can be read), the labels of reference lines, the plot, the horizontal axis, the legend.
/// </summary>
internal sealed class CartesianPicture
{
    public const double TitleSize = 17;
    public const double LargestTickWidth = 165;
    public const int LargestTickLines = 5;

    /// <summary>What a picture without labels on its axes is wider than its plot.</summary>
    public const double WidthOutsidePlot = Edge + LabelGap + RightEdge;

    private const double Edge = 12;
    private const double RightEdge = 22;
    private const double LabelGap = 8;
    private const double LeaderGap = 18;
    private const double ReferenceLabelHeight = 18;

    private readonly Figure figure;
    private readonly ImmutableArray<CartesianTrace> traces;
    private readonly TextBlock title;
    private readonly TextBlock? subtitle;
    private readonly TextBlock? xTitle;
    private readonly TextBlock? yTitle;
    private readonly AxisLabels yLabels;
    private readonly AxisScale x;
    private readonly AxisScale y;
    private readonly Legend legend;
    private readonly double labelGap;
    private readonly double left;
    private readonly double right;
    private readonly double top;
    private readonly double bottom;
    private readonly bool empty;

    /// <summary>Works out where everything stands.</summary>
    public CartesianPicture(Figure figure)
    {
        this.figure = figure;
        Layout layout = figure.Layout;
        traces = [.. figure.Data.OfType<CartesianTrace>()];
        double textWidth = layout.Width - (2 * Edge);
        title = TextBlock.Wrap(layout.Title, textWidth / 1.08, 3, TitleSize);
        subtitle = Wrapped(layout.Subtitle, textWidth);
        xTitle = Wrapped(layout.XAxis.Title, textWidth);
        yTitle = Wrapped(layout.YAxis.Title, textWidth);

        (Extent xExtent, Extent yExtent) = Extents(layout);
        empty = xExtent.IsEmpty || yExtent.IsEmpty;
        ((double, double) xRange, (double, double) yRange) = (Range(layout.XAxis, xExtent), Range(layout.YAxis, yExtent));
        yLabels = AxisLabels.Beside(
            layout.YAxis, yRange, layout.PlotHeight, Math.Min(LargestTickWidth, layout.Width / 3.0));
        labelGap = layout.YAxis.TickValues.IsEmpty ? LabelGap : LeaderGap;
        left = Edge + yLabels.Width + labelGap;
        right = layout.Width - RightEdge;
        XLabels = AxisLabels.Below(layout.XAxis, xRange, right - left);
        legend = new Legend(traces, textWidth);

        top = Edge + title.Height + HeightOf(subtitle, 3) + 12 + HeightOf(yTitle, 10)
            + (layout.ReferenceLines.Length * ReferenceLabelHeight);
        double labelsNeed = layout.YAxis.TickValues.Length * (yLabels.Height + 6);
        bottom = top + Math.Max(layout.PlotHeight, labelsNeed);
        Height = Math.Ceiling(
            bottom + 8 + XLabels.Height + HeightOf(xTitle, 5) + (legend.Height > 0 ? legend.Height + 12 : 0) + Edge);
        x = Scale(layout.XAxis, xRange, left, right);
        y = Scale(layout.YAxis, yRange, bottom, top);
    }

    /// <summary>The look of a reference line.</summary>
    public static Stroke ReferenceStroke { get; } = new(ChartColors.Text) { Width = 1.5, Dash = Dash.Dashed };

    /// <summary>The height of the whole picture in pixels.</summary>
    public double Height { get; }

    /// <summary>The height of the area within the axes in pixels.</summary>
    public double PlotHeight => bottom - top;

    /// <summary>The labels of the horizontal axis.</summary>
    public AxisLabels XLabels { get; }

    /// <summary>The labels of the vertical axis, in as many lines as fit where none can be moved.</summary>
    public AxisLabels UnmovedYLabels
    {
        get
        {
            double[] places = [.. yLabels.Labels.Select(label => y.Map(label.Value)).Order()];
            double nearest = places.Zip(places.Skip(1), (upper, lower) => lower - upper).DefaultIfEmpty(PlotHeight).Min();
            int lines = Math.Clamp((int)(nearest / (TextBlock.DefaultSize * 1.3)), 1, LargestTickLines);
            Axis axis = figure.Layout.YAxis;
            return axis.TickValues.IsEmpty ? yLabels : AxisLabels.Texts(axis, LargestTickWidth, lines);
        }
    }

    public string ToSvg()
    {
        SvgCanvas svg = new();
        DrawTitles(svg);
        if (empty)
        {
            svg.Text(TextBlock.Of("No data"), figure.Layout.Width / 2.0, (top + bottom) / 2, Secondary(TextAnchor.Middle));
        }
        else
        {
            DrawYAxis(svg);
            DrawXAxis(svg);
            foreach (CartesianTrace trace in traces)
            {
                trace.Draw(svg, x, y);
            }

            DrawReferenceLines(svg);
        }

        legend.Draw(svg, Edge, bottom + 8 + XLabels.Height + HeightOf(xTitle, 5) + 12);
        return svg.ToSvg(figure.Layout.Width, Height, figure.Layout.Title, figure.Description);
    }

    private static TextBlock? Wrapped(string? text, double width) =>
        string.IsNullOrEmpty(text) ? null : TextBlock.Wrap(text, width, 3);

    private static double HeightOf(TextBlock? text, double gap) => text is null ? 0 : text.Height + gap;

    private static TextStyle Secondary(TextAnchor anchor) => new() { Anchor = anchor, Color = ChartColors.SecondaryText };

    private static AxisScale Scale(Axis axis, (double Minimum, double Maximum) range, double from, double to) =>
        axis.Reversed
            ? new(range.Minimum, range.Maximum, to, from, axis.Kind)
            : new(range.Minimum, range.Maximum, from, to, axis.Kind);

    /// <summary>The places where an axis starts and ends: those that it was given, or what the traces need.</summary>
    private static (double Minimum, double Maximum) Range(Axis axis, Extent extent) => axis.Range is (double minimum, double maximum)
        ? (axis.Kind.Place(minimum), axis.Kind.Place(maximum))
        : extent.Range();

    private (Extent X, Extent Y) Extents(Layout layout)
    {
        (Extent x, Extent y) = (new(layout.XAxis.Kind), new(layout.YAxis.Kind));
        foreach (CartesianTrace trace in traces)
        {
            trace.Include(x, y);
        }

        foreach (ReferenceLine line in layout.ReferenceLines)
        {
            x.Include(line.X, tight: true);
        }

        foreach ((Axis axis, Extent extent) in new[] { (layout.XAxis, x), (layout.YAxis, y) })
        {
            if (axis.IncludesZero && !extent.IsEmpty)
            {
                extent.Include(0, tight: true);
            }
        }

        return (x, y);
    }

    private void DrawTitles(SvgCanvas svg)
    {
        double y = Edge;
        svg.Text(title, Edge, y + (title.Height / 2), new TextStyle { Size = TitleSize, Bold = true });
        y += title.Height;
        if (subtitle is not null)
        {
            svg.Text(subtitle, Edge, y + 3 + (subtitle.Height / 2), Secondary(TextAnchor.Start));
            y += subtitle.Height + 3;
        }

        if (yTitle is not null)
        {
            svg.Text(yTitle, Edge, y + 12 + (yTitle.Height / 2), Secondary(TextAnchor.Start));
        }
    }

    private void DrawYAxis(SvgCanvas svg)
    {
        Axis axis = figure.Layout.YAxis;
        ImmutableArray<double> places = axis.TickValues.IsEmpty
            ? [.. yLabels.Labels.Select(label => y.Map(label.Value))]
            : Apart([.. yLabels.Labels.Select(label => y.Map(label.Value))]);
        for (int i = 0; i < places.Length; i++)
        {
            double place = y.Map(yLabels.Labels[i].Value);
            if (axis.Grid)
            {
                svg.Line(left, place, right, place, new Stroke(ChartColors.Grid) { Width = 1 });
            }

            if (Math.Abs(places[i] - place) > 3)
            {
                svg.Line(left - labelGap + 3, places[i], left - 2, place, new Stroke(ChartColors.AxisLine) { Width = 1 });
            }

            svg.Text(yLabels.Labels[i].Text, left - labelGap, places[i], new TextStyle { Anchor = TextAnchor.End });
        }
    }

    /// <summary>Moves labels, given in the order of the axis, until none covers its neighbour; there is room for all.</summary>
    private ImmutableArray<double> Apart(double[] places)
    {
        int[] order = [.. Enumerable.Range(0, places.Length).OrderBy(i => places[i])];
        double distance = yLabels.Height + 5;
        double lowest = top + (distance / 2);
        foreach (int i in order)
        {
            places[i] = Math.Max(places[i], lowest);
            lowest = places[i] + distance;
        }

        double highest = bottom - (distance / 2);
        foreach (int i in order.Reverse())
        {
            places[i] = Math.Min(places[i], highest);
            highest = places[i] - distance;
        }

        return [.. places];
    }

    private void DrawXAxis(SvgCanvas svg)
    {
        foreach (AxisLabel label in XLabels.Labels)
        {
            double place = x.Map(label.Value);
            if (figure.Layout.XAxis.Grid)
            {
                svg.Line(place, top, place, bottom, new Stroke(ChartColors.Grid) { Width = 1 });
            }

            if (XLabels.Turned)
            {
                svg.Text(label.Text, place, bottom + 8, new TextStyle { Anchor = TextAnchor.End, Turned = true });
            }
            else
            {
                double half = label.Text.Width / 2;
                double within = Math.Min(place, figure.Layout.Width - 2 - half);
                svg.Text(label.Text, within, bottom + 8 + (label.Text.Height / 2), new TextStyle { Anchor = TextAnchor.Middle });
            }
        }

        if (!figure.Layout.XAxis.IsHidden)
        {
            svg.Line(left, bottom, right, bottom, new Stroke(ChartColors.AxisLine) { Width = 1 });
        }

        if (xTitle is not null)
        {
            double half = xTitle.Width / 2;
            double middle = Math.Clamp((left + right) / 2, Edge + half, Math.Max(Edge + half, figure.Layout.Width - Edge - half));
            svg.Text(xTitle, middle, bottom + 13 + XLabels.Height + (xTitle.Height / 2), Secondary(TextAnchor.Middle));
        }
    }

    /// <summary>The line of the first label is the longest; the labels lean away from each other's lines.</summary>
    private void DrawReferenceLines(SvgCanvas svg)
    {
        ReferenceLine[] lines = [.. figure.Layout.ReferenceLines.OrderBy(line => line.X)];
        for (int i = 0; i < lines.Length; i++)
        {
            TextBlock label = TextBlock.Wrap(lines[i].Label, right - left, 1);
            double place = x.Map(lines[i].X);
            double row = top - ((lines.Length - i - 0.5) * ReferenceLabelHeight);
            double half = label.Width / 2;
            double lean = lines.Length == 1 ? 0 : i == 0 ? -half : half;
            svg.Line(place, row + (ReferenceLabelHeight / 2), place, bottom, ReferenceStroke);
            double middle = Math.Clamp(place + lean, left + half, Math.Max(left + half, figure.Layout.Width - Edge - half));
            svg.Text(label, middle, row, new TextStyle { Anchor = TextAnchor.Middle });
        }
    }
}
