namespace Segmentation;

public static partial class Chart
{
    /// <summary>Any index against the number of clusters, with the recommended number, if any.</summary>
    /// <param name="verdict">The scores of each number of clusters.</param>
    /// <param name="index">What the index is called.</param>
    /// <param name="value">The index of a score, such as <c>score => score.DaviesBouldin</c>; null where it has none.</param>
    /// <param name="reading">How to read it, such as "Lower is better."; null for nothing.</param>
    public static Figure IndexByCount(
        ClusterCountVerdict verdict, string index, Func<ClusterCountScore, double?> value, string? reading = null)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(value);
        ScatterTrace line = CountLine([.. verdict.Scores.Where(score => value(score) is not null)], score => value(score)!.Value) with { Name = index };
        Layout layout = new()
        {
            Title = $"{index} by number of clusters",
            Subtitle = reading,
            XAxis = ClusterCountAxis,
            YAxis = new() { Title = index },
            ReferenceLines = verdict.RecommendedCount is int k ? [Mark("Recommended", k)] : [],
        };
        return new([line], layout, Describe(index, line, layout.ReferenceLines));
    }
}
