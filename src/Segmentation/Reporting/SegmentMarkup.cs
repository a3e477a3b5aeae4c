using static System.FormattableString;

namespace Segmentation;

/// <summary>How the report marks a segment.</summary>
internal static class SegmentMarkup
{
    /// <summary>The segment's symbol in its colour, the same as in every chart.</summary>
    public static Markup Swatch(int segment)
    {
        SvgPath path = new();
        path.Symbol(SegmentPalette.Default.SymbolOf(segment), 0, 0, 5);
        return new($"<svg class=\"mark\" aria-hidden=\"true\" viewBox=\"-7 -7 14 14\"><path d=\"{path}\" fill=\"{SegmentPalette.Default.ColorOf(segment)}\"/></svg>");
    }

    /// <summary>A bar as long as the segment's share of the customers; the number stands beside it in words.</summary>
    public static Markup ShareBar(SegmentProfile profile) => new(Invariant(
        $"<svg class=\"share mark\" aria-hidden=\"true\" viewBox=\"0 0 100 3\" preserveAspectRatio=\"none\"><rect width=\"100\" height=\"3\" fill=\"#e3e3e3\"/><rect width=\"{100 * profile.Share:0.##}\" height=\"3\" fill=\"{SegmentPalette.Default.ColorOf(profile.Segment)}\"/></svg>"));

    /// <summary>The segment's number and name, as in every chart.</summary>
    public static string Label(SegmentProfile profile) => Invariant($"{profile.Segment} · {profile.Name}");

    /// <summary>How many customers, and what share of all.</summary>
    public static string Size(SegmentProfile profile) =>
        $"{NumberText.Customers(profile.Size)} ({NumberText.Percent(profile.Share)})";
}
