using static System.FormattableString;

namespace Segmentation;

/// <summary>The report's evidence for the number of segments.</summary>
internal static class ClusterCountSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        ClusterCountVerdict verdict = result.Verdict;
        html.Add($"<section id=\"count\"><h2>How many segments</h2>");
        string answer = verdict.RecommendedCount is int count
            ? $"The data support {count} segments, with {VerdictText.Word(verdict.Confidence)} confidence."
            : "The data show no clear structure.";
        html.Add($"<p>{answer}</p>");
        html.AddList(verdict.Reasons);
        html.Add($"<div class=\"pair\">");
        html.AddFigure(Chart.Elbow(verdict));
        if (verdict.Scores.Count > 1)
        {
            html.AddFigure(Chart.SilhouetteByCount(verdict));
        }

        html.Add($"</div>");
        html.StartTable(
            "Every number of clusters that was tried; better is a higher silhouette and Calinski-Harabasz, a lower Davies-Bouldin",
            "k", "Inertia", "Silhouette", "Calinski-Harabasz", "Davies-Bouldin", "Smallest segment");
        foreach (ClusterCountScore score in verdict.Scores)
        {
            html.AddRow(
                Invariant($"{score.ClusterCount}"),
                NumberText.Of(score.Inertia),
                score.Silhouette is SilhouetteEstimate width ? Invariant($"{width.Value:0.000}") : "–",
                score.CalinskiHarabasz is double ratio ? NumberText.Of(ratio) : "–",
                score.DaviesBouldin is double index ? Invariant($"{index:0.000}") : "–",
                Invariant($"{score.SmallestSize:#,0}"));
        }

        html.EndTable();
        html.Add($"</section>");
    }
}
