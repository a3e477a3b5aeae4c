namespace Segmentation;

public static partial class Chart
{
    private const int MostLevels = 6;

    /// <summary>
    /// What share of each segment has each level of a category, beside the base rate: the share of all customers.
    /// </summary>
    /// <param name="profiles">The segments, in order of their numbers.</param>
    /// <param name="column">The categorical column; of many levels the six most frequent are shown.</param>
    /// <param name="palette">The segments' colours; null for <see cref="SegmentPalette.Default"/>.</param>
    /// <exception cref="ArgumentException">The column is no categorical column of the profiles.</exception>
    public static Figure CategoryShares(
        IReadOnlyList<SegmentProfile> profiles, string column, SegmentPalette? palette = null)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        palette ??= SegmentPalette.Default;
        CategoryProfile[] categories = [.. profiles.Select(profile => CategoryOf(profile, column))];
        LevelProfile[] levels = categories.Length == 0 ? [] : [.. categories[0].Levels.Take(MostLevels)];
        double width = 0.8 / Math.Max(1, profiles.Count);
        IEnumerable<Trace> bars = profiles.Select((profile, segment) => new BarTrace(
            [.. levels.Select((_, level) => level - 0.4 + ((segment + 0.5) * width))],
            [.. levels.Select((_, level) => 100 * (categories[segment].Levels[level].Share ?? double.NaN))])
        {
            Name = SegmentLabel(profile),
            Orientation = Orientation.Horizontal,
            Widths = [.. levels.Select(_ => width)],
            Colors = [palette.ColorOf(profile.Segment)],
        });
        ScatterTrace baseRate = new(
            [.. levels.SelectMany(level => new[] { 100 * level.OverallShare, 100 * level.OverallShare, double.NaN })],
            [.. levels.SelectMany((_, level) => new[] { level - 0.46, level + 0.46, double.NaN })])
        {
            Name = "All customers",
            Line = new Stroke(ChartColors.Text) { Width = 3 },
        };
        Layout layout = new()
        {
            Title = $"{column} by segment",
            Subtitle = categories.Length > 0 && categories[0].Levels.Count > MostLevels
                ? $"The {MostLevels} most frequent of {ChartNumbers.Count(categories[0].Levels.Count)} levels."
                : null,
            XAxis = new() { Title = "Share of the segment (%)", IncludesZero = true },
            YAxis = SegmentAxis([.. levels.Select(level => $"{level.Level}\n{NumberText.Percent(level.OverallShare)} of all")]),
            PlotHeight = Math.Max(100, levels.Length * Math.Max(60, 20 * profiles.Count)),
        };
        IEnumerable<string> sentences = levels.Select((level, i) =>
            $"{level.Level}: all customers {NumberText.Percent(level.OverallShare)}, "
            + string.Join(", ", profiles.Select((profile, s) => $"{SegmentLabel(profile)} {(categories[s].Levels[i].Share is double share ? NumberText.Percent(share) : "unknown")}")) + ".");
        return new([.. bars, baseRate], layout, string.Join(' ', sentences));
    }

    /// <summary>How many customers have each level of a category; of many levels the twelve most frequent.</summary>
    public static Figure CategoryCounts(CategoricalSummary summary)
    {
        const int Most = 12;
        ArgumentNullException.ThrowIfNull(summary);
        LevelCount[] levels = [.. summary.Levels.Take(Most)];
        BarTrace bars = new(Indices(levels.Length), [.. levels.Select(level => (double)level.Count)])
        {
            Name = "Customers",
            InLegend = false,
            Orientation = Orientation.Horizontal,
            Text = [.. levels.Select(level => $"{ChartNumbers.Count(level.Count)} ({NumberText.Percent(level.Share)})")],
        };
        Layout layout = new()
        {
            Title = $"Customers by {summary.Name}",
            Subtitle = summary.Levels.Count > Most ? $"The {Most} most frequent of {NumberText.Counted(summary.Levels.Count, "level")}." : null,
            XAxis = new() { Title = "Customers", WholeNumbers = true },
            YAxis = SegmentAxis([.. levels.Select(level => level.Level)]),
            PlotHeight = Math.Max(80, 36 * levels.Length),
        };
        return new([bars], layout, string.Join(' ', levels.Select((level, i) => $"{level.Level}: {bars.Text[i]}.")));
    }

    private static CategoryProfile CategoryOf(SegmentProfile profile, string column) =>
        profile.Categories.FirstOrDefault(category => category.Column == column) ?? throw new ArgumentException(
            $"No categorical column named '{column}' in the profiles. Columns: {string.Join(", ", profile.Categories.Select(c => c.Column))}.",
            nameof(column));
}
