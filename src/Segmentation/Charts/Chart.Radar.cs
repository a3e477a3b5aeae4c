using System.Collections.Immutable;

namespace Segmentation;

public static partial class Chart
{
    private const int MostSpokes = 10;

    /// <summary>
    /// The segments' effects on numeric columns around a radar, all segments in one: how far each mean lies from that of
    /// all customers, in standard deviations.
    /// </summary>
    /// <param name="profiles">The segments, in order of their numbers.</param>
    /// <param name="palette">The segments' colours; null for <see cref="SegmentPalette.Default"/>.</param>
    public static Figure Radar(IReadOnlyList<SegmentProfile> profiles, SegmentPalette? palette = null)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return Radar(profiles, profiles, "How the segments differ", 560, palette);
    }

    /// <summary>As <see cref="Radar(IReadOnlyList{SegmentProfile}, SegmentPalette?)"/>, one for each segment, side by side.</summary>
    public static Gallery RadarBySegment(IReadOnlyList<SegmentProfile> profiles, SegmentPalette? palette = null)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return Gallery.SideBySide([.. profiles.Select(profile => Radar(profiles, [profile], SegmentLabel(profile), 440, palette))]);
    }

    private static Figure Radar(
        IReadOnlyList<SegmentProfile> all,
        IReadOnlyList<SegmentProfile> shown,
        string title,
        int width,
        SegmentPalette? palette)
    {
        palette ??= SegmentPalette.Default;
        string[] columns = Spokes(all);
        double[][] effects = [.. all.Select(profile => columns.Select(column => EffectOf(profile, column)).ToArray())];
        double largest = effects.SelectMany(values => values).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        ImmutableArray<double> rings = Rings(Math.Max(1, Math.Ceiling(largest * 2) / 2));
        ImmutableArray<double> angles = [.. columns.Select((_, i) => 360.0 * i / columns.Length)];
        RadarTrace everyone = new(angles, [.. columns.Select(_ => 0.0)])
        {
            Name = "All customers",
            Line = new Stroke(ChartColors.Text) { Dash = Dash.Dashed, Width = 1.5 },
        };
        IEnumerable<Trace> segments = shown.Select(profile => new RadarTrace(angles, [.. columns.Select(column => EffectOf(profile, column))])
        {
            Name = SegmentLabel(profile),
            InLegend = shown.Count > 1,
            Line = new Stroke(palette.ColorOf(profile.Segment)) { Width = 2.5 },
            Marker = new Marker(palette.ColorOf(profile.Segment)) { Symbol = palette.SymbolOf(profile.Segment), Size = 9 },
        });
        Layout layout = new()
        {
            Title = title,
            Subtitle = "Distance from the mean of all customers in standard deviations; outwards is above."
                + (all.Count > 0 && columns.Length < all[0].Numbers.Count ? $" The {MostSpokes} columns that differ most." : string.Empty),
            XAxis = new() { TickValues = angles, TickTexts = [.. columns] },
            YAxis = new() { TickValues = rings, TickTexts = [.. rings.Select(ChartNumbers.Signed)] },
            Width = width,
        };
        return new([everyone, .. segments], layout, string.Join(' ', shown.Select(profile =>
            $"{SegmentLabel(profile)}: {string.Join(", ", columns.Select(column => $"{column} {SignedOrDash(EffectOf(profile, column))}"))}.")));
    }

    /// <summary>The columns in profile order; of many, those with the largest effects.</summary>
    private static string[] Spokes(IReadOnlyList<SegmentProfile> profiles)
    {
        string[] columns = profiles.Count == 0 ? [] : [.. profiles[0].Numbers.Select(number => number.Column)];
        string[] widest = [.. columns.OrderByDescending(column => profiles.Max(profile => Math.Abs(EffectOf(profile, column)))).Take(MostSpokes)];
        return [.. columns.Where(widest.Contains)];
    }

    /// <summary>From -limit to limit, at most five.</summary>
    private static ImmutableArray<double> Rings(double limit) =>
        [.. Enumerable.Range(-2, 5).Select(i => i * limit / 2)];

    private static double EffectOf(SegmentProfile profile, string column) =>
        profile.Numbers.FirstOrDefault(number => number.Column == column)?.Effect ?? double.NaN;

    private static string SignedOrDash(double value) => double.IsFinite(value) ? ChartNumbers.Signed(value) : "–";
}
