using System.Collections.Immutable;

namespace Segmentation;

/// <summary>Colours from the smallest value to the largest, at equal distances, mixed in between.</summary>
/// <param name="Colors">At least two colours, each as #rrggbb.</param>
public sealed record ColorScale(ImmutableArray<string> Colors)
{
    /// <summary>
    /// Orange (low) over white to blue (high): two sides that readers with any form of colour blindness can tell apart.
    /// </summary>
    public static ColorScale Diverging { get; } =
        new(["#8F4200", "#D97A1B", "#F6BE85", "#FAFAFA", "#A3CDE8", "#3C8DC5", "#0B4A83"]);

    /// <summary>The colour at a share of the way, 0 to 1; beyond, the first or the last.</summary>
    internal string ColorAt(double share)
    {
        double place = Math.Clamp(share, 0, 1) * (Colors.Length - 1);
        int below = Math.Min((int)place, Colors.Length - 2);
        return Rgb.Parse(Colors[below]).MixedWith(Rgb.Parse(Colors[below + 1]), place - below).ToString();
    }
}
