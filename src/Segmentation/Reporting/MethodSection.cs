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
        AddScaling(html, result.Preprocessor.Features);
        html.Add($"</section>");
    }

    private static IEnumerable<(string What, string Value)> Settings(SegmentationResult result)
    {
        KMeans algorithm = result.Options.Algorithm;
        string chosen = result.Options.ClusterCount is null ? "chosen by the data" : "as asked";
        yield return ("Customers", $"{Invariant($"{result.Prepared.Matrix.RowCount:#,0} of {result.Customers.RowCount:#,0}")} clustered; {Words(result.Options.Preprocessor.Missing)}.");
        yield return ("Scaling", $"{Words(result.Preprocessor.Scaling)}.");
        yield return ("Segments", Invariant($"{result.Profiles.Count}, {chosen}; 1 to {result.Verdict.Scores.Count} were tried."));
        yield return ("Algorithm", Invariant($"K-Means (Lloyd 1982) from greedy k-means++ centroids (Arthur and Vassilvitskii 2007), the best of {algorithm.Restarts} restarts, refined by random swaps (Fränti 2018); at most {algorithm.MaxIterations} iterations, tolerance {algorithm.Tolerance:R}."));
        yield return ("Seed", Invariant($"{algorithm.Seed}"));
        yield return ("Version", $"Segmentation {LibraryVersion.Text}");
    }

    private static IEnumerable<(string What, string Value)> Outcome(SegmentationResult result)
    {
        yield return ("Result", Invariant($"Inertia {result.Model.Inertia:R} in the space that was clustered, after {result.Model.Iterations} iterations, {(result.Model.Converged ? "converged" : "not converged")}."));
        if (result.Silhouette is SilhouetteResult silhouette)
        {
            yield return ("Quality", $"Silhouette {ResultText.Silhouette(silhouette.Mean)} (Rousseeuw 1987), Calinski-Harabasz {ReportNumbers.Of(result.CalinskiHarabasz)} (1974), Davies-Bouldin {ReportNumbers.Of(result.DaviesBouldin)} (1979); elbow by Kneedle (Satopää et al. 2011).");
        }

        yield return ("Tests", "A segment against a random draw of its size, only for columns that the segments were not made from; p-values adjusted for all comparisons (Benjamini and Hochberg 1995).");
    }

    private static void AddScaling(HtmlBuilder html, IReadOnlyList<FittedFeature> features)
    {
        html.StartTable("The columns that were clustered, each as (value − center) / scale × weight", "Column", "Center", "Scale", "Weight");
        foreach (FittedFeature feature in features)
        {
            html.AddRow(feature.Name, ReportNumbers.Exact(feature.Center), ReportNumbers.Exact(feature.Scale), ReportNumbers.Exact(feature.Weight));
        }

        html.EndTable();
    }

    private static string Words(Scaling scaling) => scaling switch
    {
        Scaling.Standard => "Each column less its mean, divided by its population standard deviation",
        Scaling.MinMax => "Each column brought to 0..1 by its minimum and maximum",
        Scaling.Robust => "Each column less its median, divided by its interquartile range",
        _ => "None: the columns keep their units, and the one that varies most counts most",
    };

    private static string Words(MissingValues missing) => missing switch
    {
        MissingValues.FillMedian => "a missing value is filled by its column's median",
        MissingValues.FillMean => "a missing value is filled by its column's mean",
        _ => "one that lacks a clustered column is left out",
    };
}
