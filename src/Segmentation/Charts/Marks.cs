namespace Segmentation;

/// <summary>How a line is broken.</summary>
public enum Dash
{
    /// <summary>Not at all.</summary>
    Solid,

    /// <summary>Dashes.</summary>
    Dashed,

    /// <summary>Dots.</summary>
    Dotted,
}

/// <summary>How a line looks.</summary>
/// <param name="Color">A CSS colour.</param>
public sealed record Stroke(string Color)
{
    /// <summary>The width in pixels. Default: 2.</summary>
    public double Width { get; init; } = 2;

    /// <summary>How the line is broken. Default: solid.</summary>
    public Dash Dash { get; init; }
}

/// <summary>The shape of a mark.</summary>
public enum MarkerSymbol
{
    /// <summary>A disc.</summary>
    Circle,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A square on its corner.</summary>
    Diamond,

    /// <summary>A triangle that points up.</summary>
    TriangleUp,

    /// <summary>A triangle that points down.</summary>
    TriangleDown,

    /// <summary>An upright cross.</summary>
    Cross,

    /// <summary>A diagonal cross.</summary>
    X,

    /// <summary>A triangle that points left.</summary>
    TriangleLeft,
}

/// <summary>How a mark looks.</summary>
/// <param name="Color">A CSS colour.</param>
public sealed record Marker(string Color)
{
    /// <summary>The shape. Default: a disc.</summary>
    public MarkerSymbol Symbol { get; init; }

    /// <summary>The diameter in pixels. Default: 8.</summary>
    public double Size { get; init; } = 8;

    /// <summary>The line around the mark; null for none.</summary>
    public Stroke? Outline { get; init; }
}
