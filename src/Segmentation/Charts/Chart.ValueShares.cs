namespace Segmentation;

public static partial class Chart
{
    /// <summary>
    /// Each segment's share of the customers beside its share of the value; where shares of value mean nothing, the
    /// totals of the value instead.
    /// </summary>
    /// <param name="value">The segments ranked by value.</param>
    /// <param name="palette">The segments' colours; null for <see cref="SegmentPalette.Default"/>.</param>
    public static Figure ValueShares(ValueRanking value, SegmentPalette? palette = null)
    {
        const double Width = 0.36;
        ArgumentNullException.ThrowIfNull(value);
        palette ??= SegmentPalette.Default;
        IReadOnlyList<SegmentValue> ranked = value.Ranked;
        string column = PlainText.OneLine(value.Column, 60);
        BarTrace customers = new(
            [.. ranked.Select((_, i) => i - (Width / 2))], [.. ranked.Select(segment => 100 * segment.ShareOfCustomers)])
        {
            Name = "Share of customers",
            Colors = [ChartColors.Unknown],
            Orientation = Orientation.Horizontal,
            Widths = [.. ranked.Select(_ => Width)],
            Text = [.. ranked.Select(segment => NumberText.Percent(segment.ShareOfCustomers))],
        };
        BarTrace worth = new(
            [.. ranked.Select((_, i) => value.HasShares ? i + (Width / 2) : i)],
            [.. ranked.Select(segment => value.HasShares ? 100 * segment.ShareOfValue!.Value : segment.Total)])
        {
            Name = value.HasShares ? $"Share of {column} (in the segment's colour)" : column,
            InLegend = value.HasShares,
            Orientation = Orientation.Horizontal,
            Widths = [.. ranked.Select(_ => value.HasShares ? Width : 2 * Width)],
            Colors = ranked.Count == 0 ? [ChartColors.Mark] : [.. ranked.Select(segment => palette.ColorOf(segment.Segment))],
            Text = [.. ranked.Select(segment => value.HasShares ? NumberText.Percent(segment.ShareOfValue!.Value) : NumberText.Of(segment.Total))],
        };
        string[] names = [.. ranked.Select(segment => $"{ChartNumbers.Count(segment.Segment)} · {segment.Name}")];
        Layout layout = new()
        {
            Title = value.HasShares ? $"Share of customers and of {column}" : $"{column} by segment",
            Subtitle = value.HasShares
                ? $"The highest {column} a customer at the top."
                : $"Shares of {column} mean nothing where a total is not positive: these are totals.",
            XAxis = new() { Title = value.HasShares ? "Share of all (%)" : column, IncludesZero = true },
            YAxis = SegmentAxis(names),
            PlotHeight = Math.Max(100, 56 * ranked.Count),
        };
        IEnumerable<string> sentences = ranked.Select((segment, i) =>
            $"{names[i]}: {customers.Text[i]} of the customers, {worth.Text[i]} of {column}.");
        return new(value.HasShares ? [customers, worth] : [worth], layout, string.Join(' ', sentences));
    }
}
