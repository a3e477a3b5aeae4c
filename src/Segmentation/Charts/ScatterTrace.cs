using System.Collections.Immutable;

namespace Segmentation;

/// <summary>Points, lines or a filled outline.</summary>
/// <param name="X">The horizontal positions; NaN leaves a gap.</param>
/// <param name="Y">The vertical positions, as many as <paramref name="X"/>; NaN leaves a gap.</param>
public sealed record ScatterTrace(ImmutableArray<double> X, ImmutableArray<double> Y) : CartesianTrace
{
    /// <summary>The line through the points; null for none.</summary>
    public Stroke? Line { get; init; }

    /// <summary>The mark at each point; null for none.</summary>
    public Marker? Marker { get; init; }

    /// <summary>Fills the outline that the points make, with this colour; null for none.</summary>
    public string? FillColor { get; init; }

    /// <summary>A short text centred on each point; empty for none.</summary>
    public ImmutableArray<string> Text { get; init; } = [];

    /// <summary>Half the length of a vertical error bar at each point; empty for none, NaN for none at that point.</summary>
    public ImmutableArray<double> YError { get; init; } = [];

    /// <summary>What is said of each point beside its place; empty where the place says it.</summary>
    private ImmutableArray<ImmutableArray<double>> Told { get; init; } = [];

    internal override string PlotlyType => "scatter";

    /// <summary>
    /// The same for plotly.js, which has no logarithm of one plus: every value there is greater by 1, and what is told of a
    /// point is its own values.
    /// </summary>
    internal ScatterTrace On(AxisKind x, AxisKind y) => x != AxisKind.LogOfOnePlus && y != AxisKind.LogOfOnePlus ? this : this with
    {
        X = x == AxisKind.LogOfOnePlus ? [.. X.Select(value => value + 1)] : X,
        Y = y == AxisKind.LogOfOnePlus ? [.. Y.Select(value => value + 1)] : Y,
        Told = [.. X.Zip(Y, (own, other) => (ImmutableArray<double>)[own, other])],
    };

    internal override void WriteMembers(PlotlyWriter json)
    {
        json.Word("mode", Mode);
        json.Numbers("x", X);
        json.Numbers("y", Y);
        json.Stroke("line", Line ?? (FillColor is null ? null : new Stroke("rgba(0,0,0,0)") { Width = 0 }));
        json.Marker(Marker);
        if (FillColor is not null)
        {
            json.Word("fill", "toself");
            json.Word("fillcolor", FillColor);
            json.Word("hoveron", "fills");
            json.Word("hoverinfo", "name");
        }

        if (!Told.IsEmpty)
        {
            json.Rows("customdata", Told, value => json.NumberValue(value));
            json.Word("hovertemplate", "(%{customdata[0]:,.4~r}, %{customdata[1]:,.4~r})");
        }

        if (!Text.IsEmpty)
        {
            json.Texts("text", Text);
            json.Word("textposition", "middle center");
        }

        if (!YError.IsEmpty)
        {
            json.Object("error_y", () =>
            {
                json.Word("type", "data");
                json.Numbers("array", YError);
                json.Word("color", ChartColors.Text);
                json.Number("thickness", 1);
            });
        }
    }

    internal override void Include(Extent x, Extent y)
    {
        for (int i = 0; i < X.Length; i++)
        {
            if (!IsGap(i))
            {
                double error = HasError(i) ? YError[i] : 0;
                x.Include(X[i], tight: FillColor is not null);
                y.Include(Y[i] - error, tight: FillColor is not null);
                y.Include(Y[i] + error, tight: FillColor is not null);
            }
        }
    }

    internal override void Draw(SvgCanvas svg, AxisScale x, AxisScale y)
    {
        if (FillColor is not null || Line is not null)
        {
            svg.Path(Outline(x, y).ToString(), FillColor, Line);
        }

        DrawErrorBars(svg, x, y);
        if (Marker is not null)
        {
            SvgPath path = new();
            foreach (int i in Points())
            {
                path.Symbol(Marker.Symbol, x.Map(X[i]), y.Map(Y[i]), Marker.Size / 2);
            }

            svg.Path(path.ToString(), Marker.Color, Marker.Outline);
        }

        foreach (int i in Points().Where(i => i < Text.Length))
        {
            svg.Text(TextBlock.Of(Text[i]), x.Map(X[i]), y.Map(Y[i]), new TextStyle { Anchor = TextAnchor.Middle, Bold = true });
        }
    }

    internal override void DrawKey(SvgCanvas svg, double x, double y)
    {
        if (FillColor is not null)
        {
            svg.Rect(x, y - 6, 12, 12, FillColor);
        }

        if (Line is not null)
        {
            svg.Line(x, y, x + KeyWidth, y, Line);
        }

        if (Marker is not null)
        {
            SvgPath path = new();
            path.Symbol(Marker.Symbol, x + (KeyWidth / 2), y, Math.Clamp(Marker.Size, 9, 12) / 2);
            svg.Path(path.ToString(), Marker.Color, Marker.Outline);
        }
    }

    private string Mode => (Line ?? (object?)FillColor, Marker, Text.IsEmpty) switch
    {
        (null, null, _) => "text",
        (null, _, true) => "markers",
        (null, _, false) => "markers+text",
        (_, null, _) => "lines",
        _ => "lines+markers",
    };

    private bool IsGap(int i) => !double.IsFinite(X[i]) || !double.IsFinite(Y[i]);

    private bool HasError(int i) => i < YError.Length && YError[i] > 0;

    private IEnumerable<int> Points() => Enumerable.Range(0, X.Length).Where(i => !IsGap(i));

    private SvgPath Outline(AxisScale x, AxisScale y)
    {
        SvgPath path = new();
        bool penDown = false;
        for (int i = 0; i < X.Length; i++)
        {
            if (!IsGap(i))
            {
                path.To(x.Map(X[i]), y.Map(Y[i]), penDown);
            }

            penDown = !IsGap(i);
        }

        if (FillColor is not null && X.Length > 0)
        {
            path.Close();
        }

        return path;
    }

    private void DrawErrorBars(SvgCanvas svg, AxisScale x, AxisScale y)
    {
        foreach (int i in Points().Where(HasError))
        {
            svg.Line(
                x.Map(X[i]), y.Map(Y[i] - YError[i]), x.Map(X[i]), y.Map(Y[i] + YError[i]), new Stroke(ChartColors.Text) { Width = 1 });
        }
    }
}
