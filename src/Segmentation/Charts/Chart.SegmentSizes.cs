namespace Segmentation;

public static partial class Chart
{
    /// <summary>How many customers each segment has, and what share of all that is.</summary>
    /// <param name="profiles">The segments, in order of their numbers.</param>
    /// <param name="palette">The segments' colours; null for <see cref="SegmentPalette.Default"/>.</param>
    public static Figure SegmentSizes(IReadOnlyList<SegmentProfile> profiles, SegmentPalette? palette = null)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        palette ??= SegmentPalette.Default;
        BarTrace bars = new(Indices(profiles.Count), [.. profiles.Select(profile => (double)profile.Size)])
        {
            Name = "Customers",
            InLegend = false,
            Orientation = Orientation.Horizontal,
            Colors = [.. profiles.Select(profile => palette.ColorOf(profile.Segment))],
            Text = [.. profiles.Select(profile => $"{ChartNumbers.Count(profile.Size)} ({NumberText.Percent(profile.Share)})")],
        };
        Layout layout = new()
        {
            Title = "Size of the segments",
            XAxis = new() { Title = "Customers", WholeNumbers = true },
            YAxis = SegmentAxis([.. profiles.Select(SegmentLabel)]),
            PlotHeight = Math.Max(80, 44 * profiles.Count),
        };
        string description = string.Join(' ', profiles.Select((profile, i) => $"{SegmentLabel(profile)}: {bars.Text[i]}."));
        return new([bars], layout, description);
    }
}
