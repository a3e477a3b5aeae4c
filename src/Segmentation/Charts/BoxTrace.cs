using System.Collections.Immutable;

namespace Segmentation;

/// <summary>A lying box: quartiles, whiskers and the values beyond them.</summary>
/// <param name="Position">Where it stands on the vertical axis.</param>
/// <param name="LowerWhisker">The end of the left whisker.</param>
/// <param name="Q1">The first quartile.</param>
/// <param name="Median">The median.</param>
/// <param name="Q3">The third quartile.</param>
/// <param name="UpperWhisker">The end of the right whisker.</param>
public sealed record BoxTrace(
    double Position, double LowerWhisker, double Q1, double Median, double Q3, double UpperWhisker) : CartesianTrace
{
    private const double HalfHeight = 0.3;
    private const double OutlierSize = 6;

    /// <summary>The values beyond the whiskers.</summary>
    public ImmutableArray<double> Outliers { get; init; } = [];

    /// <summary>The colour of box, whiskers and outliers.</summary>
    public string Color { get; init; } = ChartColors.Mark;

    internal override string PlotlyType => "box";

    internal override void WriteMembers(PlotlyWriter json)
    {
        json.Word("orientation", "h");
        json.Numbers("y", [Position]);
        json.Numbers("q1", [Q1]);
        json.Numbers("median", [Median]);
        json.Numbers("q3", [Q3]);
        json.Numbers("lowerfence", [LowerWhisker]);
        json.Numbers("upperfence", [UpperWhisker]);
        json.Number("width", 2 * HalfHeight);
        json.Stroke("line", new Stroke(Color));
        json.Word("fillcolor", Fill);
        if (!Outliers.IsEmpty)
        {
            json.Rows("x", [Outliers], value => json.NumberValue(value));
            json.Word("boxpoints", "all");
            json.Number("jitter", 0);
            json.Number("pointpos", 0);
            json.Marker(new Marker(Color) { Size = OutlierSize });
        }
    }

    internal override void Include(Extent x, Extent y)
    {
        foreach (double value in Outliers.Append(LowerWhisker).Append(UpperWhisker))
        {
            x.Include(value, tight: false);
        }

        y.Include(Position - 0.5, tight: true);
        y.Include(Position + 0.5, tight: true);
    }

    internal override void Draw(SvgCanvas svg, AxisScale x, AxisScale y)
    {
        (double top, double middle, double bottom) = (y.Map(Position - HalfHeight), y.Map(Position), y.Map(Position + HalfHeight));
        Stroke line = new(Color);
        svg.Line(x.Map(LowerWhisker), middle, x.Map(Q1), middle, line);
        svg.Line(x.Map(Q3), middle, x.Map(UpperWhisker), middle, line);
        svg.Rect(x.Map(Q1), top, x.Map(Q3) - x.Map(Q1), bottom - top, Fill, Color);
        svg.Line(x.Map(Median), top, x.Map(Median), bottom, line with { Width = 3 });
        foreach (double end in new[] { LowerWhisker, UpperWhisker })
        {
            svg.Line(x.Map(end), (top + middle) / 2, x.Map(end), (bottom + middle) / 2, line);
        }

        SvgPath outliers = new();
        foreach (double outlier in Outliers)
        {
            outliers.Symbol(MarkerSymbol.Circle, x.Map(outlier), middle, OutlierSize / 2);
        }

        svg.Path(outliers.ToString(), Color, null);
    }

    internal override void DrawKey(SvgCanvas svg, double x, double y) => svg.Rect(x, y - 6, 12, 12, Fill, Color);

    private string Fill => Rgb.Parse(Color).MixedWith(Rgb.Parse(ChartColors.Paper), 0.7).ToString();
}
