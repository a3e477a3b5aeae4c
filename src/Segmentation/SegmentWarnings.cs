namespace Segmentation;

/// <summary>What is doubtful about single segments: one sentence for all that are too small, one for all that lie too near.</summary>
internal static class SegmentWarnings
{
    /// <summary>A mean silhouette at or below this is no substantial structure (Kaufman and Rousseeuw 1990).</summary>
    private const double WeakSilhouette = 0.25;

    /// <summary>Means and shares of fewer customers than this say little.</summary>
    private const int SmallSize = 10;

    private const int MostNamed = 5;

    public static IEnumerable<string> Of(SegmentationResult result)
    {
        SegmentProfile[] small = [.. result.Profiles.Where(profile => profile.Size < SmallSize).OrderBy(profile => profile.Size)];
        if (small.Length == 1)
        {
            yield return $"{Who(small[0])} has only {NumberText.Customers(small[0].Size)}: its averages say little.";
        }
        else if (small.Length > 1)
        {
            yield return $"{Counted(small.Length, result)} have fewer than {SmallSize} customers, so that their averages say little: {Numbers(small, profile => NumberText.Customers(profile.Size))}.";
        }

        // The width of a single customer is 0 by convention and says nothing.
        SegmentProfile[] weak = [.. result.Profiles.Where(profile => profile.Size > 1 && Width(profile) <= WeakSilhouette).OrderBy(Width)];
        if (weak.Length == 1)
        {
            yield return $"{Who(weak[0])} is not well separated from its neighbours: mean silhouette {Shown(weak[0])}.";
        }
        else if (weak.Length > 1)
        {
            yield return $"{Counted(weak.Length, result)} are not well separated from their neighbours (mean silhouette at most {WeakSilhouette:0.00}): {Numbers(weak, Shown)}.";
        }

        double? Width(SegmentProfile profile) => result.Silhouette?.ClusterMeans[profile.Segment - 1];

        string Shown(SegmentProfile profile) => NumberText.Beside(Width(profile)!.Value, 2, WeakSilhouette);
    }

    private static string Who(SegmentProfile profile) => $"Segment {profile.Segment} ({profile.Name})";

    private static string Counted(int count, SegmentationResult result) => $"{count} of {result.Profiles.Count} segments";

    /// <summary>The numbers of segments with what is wrong: "3 (4 customers), 7 (9 customers) and 5 more".</summary>
    private static string Numbers(SegmentProfile[] profiles, Func<SegmentProfile, string> detail) =>
        string.Join(", ", profiles.Take(MostNamed).Select(profile => $"{profile.Segment} ({detail(profile)})"))
        + (profiles.Length > MostNamed ? $" and {profiles.Length - MostNamed} more" : string.Empty);
}
