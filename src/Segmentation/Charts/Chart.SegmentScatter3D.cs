namespace Segmentation;

public static partial class Chart
{
    /// <summary>Customers by three numeric columns in original units, coloured by segment, with the segments' means.</summary>
    /// <param name="table">The customers. Rows where a column is missing are left out, and counted in the subtitle.</param>
    /// <param name="xColumn">The numeric column that runs to the right.</param>
    /// <param name="yColumn">The numeric column that runs into the depth.</param>
    /// <param name="zColumn">The numeric column that rises.</param>
    /// <param name="labels">The cluster of each row of the table, from 0; cluster 0 is segment 1.</param>
    /// <param name="profiles">The segments, in order of their numbers: their names and means; null for numbers only.</param>
    /// <param name="palette">The segments' colours; null for <see cref="SegmentPalette.Default"/>.</param>
    /// <exception cref="ArgumentException">A column is not numeric, or there is not one label a row.</exception>
    public static Figure SegmentScatter3D(
        CustomerTable table,
        string xColumn,
        string yColumn,
        string zColumn,
        ReadOnlySpan<int> labels,
        IReadOnlyList<SegmentProfile>? profiles = null,
        SegmentPalette? palette = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        palette ??= SegmentPalette.Default;
        NumericColumn[] columns = [table.Numeric(xColumn), table.Numeric(yColumn), table.Numeric(zColumn)];
        ScatterRows rows = new(table, labels, columns);
        IEnumerable<Trace> segments = rows.Shown.Select((shown, segment) => new Scatter3DTrace(
            [.. shown.Select(row => columns[0][row])], [.. shown.Select(row => columns[1][row])], [.. shown.Select(row => columns[2][row])])
        {
            Name = SegmentLabel(segment + 1, NamesOf(profiles)),
            Marker = rows.MarkerOf(segment + 1, palette),
        });
        Trace[] centres = profiles is null ? [] :
        [
            new Scatter3DTrace(
                [.. profiles.Select(profile => MeanOf(profile, xColumn))],
                [.. profiles.Select(profile => MeanOf(profile, yColumn))],
                [.. profiles.Select(profile => MeanOf(profile, zColumn))])
            {
                Name = "Mean of each segment",
                Marker = CentreMarker,
                Text = CentreTexts(profiles.Count),
            },
        ];
        Layout layout = new()
        {
            Title = $"{zColumn} by {xColumn} and {yColumn}",
            Subtitle = rows.Describe(),
            XAxis = new() { Title = xColumn },
            YAxis = new() { Title = yColumn },
            ZAxis = new() { Title = zColumn },
        };
        IEnumerable<string> sentences = rows.Sizes.Select((size, i) =>
            $"{SegmentLabel(i + 1, NamesOf(profiles))}: {NumberText.Counted(size, "customer")}.");
        return new([.. segments, .. centres], layout, string.Join(' ', sentences));
    }
}
