using System.Globalization;

namespace Segmentation;

/// <summary>The colours that every chart shares.</summary>
internal static class ChartColors
{
    public const string Paper = "#ffffff";
    public const string Text = "#1f1f1f";
    public const string SecondaryText = "#555555";
    public const string Grid = "#e3e3e3";
    public const string AxisLine = "#767676";
    public const string Mark = "#086872";
    public const string Unknown = "#d0d0d0";
}

/// <summary>An sRGB colour.</summary>
internal readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    private const string Black = "#000000";

    /// <summary>Reads #rrggbb.</summary>
    public static Rgb Parse(string hex)
    {
        return hex is ['#', _, _, _, _, _, _]
            && int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int number)
            ? new((byte)(number >> 16), (byte)(number >> 8), (byte)number)
            : throw new ArgumentException($"A colour is written as #rrggbb, not '{hex}'.", nameof(hex));
    }

    /// <summary>Black or white, whichever contrasts more with a background: at least 4.5 to 1.</summary>
    public static string TextOn(string background)
    {
        Rgb color = Parse(background);
        return color.ContrastWith(Parse(Black)) >= color.ContrastWith(Parse(ChartColors.Paper)) ? Black : ChartColors.Paper;
    }

    /// <summary>WCAG 2 contrast ratio, 1 to 21.</summary>
    public double ContrastWith(Rgb other)
    {
        double lighter = Math.Max(Luminance, other.Luminance);
        double darker = Math.Min(Luminance, other.Luminance);
        return (lighter + 0.05) / (darker + 0.05);
    }

    /// <summary>This colour at share 0, the other at share 1.</summary>
    public Rgb MixedWith(Rgb other, double share) =>
        new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));

    /// <summary>WCAG 2 relative luminance, 0 to 1.</summary>
    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    internal static double Linear(byte channel)
    {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
