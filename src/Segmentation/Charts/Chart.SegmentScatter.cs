using System.Collections.Immutable;

namespace Segmentation;

public static partial class Chart
{
    /// <summary>More points than this are thinned.</summary>
    private const int MostScatterPoints = 5000;

    /// <summary>No segment is thinned below this many points.</summary>
    private const int FewestSegmentPoints = 30;

    /// <summary>Customers by two numeric columns in original units, coloured by segment, with the segments' means.</summary>
    /// <param name="table">The customers.</param>
    /// <param name="xColumn">The numeric column on the horizontal axis.</param>
    /// <param name="yColumn">The numeric column on the vertical axis.</param>
    /// <param name="labels">The cluster of each row of the table, from 0; cluster 0 is segment 1.</param>
    /// <param name="profiles">The segments, in order of their numbers: their names and their means.</param>
    /// <param name="palette">The segments' colours; null for <see cref="SegmentPalette.Default"/>.</param>
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
    /// <exception cref="ArgumentException">A column is not numeric, or there is not one label a row.</exception>
    public static Figure SegmentScatter(
        CustomerTable table,
        string xColumn,
        string yColumn,
        ReadOnlySpan<int> labels,
        IReadOnlyList<string>? names = null,
        IReadOnlyList<(double X, double Y)>? centroids = null,
        SegmentPalette? palette = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        NumericColumn x = table.Numeric(xColumn);
        NumericColumn y = table.Numeric(yColumn);
        if (labels.Length != table.RowCount)
        {
            throw new ArgumentException($"There are {labels.Length} labels for {table.RowCount} rows.", nameof(labels));
        }

        palette ??= SegmentPalette.Default;
        List<int>[] rows = RowsBySegment(x, y, labels);
        int present = rows.Sum(segment => segment.Count);
        ImmutableArray<Trace>.Builder traces = ImmutableArray.CreateBuilder<Trace>();
        bool dense = present > 1000;
        int shown = 0;
        for (int segment = 1; segment <= rows.Length; segment++)
        {
            int[] kept = Thinned(rows[segment - 1], present);
            shown += kept.Length;
            traces.Add(new ScatterTrace([.. kept.Select(row => x[row])], [.. kept.Select(row => y[row])])
            {
                Name = SegmentLabel(segment, names),
                Marker = new Marker(palette.ColorOf(segment))
                {
                    Symbol = palette.SymbolOf(segment),
                    Size = dense ? 5 : 8,
                    Outline = dense ? null : new Stroke(ChartColors.Paper) { Width = 0.5 },
                },
            });
        }

        if (centroids is { Count: > 0 })
        {
            traces.Add(Centres(centroids));
        }

        Layout layout = new()
        {
            Title = $"{yColumn} by {xColumn}",
            Subtitle = ScatterSubtitle(present, shown, table.RowCount - present),
            XAxis = new() { Title = xColumn },
            YAxis = new() { Title = yColumn },
            PlotHeight = 340,
        };
        return new(traces.ToImmutable(), layout, DescribeScatter(rows, names, centroids));
    }

    private static double MeanOf(SegmentProfile profile, string column) =>
        profile.Numbers.FirstOrDefault(number => number.Column == column)?.Mean ?? double.NaN;

    private static List<int>[] RowsBySegment(NumericColumn x, NumericColumn y, ReadOnlySpan<int> labels)
    {
        int clusters = 0;
        foreach (int label in labels)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(label, nameof(labels));
            clusters = Math.Max(clusters, label + 1);
        }

        List<int>[] rows = [.. Enumerable.Range(0, clusters).Select(_ => new List<int>())];
        for (int row = 0; row < labels.Length; row++)
        {
            if (!x.IsMissing(row) && !y.IsMissing(row))
            {
                rows[labels[row]].Add(row);
            }
        }

        return rows;
    }

    /// <summary>
    /// A segment's share of the points, always the same ones: those whose row number a fixed hash sends lowest, so that
    /// no pattern in the order of the rows shows.
    /// </summary>
    private static int[] Thinned(List<int> rows, int present)
    {
        if (present <= MostScatterPoints)
        {
            return [.. rows];
        }

        int share = (int)((long)MostScatterPoints * rows.Count / present);
        return [.. rows.OrderBy(Hash).Take(Math.Max(share, FewestSegmentPoints)).Order()];
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    private static ulong Hash(int row)
    {
        ulong mixed = (ulong)row * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>White discs that carry the segments' numbers.</summary>
    private static ScatterTrace Centres(IReadOnlyList<(double X, double Y)> centroids) =>
        new([.. centroids.Select(centre => centre.X)], [.. centroids.Select(centre => centre.Y)])
        {
            Name = "Mean of each segment",
            Marker = new Marker(ChartColors.Paper) { Size = 22, Outline = new Stroke(ChartColors.Text) },
            Text = [.. Enumerable.Range(1, centroids.Count).Select(segment => ChartNumbers.Count(segment))],
        };

    private static string? ScatterSubtitle(int present, int shown, int missing)
    {
        string thinned = shown == present
            ? Plural(present, "customer")
            : $"A fixed sample of {ChartNumbers.Count(shown)} of {Plural(present, "customer")}, spread over the segments by size";
        return missing == 0 ? thinned : $"{thinned}; {ChartNumbers.Count(missing)} more with a missing value";
    }

    private static string DescribeScatter(
        List<int>[] rows, IReadOnlyList<string>? names, IReadOnlyList<(double X, double Y)>? centroids)
    {
        IEnumerable<string> segments = rows.Select((segment, i) =>
            $"{SegmentLabel(i + 1, names)}: {Plural(segment.Count, "customer")}"
            + (centroids is not null && i < centroids.Count && double.IsFinite(centroids[i].X) && double.IsFinite(centroids[i].Y)
                ? $" around {ChartNumbers.Short(centroids[i].X)} and {ChartNumbers.Short(centroids[i].Y)}."
                : "."));
        return string.Join(' ', segments);
    }
}
