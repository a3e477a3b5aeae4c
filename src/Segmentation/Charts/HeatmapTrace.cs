using System.Collections.Immutable;

namespace Segmentation;

/// <summary>Coloured cells. The cell of row i and column j stands at x = j, y = i.</summary>
/// <param name="Values">The value that colours each cell, row after row; null for an unknown one.</param>
/// <param name="Scale">The colours.</param>
/// <param name="Minimum">The value of the first colour; smaller ones have it too.</param>
/// <param name="Maximum">The value of the last colour; larger ones have it too.</param>
public sealed record HeatmapTrace(
    ImmutableArray<ImmutableArray<double?>> Values, ColorScale Scale, double Minimum, double Maximum)
    : CartesianTrace
{
    private const double RampWidth = 110;
    private const double RampEnd = 42;

    /// <summary>The text in each cell, row after row; empty for none.</summary>
    public ImmutableArray<ImmutableArray<string>> CellText { get; init; } = [];

    internal override string PlotlyType => "heatmap";

    internal override double KeyWidth => RampWidth + (2 * RampEnd);

    internal override void WriteMembers(PlotlyWriter json)
    {
        json.Rows("z", Values, json.NumberValue);
        json.Number("zmin", Minimum);
        json.Number("zmax", Maximum);
        json.ColorScale("colorscale", Scale);
        json.Number("xgap", 2);
        json.Number("ygap", 2);
        json.Object("colorbar", () =>
        {
            json.Word("orientation", "h");
            json.Word("yref", "container");
            json.Number("y", 0);
            json.Word("yanchor", "bottom");
            json.Number("thickness", 12);
            json.Object("title", () =>
            {
                json.Text("text", Name);
                json.Word("side", "bottom");
                json.Object("font", () => json.Number("size", TextBlock.DefaultSize));
            });
        });
        if (!CellText.IsEmpty)
        {
            json.Rows("text", CellText, json.TextValue);
            json.Word("texttemplate", "%{text}");
            json.Word("hovertemplate", "%{y}<br>%{x}<br>%{text} (%{z:.2f})<extra></extra>");
        }
    }

    internal override void Include(Extent x, Extent y)
    {
        for (int row = 0; row < Values.Length; row++)
        {
            if (Values[row].IsEmpty)
            {
                continue;
            }

            y.Include(row - 0.5, tight: true);
            y.Include(row + 0.5, tight: true);
            x.Include(-0.5, tight: true);
            x.Include(Values[row].Length - 0.5, tight: true);
        }
    }

    internal override void Draw(SvgCanvas svg, AxisScale x, AxisScale y)
    {
        for (int row = 0; row < Values.Length; row++)
        {
            for (int column = 0; column < Values[row].Length; column++)
            {
                DrawCell(svg, x, y, row, column);
            }
        }
    }

    internal override void DrawKey(SvgCanvas svg, double x, double y)
    {
        const int Steps = 22;
        const double StepWidth = RampWidth / Steps;
        svg.Text(TextBlock.Of(ChartNumbers.Signed(Minimum)), x + RampEnd - 6, y, new TextStyle { Anchor = TextAnchor.End });
        for (int i = 0; i < Steps; i++)
        {
            svg.Rect(x + RampEnd + (i * StepWidth), y - 6, StepWidth + 0.3, 12, Scale.ColorAt((i + 0.5) / Steps));
        }

        svg.Text(TextBlock.Of(ChartNumbers.Signed(Maximum)), x + RampEnd + RampWidth + 6, y, new TextStyle());
    }

    private void DrawCell(SvgCanvas svg, AxisScale x, AxisScale y, int row, int column)
    {
        double? value = Values[row][column];
        string color = value is double known && double.IsFinite(known)
            ? Scale.ColorAt((known - Minimum) / (Maximum - Minimum))
            : ChartColors.Unknown;
        (double left, double right) = (x.Map(column - 0.5), x.Map(column + 0.5));
        (double top, double bottom) = (y.Map(row - 0.5), y.Map(row + 0.5));
        svg.Rect(left, top, right - left, bottom - top, color, ChartColors.Paper);
        if (!CellText.IsEmpty)
        {
            svg.Text(
                TextBlock.Wrap(CellText[row][column], right - left - 4, 1, 12),
                (left + right) / 2,
                (top + bottom) / 2,
                new TextStyle { Anchor = TextAnchor.Middle, Color = Rgb.TextOn(color), Size = 12 });
        }
    }
}
