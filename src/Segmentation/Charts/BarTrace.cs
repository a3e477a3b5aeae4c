using System.Collections.Immutable;

namespace Segmentation;

/// <summary>Which way something runs.</summary>
public enum Orientation
{
    /// <summary>Upright.</summary>
    Vertical,

    /// <summary>Lying.</summary>
    Horizontal,
}

/// <summary>Bars that start at zero.</summary>
/// <param name="Positions">The middle of each bar on the axis that it stands on.</param>
/// <param name="Values">The length of each bar.</param>
public sealed record BarTrace(ImmutableArray<double> Positions, ImmutableArray<double> Values) : CartesianTrace
{
    /// <summary>Which way the bars run. Default: vertical.</summary>
    public Orientation Orientation { get; init; }

    /// <summary>The width of each bar, in units of the axis that it stands on; empty for 0.7 each.</summary>
    public ImmutableArray<double> Widths { get; init; } = [];

    /// <summary>The colour of each bar in turn; one colour serves them all.</summary>
    public ImmutableArray<string> Colors { get; init; } = [ChartColors.Mark];

    /// <summary>A text at the end of each bar; empty for none.</summary>
    public ImmutableArray<string> Text { get; init; } = [];

    internal override string PlotlyType => "bar";

    internal override void WriteMembers(PlotlyWriter json)
    {
        bool lying = Orientation == Orientation.Horizontal;
        json.Word("orientation", lying ? "h" : "v");
        json.Numbers(lying ? "y" : "x", Positions);
        json.Numbers(lying ? "x" : "y", Values);
        json.Numbers("width", [.. Enumerable.Range(0, Positions.Length).Select(WidthOf)]);
        json.Object("marker", () => json.Words("color", [.. Enumerable.Range(0, Positions.Length).Select(ColorOf)]));
        if (!Text.IsEmpty)
        {
            json.Texts("text", Text);
            json.Word("textposition", "auto");
            json.Flag("cliponaxis", false);
        }
    }

    internal override void Include(Extent x, Extent y)
    {
        (Extent along, Extent across) = Orientation == Orientation.Horizontal ? (x, y) : (y, x);
        along.Include(0, tight: true);
        for (int i = 0; i < Positions.Length; i++)
        {
            along.Include(Values[i], tight: false);
            across.Include(Positions[i] - (WidthOf(i) / 2), tight: true);
            across.Include(Positions[i] + (WidthOf(i) / 2), tight: true);
        }
    }

    internal override void Draw(SvgCanvas svg, AxisScale x, AxisScale y)
    {
        for (int i = 0; i < Positions.Length; i++)
        {
            if (!double.IsFinite(Values[i]) || !double.IsFinite(Positions[i]))
            {
                continue;
            }

            (AxisScale along, AxisScale across) = Orientation == Orientation.Horizontal ? (x, y) : (y, x);
            (double from, double to) = (along.Map(0), along.Map(Values[i]));
            (double low, double high) = (across.Map(Positions[i] - (WidthOf(i) / 2)), across.Map(Positions[i] + (WidthOf(i) / 2)));
            if (Orientation == Orientation.Horizontal)
            {
                svg.Rect(from, low, to - from, high - low, ColorOf(i), ChartColors.Paper);
                DrawText(svg, i, x, from, to, (low + high) / 2);
            }
            else
            {
                svg.Rect(low, from, high - low, to - from, ColorOf(i), ChartColors.Paper);
            }
        }
    }

    internal override void DrawKey(SvgCanvas svg, double x, double y) => svg.Rect(x, y - 6, 12, 12, ColorOf(0));

    private double WidthOf(int i) => i < Widths.Length ? Widths[i] : 0.7;

    private string ColorOf(int i) => Colors[i % Colors.Length];

    /// <summary>
    /// Beyond the bar's end where there is room, otherwise within the bar; where it is too short for that, beyond its beginning.
    /// </summary>
    private void DrawText(SvgCanvas svg, int i, AxisScale x, double start, double end, double middle)
    {
        const double Gap = 6;
        if (i >= Text.Length)
        {
            return;
        }

        TextBlock text = TextBlock.Of(Text[i]);
        double taken = text.Width + Gap;
        bool negative = Values[i] < 0;
        bool beyond = negative ? end - taken >= x.From : end + taken <= x.To;
        bool within = !beyond && Math.Abs(end - start) >= taken + Gap;
        bool leftwards = negative == beyond;
        double at = within || beyond ? end : start;
        svg.Text(text, leftwards ? at - Gap : at + Gap, middle, new TextStyle
        {
            Anchor = leftwards ? TextAnchor.End : TextAnchor.Start,
            Color = within ? Rgb.TextOn(ColorOf(i)) : ChartColors.Text,
        });
    }
}
