namespace Segmentation;

/// <summary>The report's account of how everything was computed, enough to do it again.</summary>
internal static class MethodSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<p>The same table, these settings and the same version give the same segments, bit for bit: the order of the rows and the number of threads play no part.</p>");
        html.StartFold("Settings, quality, methods and scaling");
        html.AddTerms(MethodText.Of(result));
        AddScaling(html, result);
        html.EndFold();
    }

    private static void AddScaling(HtmlBuilder html, SegmentationResult result)
    {
        IReadOnlyList<FittedFeature> features = result.Preprocessor.Features;
        bool filled = features.Any(feature => feature.FillValue is not null);
        string[] headers = ["Column", "Center", "Scale", "Weight"];
        html.StartTable(
            "The columns that were clustered, each as (value − center) / scale × weight",
            filled ? [.. headers, "Missing filled by", "Filled"] : headers);
        foreach (FittedFeature feature in features)
        {
            string[] cells =
            [
                feature.Name, ReportNumbers.Exact(feature.Center), ReportNumbers.Exact(feature.Scale), ReportNumbers.Exact(feature.Weight),
            ];
            html.AddRow(filled ? [.. cells, .. Filling(feature, result)] : cells);
        }

        html.EndTable();
        foreach (FittedFeature feature in features.Where(feature => HasNoMiddleSpread(feature, result)))
        {
            html.Add($"<p class=\"note\">The interquartile range of {feature.Name} is 0, so its scale is the population standard deviation instead.</p>");
        }
    }

    private static string[] Filling(FittedFeature feature, SegmentationResult result)
    {
        NumericColumn column = feature.NumbersOf(result.Customers);
        return feature.FillValue is double fill
            ? [ReportNumbers.Exact(fill), ReportNumbers.Whole(column.RowCount - column.PresentValues().Length)]
            : [ReportNumbers.None, ReportNumbers.None];
    }

    /// <summary>Whether <see cref="Scaling.Robust"/> found both quartiles equal, over the values that it was fitted to.</summary>
    private static bool HasNoMiddleSpread(FittedFeature feature, SegmentationResult result)
    {
        if (result.Preprocessor.Scaling != Scaling.Robust || feature.Encoding is not null)
        {
            return false;
        }

        double[] sorted = ((NumericColumn)feature.NumbersOf(result.Customers).Take(result.Prepared.Rows)).PresentValues();
        Array.Sort(sorted);
        return Rounding.SameUpToRounding(Quantiles.OfSorted(sorted, 0.25), Quantiles.OfSorted(sorted, 0.75));
    }
}
