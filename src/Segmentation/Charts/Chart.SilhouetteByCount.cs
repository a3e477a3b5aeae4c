namespace Segmentation;

public static partial class Chart
{
    /// <summary>
    /// The mean silhouette width against the number of clusters, with the recommended number, if any. Where it was
    /// estimated from a sample, a bar shows one standard error to each side.
    /// </summary>
    public static Figure SilhouetteByCount(ClusterCountVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ClusterCountScore[] scores = [.. verdict.Scores.Where(score => score.Silhouette is not null)];
        bool estimated = scores.Any(score => score.Silhouette!.StandardError is not null);
        Layout layout = new()
        {
            Title = "Mean silhouette by number of clusters",
            Subtitle = estimated
                ? "Higher is better. Estimated from a sample; bars show one standard error to each side."
                : "Higher is better; 1 at most.",
            XAxis = ClusterCountAxis,
            YAxis = new() { Title = "Mean silhouette width", IncludesZero = true },
            ReferenceLines = verdict.RecommendedCount is int k ? [Mark("Recommended", k)] : [],
        };
        ScatterTrace line = CountLine(scores, score => score.Silhouette!.Value) with
        {
            Name = "Mean silhouette width",
            YError = estimated ? [.. scores.Select(score => score.Silhouette!.StandardError ?? double.NaN)] : [],
        };
        return new([line], layout, Describe("The mean silhouette width", line, layout.ReferenceLines));
    }
}
