namespace Segmentation;

/// <summary>Marks a page whose segments the data do not support, with what speaks against them and what would change that.</summary>
internal static class DivisionSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        if (result.IsDivision)
        {
            html.Add($"<p class=\"warning\"><strong>A division, not a discovery.</strong> {string.Join(" ", ResultText.AgainstDivision(result))} <a href=\"#count\">All tests.</a></p>");
        }
    }
}
