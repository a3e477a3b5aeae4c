namespace Segmentation;

/// <summary>The legend under a plot: a sample and a name for each series, flowing from line to line.</summary>
internal sealed class Legend
{
    private const double RowGap = 5;
    private const double ColumnGap = 18;
    private const double KeyGap = 6;

    private readonly List<(CartesianTrace Trace, TextBlock Name, double X, double Y)> entries = [];

    /// <summary>Places the entries within a width.</summary>
    public Legend(IEnumerable<CartesianTrace> traces, double width)
    {
        double x = 0;
        double rowHeight = 0;
        foreach (CartesianTrace trace in traces.Where(trace => trace is { InLegend: true, Name: not null }))
        {
            TextBlock name = TextBlock.Wrap(trace.Name!, width - trace.KeyWidth - KeyGap, 2);
            double entryWidth = trace.KeyWidth + KeyGap + name.Width;
            if (x > 0 && x + entryWidth > width)
            {
                x = 0;
                Height += rowHeight + RowGap;
                rowHeight = 0;
            }

            entries.Add((trace, name, x, Height));
            x += entryWidth + ColumnGap;
            rowHeight = Math.Max(rowHeight, name.Height);
        }

        Height += rowHeight;
    }

    /// <summary>The height of all lines together; 0 where nothing is listed.</summary>
    public double Height { get; }

    public void Draw(SvgCanvas svg, double left, double top)
    {
        foreach ((CartesianTrace trace, TextBlock name, double x, double y) in entries)
        {
            double middle = top + y + (name.Height / 2);
            trace.DrawKey(svg, left + x, middle);
            svg.Text(name, left + x + trace.KeyWidth + KeyGap, middle, new TextStyle());
        }
    }
}
