namespace Segmentation;

/// <summary>The report's account of how surely each segment would be found again.</summary>
internal static class StabilitySection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        ClusterStability stability = result.Stability!;
        html.Add($"<p>{StabilityText.Of(stability, result.Profiles)}</p>");
        html.StartFold("Each segment's stability, and what it means");
        html.StartTable(
            $"The segments found again in {NumberText.Counted(stability.Samples, "bootstrap sample")}",
            "Segment", "Mean Jaccard", "Stability", "Recovered (above 0.75)", "Dissolved (at most 0.5)");
        foreach (ClusterRecovery recovery in stability.Clusters)
        {
            html.AddRow(
                SegmentMarkup.Label(result.Profiles[recovery.Cluster]),
                ReportNumbers.Index(recovery.MeanJaccard, ClusterRecovery.Bounds),
                VerdictText.Word(recovery.Grade),
                ReportNumbers.Whole(recovery.Recovered),
                ReportNumbers.Whole(recovery.Dissolved));
        }

        html.EndTable();
        html.Add($"<p class=\"note\">Customers are drawn anew and clustered again; Jaccard's coefficient is the share that a segment and its nearest new one have in common (Hennig 2007). Below 0.6 do not build on a segment; from 0.75 it is stable, from 0.85 highly stable.</p>");
        html.EndFold();
    }
}
