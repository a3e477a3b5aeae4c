using System.Collections.Immutable;

namespace Segmentation;

public static partial class Chart
{
    /// <summary>
    /// Inertia against the number of clusters, with the elbow that Kneedle found and the recommended number, if any.
    /// </summary>
    public static Figure Elbow(ClusterCountVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ImmutableArray<ReferenceLine> choices = MarkedCounts(verdict);
        Layout layout = new()
        {
            Title = "Inertia by number of clusters",
            Subtitle = choices.IsEmpty ? "No elbow was found, and no number is recommended." : null,
            XAxis = ClusterCountAxis,
            YAxis = new() { Title = "Inertia (sum of squared distances to the centroid)", IncludesZero = true },
            ReferenceLines = choices,
        };
        ScatterTrace line = CountLine(verdict.Scores, score => score.Inertia) with { Name = "Inertia" };
        return new([line], layout, Describe("Inertia", line, choices));
    }

    private static Axis ClusterCountAxis { get; } = new() { Title = "Number of clusters, k", WholeNumbers = true, Grid = false };

    private static ScatterTrace CountLine(IReadOnlyList<ClusterCountScore> scores, Func<ClusterCountScore, double> value) =>
        new([.. scores.Select(score => (double)score.ClusterCount)], [.. scores.Select(value)])
        {
            InLegend = false,
            Line = new Stroke(ChartColors.Mark),
            Marker = new Marker(ChartColors.Mark) { Size = 9 },
        };

    /// <summary>One line for each k that Kneedle or the verdict picks; one with both names where they agree.</summary>
    private static ImmutableArray<ReferenceLine> MarkedCounts(ClusterCountVerdict verdict)
    {
        int? elbow = verdict.Choices.FirstOrDefault(IsKneedle)?.ClusterCount;
        int? recommended = verdict.RecommendedCount;
        return (elbow, recommended) switch
        {
            (null, null) => [],
            (int k, null) => [Mark("Elbow (Kneedle)", k)],
            (null, int k) => [Mark("Recommended", k)],
            (int k, int same) when k == same => [Mark("Elbow (Kneedle) and recommended", k)],
            (int k, int other) => [Mark("Elbow (Kneedle)", k), Mark("Recommended", other)],
        };
    }

    private static ReferenceLine Mark(string name, int k) => new(k, $"{name}: k = {ChartNumbers.Count(k)}");

    private static bool IsKneedle(CriterionChoice choice) =>
        choice.Criterion.Contains("Kneedle", StringComparison.OrdinalIgnoreCase)
        || choice.Criterion.Contains("elbow", StringComparison.OrdinalIgnoreCase);

    private static string Describe(string what, ScatterTrace line, ImmutableArray<ReferenceLine> marks)
    {
        string ends = line.X.IsEmpty
            ? "No number of clusters was tried."
            : $"{what} is {ChartNumbers.Short(line.Y[0])} at k = {ChartNumbers.Count(line.X[0])} and {ChartNumbers.Short(line.Y[^1])} at k = {ChartNumbers.Count(line.X[^1])}.";
        return string.Join(' ', marks.Select(mark => $"{mark.Label}.").Prepend(ends));
    }
}
