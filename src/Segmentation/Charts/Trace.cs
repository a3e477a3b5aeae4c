namespace Segmentation;

/// <summary>One series of marks in a <see cref="Figure"/>; plotly.js calls it a trace.</summary>
public abstract record Trace
{
    private protected Trace()
    {
    }

    /// <summary>What the series is called in the legend; null when it has no name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the legend lists the series. Default: true. A series without a name is never listed.</summary>
    public bool InLegend { get; init; } = true;

    /// <summary>The value of <c>type</c> in plotly.js.</summary>
    internal abstract string PlotlyType { get; }

    /// <summary>Writes what is particular to this type of trace.</summary>
    internal abstract void WriteMembers(PlotlyWriter json);
}

/// <summary>A trace drawn within a horizontal and a vertical axis.</summary>
public abstract record CartesianTrace : Trace
{
    private protected CartesianTrace()
    {
    }

    /// <summary>The width of the legend's sample of this series, in pixels.</summary>
    internal virtual double KeyWidth => 16;

    /// <summary>Tells the axes what they have to span.</summary>
    internal abstract void Include(Extent x, Extent y);

    /// <summary>Draws the series.</summary>
    internal abstract void Draw(SvgCanvas svg, AxisScale x, AxisScale y);

    /// <summary>Draws the legend's sample, <see cref="KeyWidth"/> wide, to the right of x and centred on y.</summary>
    internal abstract void DrawKey(SvgCanvas svg, double x, double y);
}
