using System.Globalization;

namespace Segmentation.Cli;

/// <summary>The scan behind a verdict on the number of segments, for people.</summary>
internal static class VerdictTables
{
    private const int MostCombinations = 12;

    public static void Show(CommandOutput output, ClusterCountVerdict verdict)
    {
        output.Table(Scores(verdict));
        output.Line();
        output.Table(Resampling(verdict));
        output.Line();
        output.Table(Choices(verdict));
        output.Line();
        output.Line(verdict.RecommendedCount is int count
            ? $"Recommended: {ResultText.Segments(count)}, with {VerdictText.Word(verdict.Confidence)} confidence."
            : "Recommended: none.");
        foreach (string reason in verdict.Reasons)
        {
            output.Line($"- {reason}");
        }
    }

    /// <summary>The table that the columns form, where they do.</summary>
    public static void Show(CommandOutput output, CombinationTable? combinations)
    {
        if (combinations is null)
        {
            return;
        }

        int all = combinations.Combinations.Sum(combination => combination.Customers);
        output.Heading($"The columns form a table of {Shown.Count(combinations.Combinations.Count)} combinations");
        TextTable table = new([.. combinations.Columns, "#Customers", "#Share"]);
        foreach (Combination combination in combinations.Combinations.Take(MostCombinations))
        {
            table.Add([.. combination.Values, Shown.Count(combination.Customers), Shown.Percent((double)combination.Customers / all)]);
        }

        output.Table(table);
        if (combinations.Combinations.Count > MostCombinations)
        {
            output.Line($"({Shown.Count(combinations.Combinations.Count - MostCombinations)} more combinations.)");
        }
    }

    private static TextTable Scores(ClusterCountVerdict verdict)
    {
        TextTable table = new("#k", "#Inertia", "#Silhouette", "#Calinski-Harabasz", "#Davies-Bouldin", "#Smallest segment");
        foreach (ClusterCountScore score in verdict.Scores)
        {
            table.Add(
                Shown.Count(score.ClusterCount), Shown.Number(score.Inertia), Shown.Number(score.Silhouette?.Value),
                Shown.Number(score.CalinskiHarabasz), Shown.Number(score.DaviesBouldin), Shown.Count(score.SmallestSize));
        }

        return table;
    }

    private static TextTable Resampling(ClusterCountVerdict verdict)
    {
        TextTable table = new("#k", "#p uniform", "#Gap", "#Gap SE", "#Prediction strength", "#Least stable", "#p valley");
        foreach (ClusterCountScore score in verdict.Scores)
        {
            table.Add(
                Shown.Count(score.ClusterCount), Decimals(score.UniformPValue), Decimals(score.Gap), Decimals(score.GapStandardError),
                Decimals(score.PredictionStrength), Decimals(score.LeastStability), Decimals(score.ValleyPValue));
        }

        return table;
    }

    private static string? Decimals(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture);

    private static TextTable Choices(ClusterCountVerdict verdict)
    {
        TextTable table = new("Criterion", "#Picks k", "Why");
        foreach (CriterionChoice choice in verdict.Choices)
        {
            table.Add(choice.Criterion, choice.ClusterCount is int count ? Shown.Count(count) : "none", choice.Explanation);
        }

        return table;
    }
}
