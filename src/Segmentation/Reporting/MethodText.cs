using static System.FormattableString;

namespace Segmentation;

/// <summary>How everything was computed, in terms and sentences; the reports share it.</summary>
internal static class MethodText
{
    public static IEnumerable<(string What, string Value)> Of(SegmentationResult result) => Settings(result).Concat(Outcome(result));

    private static IEnumerable<(string What, string Value)> Settings(SegmentationResult result)
    {
        KMeans algorithm = result.Options.Algorithm;
        string chosen = result.Options.ClusterCount is null ? "chosen by the data" : "as asked";
        yield return ("Data", Data(result));
        yield return ("Customers", $"{Invariant($"{result.Prepared.Matrix.RowCount:#,0} of {result.Customers.RowCount:#,0}")} clustered; {Words(result.Options.Preprocessor.Missing)}.");
        yield return ("Columns", $"Clustered by {ResultText.Features(result)}.");
        yield return ("Scaling", $"{Words(result.Preprocessor.Scaling)}.");
        yield return ("Segments", Invariant($"{result.Profiles.Count}, {chosen}; {Tried(result.Verdict.Scores.Count)}."));
        yield return ("Choice of k", Choice(result.Options, result.Preprocessor.Features.Count));
        yield return ("Algorithm", Invariant($"K-Means (Lloyd 1982) from greedy k-means++ centroids (Arthur and Vassilvitskii 2007), the best of {NumberText.Counted(algorithm.Restarts, "restart")}{Refinement(algorithm, result)}; at most {NumberText.Counted(algorithm.MaxIterations, "iteration")}, tolerance {algorithm.Tolerance:R}{(algorithm.Tolerance == 0 ? " (until no customer changes segment)" : string.Empty)}."));
        yield return ("Seed", Invariant($"{algorithm.Seed}"));
        yield return ("Version", $"Segmentation {LibraryVersion.Text}");
        yield return ("Files", "Where segment run wrote this report, manifest.json beside it has every option as resolved and the SHA-256 of each file.");
    }

    private static IEnumerable<(string What, string Value)> Outcome(SegmentationResult result)
    {
        yield return ("Result", Invariant($"Inertia {result.Model.Inertia:R} in the space that was clustered, after {NumberText.Counted(result.Model.Iterations, "iteration")}, {(result.Model.Converged ? "converged" : "not converged")}."));
        if (result.Silhouette is SilhouetteResult silhouette)
        {
            yield return ("Quality", $"Silhouette {ResultText.Silhouette(silhouette.Mean)} (Rousseeuw 1987), Calinski-Harabasz {ReportNumbers.Of(result.CalinskiHarabasz)} (1974), Davies-Bouldin {ReportNumbers.Of(result.DaviesBouldin)} (1979); elbow by Kneedle (Satopää et al. 2011).");
        }

        if (result.Stability is ClusterStability stability)
        {
            yield return ("Stability", Invariant($"{NumberText.Counted(stability.Samples, "bootstrap sample")} of {stability.Rows:#,0} of {NumberText.Customers(stability.AllRows)}, clustered by K-Means with 3 restarts and no swaps; Jaccard's coefficient with the nearest cluster (clusterboot, Hennig 2007)."));
        }

        if (result.Rules is SegmentRules rules)
        {
            yield return ("Rules", Invariant($"Threshold tree of Moshkovitz et al. (2020), grown as ExKMC (Frost et al. 2020) to {(rules.Tree.Leaves.Count == 1 ? "1 leaf" : $"{rules.Tree.Leaves.Count} leaves")} while a further one saves at least {NumberText.Percent(result.Options.Rules.MinSaving)}."));
        }

        yield return ("Experiments", Invariant($"Two-sided significance {NumberText.Percent(result.Options.Experiment.Significance)}, power {NumberText.Percent(result.Options.Experiment.Power)}, {NumberText.Percent(result.Options.Experiment.HoldoutShare)} held out; two proportions with continuity correction (Fleiss, Tytun and Ury 1980)."));
        yield return ("Tests", "A segment against a random draw of its size, only for columns that the segments were not made from; p-values adjusted for all comparisons (Benjamini and Hochberg 1995).");
    }

    private static string Data(SegmentationResult result)
    {
        CustomerTable customers = result.Customers;
        string size = $"{NumberText.Counted(customers.RowCount, "row")}, {NumberText.Counted(customers.Columns.Count, "column")}";
        string id = customers.Id is null ? "no id column: rows are known by their numbers" : $"id column {customers.Id.Name}";
        return customers.LoadReport is LoadReport report
            ? $"{report.Source}, {report.Encoding}, cells between {report.DelimiterInWords}: {size}; {id}."
            : $"{size}; {id}.";
    }

    /// <summary>What the choice of k resamples, as the pipeline leaves it at its defaults.</summary>
    private static string Choice(SegmentationPipeline pipeline, int featureCount)
    {
        ClusterCountScan scan = new(clusterCount => pipeline.Algorithm with { ClusterCount = clusterCount });
        return Invariant($"At most {pipeline.MaxClusters}, none with a segment of fewer than {NumberText.Customers(pipeline.MinSegmentSize)}; up to k = {ClusterCountScan.MostResampled}, on at most {scan.SampleSizeFor(featureCount):#,0} rows: {NumberText.Counted(scan.ReferenceSets, "uniform set")}, {NumberText.Counted(scan.Halvings, "halving")}, {NumberText.Counted(scan.BootstrapSamples, "bootstrap sample")}.");
    }

    private static string Refinement(KMeans algorithm, SegmentationResult result)
    {
        // One segment has nothing to swap.
        int swaps = (algorithm with { ClusterCount = result.Model.ClusterCount }).SwapsFor(result.Prepared.Matrix.RowCount);
        return swaps == 0 || result.Profiles.Count == 1
            ? string.Empty
            : $", refined by swaps (after Fränti 2018) until {NumberText.Counted(swaps, "swap")} in a row lowered nothing{(algorithm.Restarts > 1 ? " and, from the second restart on, crossed with the best (after Gribel and Vidal 2019)" : string.Empty)}";
    }

    private static string Tried(int counts) => counts == 1 ? "only 1 was tried" : Invariant($"1 to {counts} were tried");

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
