using static System.FormattableString;

namespace Segmentation;

/// <summary>The report's evidence for the number of segments.</summary>
internal static class ClusterCountSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        ClusterCountVerdict verdict = result.Verdict;
        string answer = verdict.RecommendedCount is int count
            ? $"The data support {ResultText.Segments(count)}, with {VerdictText.Word(verdict.Confidence)} confidence."
            : $"The data support no number of segments: this is {ResultText.DivisionMark}.";
        html.Add($"<p>{answer}</p>");
        html.AddList(verdict.Reasons);
        html.StartFold("Every number of segments that was tried, in pictures and tables, and how to read them");
        html.Add($"<div class=\"pair\">");
        html.AddFigure(Chart.Elbow(verdict));
        if (verdict.Scores.Count > 1)
        {
            html.AddFigure(Chart.SilhouetteByCount(verdict));
        }

        html.Add($"</div>");
        AddCombinations(html, result);
        AddScores(html, verdict, result.Profiles.Count);
        AddResampling(html, verdict, result.Profiles.Count);
        AddChoices(html, verdict);
        AddMeanings(html);
        html.EndFold();
    }

    private static void AddMeanings(HtmlBuilder html)
    {
        html.Add($"<h3>How to read the criteria</h3><dl>");
        html.Add($"<dt>Silhouette</dt><dd>How much nearer customers are to their own segment than to the next one. From −1 to 1, higher is better; at 0.25 or less there is no real structure, above 0.50 a reasonable one.</dd>");
        html.Add($"<dt>Inertia</dt><dd>The sum of squared distances to the segments' means. It falls with every further segment; the elbow is where more of them stop paying off (found by Kneedle).</dd>");
        html.Add($"<dt>Calinski-Harabasz</dt><dd>The spread between the segments against the spread within them; higher is better.</dd>");
        html.Add($"<dt>Davies-Bouldin</dt><dd>How far each segment overlaps with the one most like it; lower is better.</dd>");
        html.Add($"<dt>p uniform</dt><dd>How often customers spread evenly over the same extent, without any groups, would stand out as much by their silhouettes, at any number of segments. At most 0.01 is asked for.</dd>");
        html.Add($"<dt>Gap</dt><dd>How much lower the inertia's logarithm is than that of evenly spread customers (Tibshirani, Walther and Hastie 2001); higher is better.</dd>");
        html.Add($"<dt>Prediction strength</dt><dd>Customers are halved at random; of the worst segment of one half, the share of pairs that the other half's segments keep together. From 0.8 it is strong.</dd>");
        html.Add($"<dt>Least stable</dt><dd>How well the least stable segment is found again when customers are drawn anew: 1 is always and wholly; at least 0.75 is asked for.</dd>");
        html.Add($"<dt>p valley</dt><dd>Small where customers are fewer between every two segments than around their centres; large where one crowd was merely cut. At most 0.1 is asked for with two segments, 0.56 with five, 0.77 with ten: the more borders, the less likely all have a valley by chance.</dd></dl>");
    }

    private static void AddCombinations(HtmlBuilder html, SegmentationResult result)
    {
        if (result.Combinations is not CombinationTable table)
        {
            return;
        }

        html.StartTable(
            Invariant($"The table that the columns form: {table.Combinations.Count} combinations"), [.. table.Columns, "Customers", "Share"]);
        foreach (Combination combination in table.Combinations)
        {
            html.AddRow(
            [
                .. combination.Values.Select(value => value ?? ReportNumbers.None),
                ReportNumbers.Whole(combination.Customers),
                NumberText.Percent((double)combination.Customers / result.Prepared.Matrix.RowCount),
            ]);
        }

        html.EndTable();
    }

    private static void AddScores(HtmlBuilder html, ClusterCountVerdict verdict, int chosen)
    {
        html.StartTable(
            "Every number of segments that was tried",
            "Segments, k", "Silhouette", "Inertia", "Calinski-Harabasz", "Davies-Bouldin", "Customers in the smallest");
        foreach (ClusterCountScore score in verdict.Scores)
        {
            html.AddRow(
                Count(score, chosen),
                ReportNumbers.Index(score.Silhouette?.Value),
                NumberText.Of(score.Inertia),
                ReportNumbers.Of(score.CalinskiHarabasz),
                ReportNumbers.Index(score.DaviesBouldin),
                ReportNumbers.Whole(score.SmallestSize));
        }

        html.EndTable();
    }

    private static void AddResampling(HtmlBuilder html, ClusterCountVerdict verdict, int chosen)
    {
        html.StartTable(
            "What noise, halves and bootstrap samples say",
            "Segments, k", "p uniform", "Gap", "Its standard error", "Prediction strength", "Least stable", "p valley");
        foreach (ClusterCountScore score in verdict.Scores)
        {
            html.AddRow(
                Count(score, chosen),
                ReportNumbers.Index(score.UniformPValue, ClusterCountRequirements.UniformLevel),
                ReportNumbers.Index(score.Gap),
                ReportNumbers.Index(score.GapStandardError),
                ReportNumbers.Index(score.PredictionStrength, PredictionStrength.DefaultThreshold),
                ReportNumbers.Index(score.LeastStability, ClusterRecovery.Stable),
                ReportNumbers.Index(score.ValleyPValue));
        }

        html.EndTable();
    }

    private static void AddChoices(HtmlBuilder html, ClusterCountVerdict verdict)
    {
        html.StartTable("What each criterion picks", "Criterion", "k", "Why");
        foreach (CriterionChoice choice in verdict.Choices)
        {
            html.AddRow(choice.Criterion, choice.ClusterCount is int count ? Invariant($"{count}") : "none", choice.Explanation);
        }

        html.EndTable();
    }

    private static string Count(ClusterCountScore score, int chosen) =>
        score.ClusterCount == chosen ? Invariant($"{score.ClusterCount} (this report)") : Invariant($"{score.ClusterCount}");
}
