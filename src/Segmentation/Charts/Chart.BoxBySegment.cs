namespace Segmentation;

public static partial class Chart
{
    /// <summary>How a numeric column is distributed within each segment, in original units.</summary>
    /// <param name="table">The customers that were clustered.</param>
    /// <param name="column">The numeric column.</param>
    /// <param name="labels">The cluster of each row of the table, from 0; cluster 0 is segment 1.</param>
    /// <param name="profiles">The segments, in order of their numbers; null for numbers only.</param>
    /// <param name="palette">The segments' colours; null for <see cref="SegmentPalette.Default"/>.</param>
    /// <exception cref="ArgumentException">The column is not numeric, or there is not one label a row.</exception>
    public static Figure BoxBySegment(
        CustomerTable table,
        string column,
        ReadOnlySpan<int> labels,
        IReadOnlyList<SegmentProfile>? profiles = null,
        SegmentPalette? palette = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        palette ??= SegmentPalette.Default;
        IReadOnlyList<BoxSummary?> boxes = BoxSummary.ByCluster(table.Numeric(column), labels);
        string[] names = [.. boxes.Select((_, cluster) => SegmentLabel(cluster + 1, NamesOf(profiles)))];
        IEnumerable<Trace> traces = boxes.Index().Where(box => box.Item is not null).Select(box => new BoxTrace(
            box.Index, box.Item!.LowerWhisker, box.Item.Q1, box.Item.Median, box.Item.Q3, box.Item.UpperWhisker)
        {
            Name = names[box.Index],
            InLegend = false,
            Color = palette.ColorOf(box.Index + 1),
            Outliers = [.. box.Item.Outliers],
        });
        Layout layout = new()
        {
            Title = $"{column} by segment",
            Subtitle = "Box: the middle half; thick line: the median; dots: beyond 1.5 times the box's length.",
            XAxis = new() { Title = column },
            YAxis = SegmentAxis(names),
            PlotHeight = Math.Max(80, 44 * boxes.Count),
        };
        IEnumerable<string> sentences = boxes.Select((box, i) => box is null
            ? $"{names[i]}: no values."
            : $"{names[i]}: median {ChartNumbers.Short(box.Median)}, half between {ChartNumbers.Short(box.Q1)} and {ChartNumbers.Short(box.Q3)}.");
        return new([.. traces], layout, string.Join(' ', sentences));
    }

    /// <summary>The segments' names one below another, the first at the top.</summary>
    private static Axis SegmentAxis(string[] names) => new()
    {
        TickValues = Indices(names.Length),
        TickTexts = [.. names],
        Reversed = true,
        Grid = false,
    };

    private static string[]? NamesOf(IReadOnlyList<SegmentProfile>? profiles) =>
        profiles is null ? null : [.. profiles.Select(profile => profile.Name)];
}
