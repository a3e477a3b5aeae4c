using static System.FormattableString;

namespace Segmentation;

/// <summary>The report's account of how everything was computed, enough to do it again.</summary>
internal static class MethodSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<section id=\"method\"><h2>How it was computed</h2>");
        html.Add($"<p>The same table, these settings and the same version give the same segments, bit for bit: the order of the rows and the number of threads play no part.</p><dl>");
        foreach ((string what, string value) in Settings(result).Concat(Outcome(result)))
        {
            html.Add($"<dt>{what}</dt><dd>{value}</dd>");
        }

        html.Add($"</dl>");
        AddScaling(html, result);
        html.Add($"</section>");
    }

    private static IEnumerable<(string What, string Value)> Settings(SegmentationResult result)
    {
        KMeans algorithm = result.Options.Algorithm;
        string chosen = result.Options.ClusterCount is null ? "chosen by the data" : "as asked";
        yield return ("Customers", $"{Invariant($"{result.Prepared.Matrix.RowCount:#,0} of {result.Customers.RowCount:#,0}")} clustered; {Words(result.Options.Preprocessor.Missing)}.");
        yield return ("Scaling", $"{Words(result.Preprocessor.Scaling)}.");
        yield return ("Segments", Invariant($"{result.Profiles.Count}, {chosen}; {Tried(result.Verdict.Scores.Count)}."));
        yield return ("Algorithm", Invariant($"K-Means (Lloyd 1982) from greedy k-means++ centroids (Arthur and Vassilvitskii 2007), the best of {Counted(algorithm.Restarts, "restart")}{Refinement(algorithm, result)}; at most {Counted(algorithm.MaxIterations, "iteration")}, tolerance {algorithm.Tolerance:R}{(algorithm.Tolerance == 0 ? " (until no customer changes segment)" : string.Empty)}."));
        yield return ("Seed", Invariant($"{algorithm.Seed}"));
        yield return ("Version", $"Segmentation {LibraryVersion.Text}");
    }

    private static IEnumerable<(string What, string Value)> Outcome(SegmentationResult result)
    {
        yield return ("Result", Invariant($"Inertia {result.Model.Inertia:R} in the space that was clustered, after {Counted(result.Model.Iterations, "iteration")}, {(result.Model.Converged ? "converged" : "not converged")}."));
        if (result.Silhouette is SilhouetteResult silhouette)
        {
            yield return ("Quality", $"Silhouette {ResultText.Silhouette(silhouette.Mean)} (Rousseeuw 1987), Calinski-Harabasz {ReportNumbers.Of(result.CalinskiHarabasz)} (1974), Davies-Bouldin {ReportNumbers.Of(result.DaviesBouldin)} (1979); elbow by Kneedle (Satopää et al. 2011).");
        }

        yield return ("Tests", "A segment against a random draw of its size, only for columns that the segments were not made from; p-values adjusted for all comparisons (Benjamini and Hochberg 1995).");
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

    private static string Refinement(KMeans algorithm, SegmentationResult result)
    {
        // One segment has nothing to swap.
        int swaps = algorithm.SwapsFor(result.Prepared.Matrix.RowCount);
        return swaps == 0 || result.Profiles.Count == 1
            ? string.Empty
            : $", refined by swaps (after Fränti 2018) until {Counted(swaps, "swap")} in a row lowered nothing";
    }

    private static string Tried(int counts) => counts == 1 ? "only 1 was tried" : Invariant($"1 to {counts} were tried");

    private static string Counted(int count, string noun) => Invariant($"{count:#,0} {noun}{(count == 1 ? string.Empty : "s")}");

    private static string Words(Scaling scaling) => scaling switch
    {
        Scaling.Standard => "Each column less its mean, divided by its population standard deviation",
        Scaling.MinMax => "Each column brought to 0..1 by its minimum and maximum",
        Scaling.Robust => "Each column less its median, divided by its interquartile range (definition R7; where that is 0, by its population standard deviation)",
        _ => "None: the columns keep their units, and the one that varies most counts most",
    };

    private static string Words(MissingValues missing) => missing switch
    {
        MissingValues.FillMedian => "a missing value is filled by its column's median",
        MissingValues.FillMean => "a missing value is filled by its column's mean",
        MissingValues.FillMode => "a missing value is filled by its column's most frequent one",
        MissingValues.KPod => "a missing value is filled from its segment's centroid, again and again (k-POD: Chi, Chi and Baraniuk 2016); the number of segments was chosen with means in its place",
        _ => "one that lacks a clustered column is left out",
    };
}
