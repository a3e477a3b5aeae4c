using System.Collections.Immutable;

namespace Segmentation;

public static partial class Chart
{
    /// <summary>Customers by two numeric columns in original units, coloured by segment, with the segments' means.</summary>
    /// <param name="table">The customers.</param>
    /// <param name="xColumn">The numeric column on the horizontal axis.</param>
    /// <param name="yColumn">The numeric column on the vertical axis.</param>
    /// <param name="labels">The cluster of each row of the table, from 0; cluster 0 is segment 1.</param>
    /// <param name="profiles">The segments, in order of their numbers: their names and their means.</param>
    /// <param name="palette">The segments' colours; null for <see cref="SegmentPalette.Default"/>.</param>
    /// <remarks>
    /// An axis is cut where fewer than 2% of at least 50 values lie beyond the 1st or 99th percentile by more than 3
    /// interquartile ranges and the rest then has twice the room; the subtitle says how many lie beyond it and how far.
    /// </remarks>
    public static Figure SegmentScatter(
        CustomerTable table,
        string xColumn,
        string yColumn,
        ReadOnlySpan<int> labels,
        IReadOnlyList<SegmentProfile> profiles,
        SegmentPalette? palette = null)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return SegmentScatter(
            table,
            xColumn,
            yColumn,
            labels,
            [.. profiles.Select(profile => profile.Name)],
            [.. profiles.Select(profile => (MeanOf(profile, xColumn), MeanOf(profile, yColumn)))],
            palette);
    }

    /// <summary>Customers by two numeric columns in original units, coloured by segment.</summary>
    /// <param name="table">The customers. Rows where either column is missing are left out, and counted in the subtitle.</param>
    /// <param name="xColumn">The numeric column on the horizontal axis.</param>
    /// <param name="yColumn">The numeric column on the vertical axis.</param>
    /// <param name="labels">The cluster of each row of the table, from 0; cluster 0 is segment 1.</param>
    /// <param name="names">The segments' names, the first that of segment 1; null for numbers only.</param>
    /// <param name="centroids">The segments' centres in original units; NaN where unknown; null for none.</param>
    /// <param name="palette">The segments' colours; null for <see cref="SegmentPalette.Default"/>.</param>
    /// <param name="xKind">How the horizontal axis is spread.</param>
    /// <param name="yKind">How the vertical axis is spread.</param>
    /// <exception cref="ArgumentException">A column is not numeric, or there is not one label a row.</exception>
    public static Figure SegmentScatter(
        CustomerTable table,
        string xColumn,
        string yColumn,
        ReadOnlySpan<int> labels,
        IReadOnlyList<string>? names = null,
        IReadOnlyList<(double X, double Y)>? centroids = null,
        SegmentPalette? palette = null,
        AxisKind xKind = AxisKind.Linear,
        AxisKind yKind = AxisKind.Linear)
    {
        ArgumentNullException.ThrowIfNull(table);
        Layout layout = new()
        {
            Title = $"{yColumn} by {xColumn}",
            XAxis = new() { Title = xColumn, Kind = xKind },
            YAxis = new() { Title = yColumn, Kind = yKind },
            PlotHeight = 340,
        };
        return Scatter(table, labels, layout, segment => SegmentLabel(segment, names), "customer", "segment", centroids ?? [], palette);
    }

    /// <summary>Points over the columns that the layout's axes name.</summary>
    private static Figure Scatter(
        CustomerTable table,
        ReadOnlySpan<int> labels,
        Layout layout,
        Func<int, string> label,
        string noun,
        string group,
        IReadOnlyList<(double X, double Y)> centroids,
        SegmentPalette? palette)
    {
        NumericColumn x = table.Numeric(layout.XAxis.Title!);
        NumericColumn y = table.Numeric(layout.YAxis.Title!);
        ScatterRows rows = new(table, labels, x, y);
        palette ??= SegmentPalette.Default;
        IEnumerable<Trace> segments = rows.Shown.Select((shown, segment) =>
            new ScatterTrace([.. shown.Select(row => x[row])], [.. shown.Select(row => y[row])])
            {
                Name = label(segment + 1),
                Marker = rows.MarkerOf(segment + 1, palette),
            });
        Trace[] centres = centroids.Count == 0 ? [] : [Centres(centroids, layout)];
        AxisCut? xCut = AxisCut.Of(rows.All.Select(row => x[row]), layout.XAxis.Kind);
        AxisCut? yCut = AxisCut.Of(rows.All.Select(row => y[row]), layout.YAxis.Kind);
        string outside = Outside(xCut, yCut);
        string description = string.Join(' ', rows.Sizes.Select((size, i) => $"{label(i + 1)}: {NumberText.Counted(size, noun)}{Around(centroids, i)}."));
        return new(
            [.. segments, .. centres],
            layout with
            {
                Subtitle = $"{layout.Subtitle ?? rows.Describe(noun, group)}{(outside.Length == 0 ? string.Empty : $". {outside}")}",
                XAxis = Cut(layout.XAxis, xCut),
                YAxis = Cut(layout.YAxis, yCut),
            },
            outside.Length == 0 ? description : $"{description} {outside}");
    }

    private static Axis Cut(Axis axis, AxisCut? cut) => cut is null ? axis : axis with { Range = (cut.Minimum, cut.Maximum) };

    /// <summary>What lies beyond the ends of axes that are cut; empty where none is.</summary>
    private static string Outside(AxisCut? x, AxisCut? y)
    {
        string[] parts = [.. x?.Describe("to the left", "to the right") ?? [], .. y?.Describe("below", "above") ?? []];
        return parts.Length == 0 ? string.Empty : $"Beyond the axes lie {string.Join("; ", parts)}.";
    }

    private static double MeanOf(SegmentProfile profile, string column) =>
        profile.Numbers.FirstOrDefault(number => number.Column == column)?.Mean ?? double.NaN;

    /// <summary>White discs that carry the segments' numbers.</summary>
    private static ScatterTrace Centres(IReadOnlyList<(double X, double Y)> centroids, Layout layout) =>
        new([.. centroids.Select(centre => centre.X)], [.. centroids.Select(centre => centre.Y)])
        {
            Name = layout.XAxis.Kind == AxisKind.Linear && layout.YAxis.Kind == AxisKind.Linear ? "Mean of each segment" : "Centre of each segment",
            Marker = CentreMarker,
            Text = CentreTexts(centroids.Count),
        };

    private static Marker CentreMarker { get; } = new(ChartColors.Paper) { Size = 22, Outline = new Stroke(ChartColors.Text) };

    private static ImmutableArray<string> CentreTexts(int count) => [.. Enumerable.Range(1, count).Select(segment => ChartNumbers.Count(segment))];

    private static string Around(IReadOnlyList<(double X, double Y)> centroids, int i) =>
        i < centroids.Count && double.IsFinite(centroids[i].X) && double.IsFinite(centroids[i].Y)
            ? $" around {ChartNumbers.Short(centroids[i].X)} and {ChartNumbers.Short(centroids[i].Y)}"
            : string.Empty;
}
