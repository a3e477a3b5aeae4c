using System.Collections.Immutable;

namespace Segmentation;

public static partial class Chart
{
    /// <summary>
    /// Segments by numeric columns: each cell prints the segment's mean in original units and is coloured by its effect,
    /// the distance from the overall mean in standard deviations. Of segments without numeric columns, their
    /// <see cref="ShareHeatMap"/>.
    /// </summary>
    /// <param name="profiles">The segments, in order of their numbers.</param>
    public static Figure ProfileHeatMap(IReadOnlyList<SegmentProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        if (profiles.Count > 0 && profiles[0].Numbers.Count == 0 && profiles[0].Categories.Count > 0)
        {
            return ShareHeatMap(profiles);
        }

        ImmutableArray<string> columns =
            profiles.Count == 0 ? [] : [.. profiles[0].Numbers.Select(number => number.Column)];
        ImmutableArray<string> segments = [.. profiles.Select(SegmentLabel)];
        double largest = profiles.SelectMany(profile => profile.Numbers)
            .Select(number => Math.Abs(number.Effect ?? 0)).Where(double.IsFinite).DefaultIfEmpty().Max();
        double limit = Math.Clamp(Math.Ceiling(largest * 2) / 2, 1, 3);
        HeatmapTrace cells = new(
            [.. profiles.Select(profile => profile.Numbers.Select(number => number.Effect).ToImmutableArray())],
            ColorScale.Diverging,
            -limit,
            limit)
        {
            Name = "standard deviations from the mean of all",
            CellText = [.. profiles.Select(profile => profile.Numbers.Select(number => CellNumber(number.Mean)).ToImmutableArray())],
        };
        Layout layout = HeatMapLayout(columns, segments) with
        {
            Title = "How the segments differ",
            Subtitle = "Cells show the segment's mean in original units; blue is above the mean of all customers, orange below.",
        };
        return new([cells], layout, string.Join(' ', profiles.Select(Describe)));
    }

    private static string SegmentLabel(SegmentProfile profile) => $"{ChartNumbers.Count(profile.Segment)} · {profile.Name}";

    /// <summary>Rows and columns side by side, the first row at the top; as wide as the columns need.</summary>
    private static Layout HeatMapLayout(ImmutableArray<string> columns, ImmutableArray<string> rows)
    {
        const int ColumnWidth = 62;
        const int RowHeight = 40;
        int needed = (int)CartesianPicture.LargestTickWidth + 40 + (ColumnWidth * columns.Length);
        Layout standard = new() { Title = string.Empty };
        return standard with
        {
            XAxis = new() { TickValues = Indices(columns.Length), TickTexts = columns, Grid = false },
            YAxis = new() { TickValues = Indices(rows.Length), TickTexts = rows, Grid = false, Reversed = true },
            Width = Math.Max(standard.Width, needed),
            MinWidth = Math.Max(standard.MinWidth, needed),
            PlotHeight = Math.Max(80, RowHeight * rows.Length),
        };
    }

    private static ImmutableArray<double> Indices(int count) => [.. Enumerable.Range(0, count).Select(i => (double)i)];

    private static string CellNumber(double? value) =>
        value is double number && double.IsFinite(number) ? ChartNumbers.Short(number) : "–";

    private static string Describe(SegmentProfile profile) =>
        $"{SegmentLabel(profile)}: {string.Join(", ", profile.Numbers.Select(n => $"mean {n.Column} {CellNumber(n.Mean)}"))}.";
}
