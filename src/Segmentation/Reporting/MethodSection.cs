using System.Globalization;
using static System.FormattableString;

namespace Segmentation;

/// <summary>The report's account of how everything was computed, enough to do it again.</summary>
internal static class MethodSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<section id=\"method\"><h2>How it was computed</h2>");
        html.AddList(
        [
            $"Features: {ResultText.Features(result)}; {Words(result.Preprocessor.Scaling)}.",
            $"Rows: {NumberText.Customers(result.Customers.RowCount)}, of which {NumberText.Customers(result.Prepared.Matrix.RowCount)} clustered and {NumberText.Customers(result.Prepared.Dropped.Count)} left out for missing features.",
            $"Algorithm: K-Means (Lloyd 1982) from greedy k-means++ centroids (Arthur and Vassilvitskii 2007), {result.Options.Algorithm.Restarts} restarts, seed {result.Options.Algorithm.Seed}; the customers were put in order first, so that the order of the file plays no part.",
            Invariant($"Result: inertia {result.Model.Inertia:R} in the space that was clustered, {result.Model.Iterations} iterations, {(result.Model.Converged ? "converged" : "not converged")}."),
            $"Silhouette {ResultText.Silhouette(result.Silhouette?.Mean)} (Rousseeuw 1987), Calinski-Harabasz {Number(result.CalinskiHarabasz)} (1974), Davies-Bouldin {Number(result.DaviesBouldin)} (1979), elbow by Kneedle (Satopää et al. 2011).",
            "For columns that were clustered on, only sizes of differences are given: the segments were made from them, so no test is valid. For the others, p-values are adjusted for all comparisons (Benjamini and Hochberg 1995).",
            $"Made with Segmentation {LibraryVersion.Text}.",
        ]);
        html.StartTable("Scaling: (x - center) / scale × weight", "Feature", "Center", "Scale", "Weight");
        foreach (FittedFeature feature in result.Preprocessor.Features)
        {
            html.AddRow(feature.Name, Exact(feature.Center), Exact(feature.Scale), Exact(feature.Weight));
        }

        html.EndTable();
        html.Add($"</section>");
    }

    private static string Words(Scaling scaling) => scaling switch
    {
        Scaling.Standard => "each less its mean, divided by its population standard deviation",
        Scaling.MinMax => "each brought to 0..1 by its minimum and maximum",
        Scaling.Robust => "each less its median, divided by its interquartile range",
        _ => "in original units, not scaled",
    };

    private static string Number(double? value) => value is double number ? NumberText.Of(number) : "–";

    private static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
