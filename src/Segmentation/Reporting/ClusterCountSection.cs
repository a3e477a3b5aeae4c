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
            ? $"The data support {ResultText.Segments(count)}, with {VerdictText.Word(verdict.Confidence)} confidence."
            : "The data show no clear structure.";
        html.Add($"<p>{answer}</p>");
        html.AddList(verdict.Reasons);
        AddMeanings(html);
        html.Add($"<div class=\"pair\">");
        html.AddFigure(Chart.Elbow(verdict));
        if (verdict.Scores.Count > 1)
        {
            html.AddFigure(Chart.SilhouetteByCount(verdict));
        }

        html.Add($"</div>");
        AddScores(html, verdict, result.Profiles.Count);
        html.Add($"</section>");
    }

    private static void AddMeanings(HtmlBuilder html)
    {
        html.Add($"<h3>How to read the criteria</h3><dl>");
        html.Add($"<dt>Silhouette</dt><dd>How much nearer customers are to their own segment than to the next one. From −1 to 1, higher is better; at 0.25 or less there is no real structure, above 0.50 a reasonable one.</dd>");
        html.Add($"<dt>Inertia</dt><dd>The sum of squared distances to the segments' means. It falls with every further segment; the elbow is where more of them stop paying off (found by Kneedle).</dd>");
        html.Add($"<dt>Calinski-Harabasz</dt><dd>The spread between the segments against the spread within them; higher is better.</dd>");
        html.Add($"<dt>Davies-Bouldin</dt><dd>How far each segment overlaps with the one most like it; lower is better.</dd></dl>");
    }

    private static void AddScores(HtmlBuilder html, ClusterCountVerdict verdict, int chosen)
    {
        html.StartTable(
            "Every number of segments that was tried",
            "Segments, k", "Silhouette", "Inertia", "Calinski-Harabasz", "Davies-Bouldin", "Customers in the smallest");
        foreach (ClusterCountScore score in verdict.Scores)
        {
            html.AddRow(
                score.ClusterCount == chosen ? Invariant($"{score.ClusterCount} (this report)") : Invariant($"{score.ClusterCount}"),
                ReportNumbers.Index(score.Silhouette?.Value),
                NumberText.Of(score.Inertia),
                ReportNumbers.Of(score.CalinskiHarabasz),
                ReportNumbers.Index(score.DaviesBouldin),
                ReportNumbers.Whole(score.SmallestSize));
        }

        html.EndTable();
    }
}
