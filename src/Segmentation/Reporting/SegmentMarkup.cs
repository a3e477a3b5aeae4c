namespace Segmentation;

/// <summary>How the report marks a segment.</summary>
internal static class SegmentMarkup
{
    /// <summary>A dot in the segment's colour, the same as in every chart.</summary>
    public static Markup Swatch(int segment) =>
        new($"<span class=\"swatch\" style=\"background:{SegmentPalette.Default.ColorOf(segment)}\"></span>");

    /// <summary>The segment's number and name, as in every chart.</summary>
    public static string Label(SegmentProfile profile) => FormattableString.Invariant($"{profile.Segment} · {profile.Name}");

    /// <summary>How many customers, and what share of all.</summary>
    public static string Size(SegmentProfile profile) =>
        $"{NumberText.Customers(profile.Size)} ({NumberText.Percent(profile.Share)})";
}
