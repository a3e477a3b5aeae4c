namespace Segmentation;

/// <summary>The report's comparison of the segments, in pictures and tables.</summary>
internal static class SegmentSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<section id=\"segments\"><h2>The segments</h2>");
        html.Add($"<div class=\"pair\">");
        AddScatter(html, result);
        bool comparable = result.Profiles.Count > 1;
        if (comparable)
        {
            html.AddFigure(Chart.ProfileHeatMap(result.Profiles));
            html.AddFigure(Chart.SegmentSizes(result.Profiles));
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

        html.Add($"</section>");
    }

    /// <summary>Over the two clustered columns in which the segments lie farthest apart.</summary>
    private static void AddScatter(HtmlBuilder html, SegmentationResult result)
    {
        string[] widest =
        [
            .. result.Profiles[0].Numbers
                .Where(number => number.Clustered)
                .Select(number => number.Column)
                .OrderByDescending(column => result.Profiles.Sum(profile => profile.Share * SquaredEffect(profile, column)))
                .Take(2),
        ];
        if (widest.Length < 2)
        {
            return;
        }

        // In the order in which the features were named, so that "income, spending" has income on the x axis.
        string[] axes = [.. result.Preprocessor.FeatureNames.Concat(result.Preprocessor.ColumnNames).Distinct().Where(widest.Contains)];
        CustomerTable clustered = result.Customers.Take(result.Prepared.Rows);
        html.AddFigure(Chart.SegmentScatter(clustered, axes[0], axes[1], result.Model.Labels, result.Profiles));
    }

    private static double SquaredEffect(SegmentProfile profile, string column) =>
        Math.Pow(profile.Numbers.First(number => number.Column == column).Effect ?? 0, 2);
}
