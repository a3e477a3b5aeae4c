namespace Segmentation;

/// <summary>The report's comparison of the segments, in pictures and tables.</summary>
internal static class SegmentSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        IReadOnlyList<SegmentProfile> profiles = result.Profiles;
        LeadKind lead = new LeadPicture(result).Kind;
        html.Add($"<div class=\"pair\">");
        if (profiles[0].Numbers.Count > (lead == LeadKind.Means ? LeadPicture.MostNumbers : 0))
        {
            html.AddFigure(ComparedPictures.Means(profiles));
            AddLeftOut(html, "means", "columns", ComparedPictures.MostNumbers, profiles[0].Numbers.Count);
        }

        if (profiles[0].Categories.Count > (lead == LeadKind.Shares ? LeadPicture.MostCategories : 0))
        {
            html.AddFigure(ComparedPictures.Shares(profiles));
            AddLeftOut(html, "shares", "categories", ComparedPictures.MostCategories, profiles[0].Categories.Count);
        }

        html.AddFigure(Chart.SegmentSizes(profiles));
        html.Add($"</div>");
        html.StartFold("Silhouettes, and each column by segment");
        html.Add($"<div class=\"pair\">");
        if (result.Silhouette is SilhouetteResult silhouette)
        {
            html.AddFigure(Chart.Silhouette(silhouette, [.. profiles.Select(profile => profile.Name)]));
        }

        html.Add($"</div>");
        SegmentTables.Add(html, profiles);
        html.EndFold();
    }

    private static void AddLeftOut(HtmlBuilder html, string what, string columns, int most, int all)
    {
        if (most < all)
        {
            html.Add($"<p class=\"note wide\">The {what} are those of the {most} {columns} of {all} that tell the segments apart most; profiles.csv has all.</p>");
        }
    }
}
