using System.Collections.Immutable;

namespace Segmentation;

/// <summary>
/// What a figure shows, as a table for readers who cannot see it. A series of many points is told by its count and its
/// extremes. Texts are plain and not escaped.
/// </summary>
/// <param name="Headers">The columns; the first names the rows.</param>
/// <param name="Rows">The rows, as many cells each as there are headers.</param>
internal sealed record FigureTable(ImmutableArray<string> Headers, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>A series of more points than this is summed up.</summary>
    private const int MostPoints = 40;

    private const string None = "–";

    /// <summary>The figure's table; null where it has no traces on two axes.</summary>
    public static FigureTable? Of(Figure figure)
    {
        CartesianTrace[] traces = [.. figure.Data.OfType<CartesianTrace>()];
        return traces switch
        {
            [] => null,
            [HeatmapTrace cells, ..] => OfCells(cells, figure.Layout),
            [BarTrace, ..] => OfBars([.. traces.OfType<BarTrace>()], figure.Layout),
            [BoxTrace, ..] => OfBoxes([.. traces.OfType<BoxTrace>()]),
            [ScatterTrace { FillColor: not null }, ..] => OfAreas([.. traces.OfType<ScatterTrace>()], figure.Layout),
            _ => OfPoints([.. traces.OfType<ScatterTrace>()], figure.Layout),
        };
    }

    private static FigureTable OfCells(HeatmapTrace cells, Layout layout) => new(
        ["Row", .. layout.XAxis.TickTexts.Select(OneLine)],
        [.. layout.YAxis.TickTexts.Select((row, i) => (ImmutableArray<string>)[OneLine(row), .. CellsOf(cells, i)])]);

    private static IEnumerable<string> CellsOf(HeatmapTrace cells, int row) =>
        cells.CellText.IsEmpty ? cells.Values[row].Select(Text) : cells.CellText[row];

    private static FigureTable OfBars(BarTrace[] traces, Layout layout)
    {
        bool lying = traces[0].Orientation == Orientation.Horizontal;
        (Axis across, Axis along) = lying ? (layout.YAxis, layout.XAxis) : (layout.XAxis, layout.YAxis);
        return new(
            [across.Title ?? "Bar", along.Title ?? "Value"],
            [.. traces.SelectMany(trace => trace.Positions.Select((_, bar) => (ImmutableArray<string>)
                [BarName(trace, bar, across, traces.Length > 1), trace.Text.IsEmpty ? Text(trace.Values[bar]) : trace.Text[bar]]))]);
    }

    /// <summary>The text at the bar's place, or what it covers; with its series where there are several.</summary>
    private static string BarName(BarTrace trace, int bar, Axis across, bool several)
    {
        string name;
        if (!across.TickValues.IsEmpty)
        {
            int nearest = Enumerable.Range(0, across.TickValues.Length).MinBy(i => Math.Abs(across.TickValues[i] - trace.Positions[bar]));
            name = OneLine(across.TickTexts[nearest]);
        }
        else if (!trace.Widths.IsEmpty)
        {
            double half = trace.Widths[bar] / 2;
            name = $"{Text(trace.Positions[bar] - half)} to {Text(trace.Positions[bar] + half)}";
        }
        else
        {
            name = Text(trace.Positions[bar]);
        }

        return several ? $"{name}: {trace.Name}" : name;
    }

    private static FigureTable OfBoxes(BoxTrace[] traces) => new(
        ["Box", "Lower whisker", "Lower quartile", "Median", "Upper quartile", "Upper whisker", "Beyond"],
        [.. traces.Select(box => (ImmutableArray<string>)
        [
            box.Name ?? string.Empty, Text(box.LowerWhisker), Text(box.Q1), Text(box.Median), Text(box.Q3), Text(box.UpperWhisker),
            ChartNumbers.Count(box.Outliers.Length),
        ])]);

    private static FigureTable OfAreas(ScatterTrace[] traces, Layout layout)
    {
        string axis = layout.XAxis.Title ?? "Value";
        return new(
            ["Series", $"{axis}: lowest", "Highest"],
            [.. traces.Select((trace, i) => (ImmutableArray<string>)
                [i < layout.YAxis.TickTexts.Length ? OneLine(layout.YAxis.TickTexts[i]) : trace.Name ?? string.Empty, .. Extremes(Inner(trace.X))])]);
    }

    /// <summary>Without the first and the last, which close the area at zero.</summary>
    private static ImmutableArray<double> Inner(ImmutableArray<double> values) => values.Length > 2 ? values[1..^1] : values;

    private static FigureTable OfPoints(ScatterTrace[] traces, Layout layout)
    {
        (string x, string y) = (layout.XAxis.Title ?? "x", layout.YAxis.Title ?? "y");
        if (traces.Sum(trace => trace.X.Length) <= MostPoints)
        {
            bool named = traces.Length > 1;
            return new(
                named ? ["Series", x, y] : [x, y],
                [.. traces.SelectMany(trace => Finite(trace).Select(i => (ImmutableArray<string>)(named
                    ? [PointName(trace, i), Text(trace.X[i]), Text(trace.Y[i])]
                    : [Text(trace.X[i]), Text(trace.Y[i])])))]);
        }

        return new(
            ["Series", "Points", $"{x}: lowest", "Highest", $"{y}: lowest", "Highest"],
            [.. traces.SelectMany(Sums)]);
    }

    /// <summary>One row for a series, or one for each point that has a text.</summary>
    private static IEnumerable<ImmutableArray<string>> Sums(ScatterTrace trace) => trace.Text.IsEmpty
        ? [[trace.Name ?? string.Empty, ChartNumbers.Count(Finite(trace).Length), .. Extremes(Finite(trace).Select(i => trace.X[i])), .. Extremes(Finite(trace).Select(i => trace.Y[i]))]]
        : Finite(trace).Select(i => (ImmutableArray<string>)
            [PointName(trace, i), "1", Text(trace.X[i]), Text(trace.X[i]), Text(trace.Y[i]), Text(trace.Y[i])]);

    private static string PointName(ScatterTrace trace, int i) =>
        i < trace.Text.Length ? $"{trace.Name}: {trace.Text[i]}" : trace.Name ?? string.Empty;

    private static ImmutableArray<int> Finite(ScatterTrace trace) =>
        [.. Enumerable.Range(0, trace.X.Length).Where(i => double.IsFinite(trace.X[i]) && double.IsFinite(trace.Y[i]))];

    private static string[] Extremes(IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        return finite.Length == 0 ? [None, None] : [Text(finite.Min()), Text(finite.Max())];
    }

    private static string Text(double value) => double.IsFinite(value) ? NumberText.Of(value) : None;

    private static string Text(double? value) => value is double known ? Text(known) : None;

    private static string OneLine(string text) => text.Replace("\n", ": ", StringComparison.Ordinal);
}
