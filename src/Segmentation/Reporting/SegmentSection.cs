namespace Segmentation;

/// <summary>The report's comparison of the segments, in pictures and tables.</summary>
internal static class SegmentSection
{
    /// <summary>A heat map of more columns than this nobody reads.</summary>
    private const int MostColumns = 12;

    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<div class=\"pair\">");
        AddScatter(html, result);
        bool comparable = result.Profiles.Count > 1;
        if (comparable)
        {
            html.AddFigure(Chart.SegmentSizes(result.Profiles));
            AddHeatMap(html, result.Profiles);
        }

        if (result.Silhouette is SilhouetteResult silhouette)
        {
            html.AddFigure(Chart.Silhouette(silhouette, [.. result.Profiles.Select(profile => profile.Name)]));
        }

        html.Add($"</div>");
        if (comparable)
        {
            SegmentTables.Add(html, result.Profiles);
        }
    }

    /// <summary>Over the two clustered columns in which the segments lie farthest apart.</summary>
    private static void AddScatter(HtmlBuilder html, SegmentationResult result)
    {
        string[] widest = [.. TellingColumns.Clustered(result.Profiles).Take(2)];
        if (widest.Length < 2)
        {
            return;
        }

        // In the order in which the features were named, so that "income, spending" has income on the x axis.
        string[] axes = [.. result.Preprocessor.FeatureNames.Concat(result.Preprocessor.ColumnNames).Distinct().Where(widest.Contains)];
        CustomerTable clustered = result.Customers.Take(result.Prepared.Rows);
        html.AddFigure(Chart.SegmentScatter(clustered, axes[0], axes[1], result.Model.Labels, result.Profiles));
    }

    /// <summary>Of the most telling columns, in table order.</summary>
    private static void AddHeatMap(HtmlBuilder html, IReadOnlyList<SegmentProfile> profiles)
    {
        int all = profiles[0].Numbers.Count;
        int[] shown = [.. TellingColumns.Numbers(profiles).Take(MostColumns).Order()];
        Figure heatMap = Chart.ProfileHeatMap([.. profiles.Select(profile => profile with { Numbers = [.. shown.Select(column => profile.Numbers[column])] })]);
        html.AddFigure(heatMap);
        if (shown.Length < all)
        {
            html.Add($"<p class=\"note wide\">The heat map shows the {shown.Length} columns of {all} that tell the segments apart most; profiles.csv has all.</p>");
        }
    }
}
