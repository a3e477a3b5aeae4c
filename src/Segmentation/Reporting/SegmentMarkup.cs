namespace Segmentation;

/// <summary>How the report marks a segment.</summary>
internal static class SegmentMarkup
{
    /// <summary>A dot in the segment's colour, the same as in every chart.</summary>
    public static Markup Swatch(int segment) =>
        new($"<span class=\"swatch\" style=\"background:{SegmentPalette.Default.ColorOf(segment)}\"></span>");
}
