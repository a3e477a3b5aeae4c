using System.Collections.Immutable;

namespace Segmentation;

/// <summary>The title, the axes and the size of a <see cref="Figure"/>.</summary>
public sealed record Layout
{
    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>A second line under the title; null for none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The horizontal axis; of a radar the one around it, in degrees.</summary>
    public Axis XAxis { get; init; } = new();

    /// <summary>The vertical axis; of a radar the one from its centre outwards; in three dimensions the one into the depth.</summary>
    public Axis YAxis { get; init; } = new();

    /// <summary>In three dimensions the axis that rises; it plays no part elsewhere.</summary>
    public Axis ZAxis { get; init; } = new();

    /// <summary>Upright lines through the whole plot, each with its label above it.</summary>
    public ImmutableArray<ReferenceLine> ReferenceLines { get; init; } = [];

    /// <summary>The width of the picture in pixels; it is scaled to the page. Default: 560.</summary>
    public int Width { get; init; } = 560;

    /// <summary>The least <see cref="Width"/> at which everything can be read, for a phone. Default: 420.</summary>
    public int MinWidth { get; init; } = DefaultMinWidth;

    internal const int DefaultMinWidth = 420;

    /// <summary>
    /// The height in pixels of the area within the axes. Default: 270. More is taken where labels need it, and titles
    /// and legend come on top.
    /// </summary>
    public int PlotHeight { get; init; } = 270;
}

/// <summary>An axis.</summary>
public sealed record Axis
{
    /// <summary>What the axis measures, with its unit; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>Where the ticks stand; empty for round numbers.</summary>
    public ImmutableArray<double> TickValues { get; init; } = [];

    /// <summary>The text at each of <see cref="TickValues"/>.</summary>
    public ImmutableArray<string> TickTexts { get; init; } = [];

    /// <summary>Ticks stand at whole numbers only. Default: false.</summary>
    public bool WholeNumbers { get; init; }

    /// <summary>The axis starts at zero or includes it. Default: false.</summary>
    public bool IncludesZero { get; init; }

    /// <summary>The values fall from left to right or rise from top to bottom. Default: false.</summary>
    public bool Reversed { get; init; }

    /// <summary>How values are spread along it. Default: evenly. Round numbers stand at the ticks of the others.</summary>
    public AxisKind Kind { get; init; }

    /// <summary>The part of the axis that is shown, in the values' unit; null (the default) for all.</summary>
    public (double Minimum, double Maximum)? Range { get; init; }

    /// <summary>Lines are drawn across the plot at the ticks. Default: true.</summary>
    public bool Grid { get; init; } = true;

    /// <summary>An axis of the static picture alone, without line, labels or grid.</summary>
    internal static Axis Hidden { get; } = new() { Grid = false, IsHidden = true };

    /// <summary>Whether the axis only places things.</summary>
    internal bool IsHidden { get; private init; }
}

/// <summary>An upright line through the whole plot.</summary>
/// <param name="X">Where it stands.</param>
/// <param name="Label">The text above it.</param>
public sealed record ReferenceLine(double X, string Label);
