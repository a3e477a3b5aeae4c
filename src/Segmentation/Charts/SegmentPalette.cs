using System.Collections.Immutable;

namespace Segmentation;

/// <summary>
/// The colour and the symbol of each segment number, the same in every chart. Past the last colour the first ones
/// return darker, then greyer, and with other symbols, so that colour is never the only difference.
/// </summary>
public sealed class SegmentPalette
{
    private readonly ImmutableArray<Rgb> colors;

    /// <summary>Makes a palette.</summary>
    /// <param name="colors">The colours of segments 1, 2, …, each as #rrggbb.</param>
    /// <exception cref="ArgumentException">There is no colour, or one is not written as #rrggbb.</exception>
    public SegmentPalette(params IEnumerable<string> colors)
    {
        ArgumentNullException.ThrowIfNull(colors);
        this.colors = [.. colors.Select(Rgb.Parse)];
        if (this.colors.IsEmpty)
        {
            throw new ArgumentException("A palette needs at least one colour.", nameof(colors));
        }
    }

    /// <summary>
    /// Eight colours in the spirit of Okabe and Ito (2008), moved until each has a contrast of at least 3 to 1 on white
    /// and any two stay apart for readers with deuteranopia, protanopia or tritanopia.
    /// </summary>
    public static SegmentPalette Default { get; } =
        new("#086872", "#da7c01", "#a982ca", "#b23717", "#00a95f", "#7082ff", "#5d0e14", "#030027");

    /// <summary>Red, blue, green, orange, purple, as in the classic write-up of the Mall data; then teal, brown, grey.</summary>
    public static SegmentPalette Classic { get; } =
        new("#d62728", "#1f5fbf", "#2ca02c", "#d97a00", "#8e3fb0", "#008b8b", "#7a4a2b", "#4d4d4d");

    /// <summary>The colour of a segment, as #rrggbb.</summary>
    /// <param name="segment">The segment's number, from 1.</param>
    public string ColorOf(int segment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(segment, 1);
        Rgb color = colors[(segment - 1) % colors.Length];
        return (Round(segment) % 3) switch
        {
            0 => color.ToString(),
            1 => color.MixedWith(new Rgb(0, 0, 0), 0.45).ToString(),
            _ => color.MixedWith(new Rgb(0x70, 0x70, 0x70), 0.6).ToString(),
        };
    }

    /// <summary>The symbol of a segment.</summary>
    /// <param name="segment">The segment's number, from 1.</param>
    public MarkerSymbol SymbolOf(int segment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(segment, 1);
        int symbols = Enum.GetValues<MarkerSymbol>().Length;
        return (MarkerSymbol)((((segment - 1) % colors.Length) + Round(segment)) % symbols);
    }

    private int Round(int segment) => (segment - 1) / colors.Length;
}
