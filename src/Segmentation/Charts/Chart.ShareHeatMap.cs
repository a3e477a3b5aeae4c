using System.Collections.Immutable;

namespace Segmentation;

public static partial class Chart
{
    private const int MostSharedColumns = 8;
    private const int ShareWidth = 30;
    private const int LabelsWidth = 195;

    /// <summary>
    /// Levels of categories by segments: each cell prints what percentage of the segment has the level and is coloured by the
    /// difference from the share of all customers, in percentage points.
    /// </summary>
    /// <param name="profiles">The segments, in order of their numbers.</param>
    /// <remarks>Of many categories the first eight, of many levels the six most frequent are shown.</remarks>
    public static Figure ShareHeatMap(IReadOnlyList<SegmentProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        (int Column, int Level)[] rows = profiles.Count == 0 ? [] :
        [
            .. profiles[0].Categories.Take(MostSharedColumns).SelectMany((category, column) =>
                category.Levels.Take(MostLevels).Select((_, level) => (column, level))),
        ];
        LevelProfile LevelOf(SegmentProfile profile, (int Column, int Level) row) => profile.Categories[row.Column].Levels[row.Level];
        ImmutableArray<string> names = [.. rows.Select(row => $"{profiles[0].Categories[row.Column].Column}: {LevelOf(profiles[0], row).Level}")];
        HeatmapTrace cells = new(
            [
                .. rows.Select(row => (ImmutableArray<double?>)
                    [.. profiles.Select(profile => 100 * (LevelOf(profile, row).Share - LevelOf(profile, row).OverallShare)), 0]),
            ],
            ColorScale.Diverging,
            -50,
            50)
        {
            Name = "percentage points from the share of all",
            CellText =
            [
                .. rows.Select(row => (ImmutableArray<string>)
                    [.. profiles.Select(profile => Shared(LevelOf(profile, row).Share)), Shared(LevelOf(profiles[0], row).OverallShare)]),
            ],
        };
        ImmutableArray<string> columns = rows.Length == 0 ? [] : [.. profiles.Select(profile => ChartNumbers.Count(profile.Segment)), "All"];
        Layout standard = new() { Title = "Percentages of each segment" };
        int needed = LabelsWidth + (ShareWidth * columns.Length);
        Layout layout = standard with
        {
            Subtitle = "Cells show the % of the segment; blue is above the % of all customers, orange below.",
            XAxis = new() { Title = "Segment", TickValues = Indices(columns.Length), TickTexts = columns, Grid = false },
            YAxis = new() { TickValues = Indices(names.Length), TickTexts = names, Grid = false, Reversed = true },
            Width = Math.Max(standard.Width, needed),
            MinWidth = Math.Max(standard.MinWidth, needed),
            PlotHeight = Math.Max(80, 26 * names.Length),
        };
        return new([cells], layout, string.Join(' ', rows.Select((row, i) =>
            $"{names[i]}: {string.Join(", ", profiles.Select(profile => $"{SegmentLabel(profile)} {Shared(LevelOf(profile, row).Share)}%"))}, all {Shared(LevelOf(profiles[0], row).OverallShare)}%.")));
    }

    /// <summary>A whole percentage that is 0 or 100 only where the share is 0 or 1.</summary>
    private static string Shared(double? share) => share switch
    {
        null => "–",
        > 0 and < 0.005 => "<1",
        > 0.995 and < 1 => ">99",
        _ => ChartNumbers.Count(100 * share.Value),
    };
}
