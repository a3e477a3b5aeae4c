namespace Segmentation;

/// <summary>
/// The few things to do first: the recommendations with the strongest evidence, of different segments. Strength counts times
/// the root of the segment's share, so that a single customer far out does not come first.
/// </summary>
internal static class TopActions
{
    private const int Most = 3;

    /// <summary>
    /// At most three, the strongest first, no action twice; a segment comes again only where there are too few others.
    /// </summary>
    public static IReadOnlyList<Recommendation> Of(SegmentationResult result)
    {
        Recommendation[] strongest =
        [
            .. result.Recommendations
                .OrderByDescending(recommendation => Strongest(recommendation).Strength * Math.Sqrt(result.Profiles[recommendation.Segment - 1].Share))
                .DistinctBy(recommendation => recommendation.Action),
        ];
        Recommendation[] first = [.. strongest.DistinctBy(recommendation => recommendation.Segment)];
        return [.. first.Concat(strongest.Except(first)).Take(Most)];
    }

    /// <summary>The evidence that says most, in a sentence with its n.</summary>
    public static string Because(Recommendation recommendation)
    {
        Evidence evidence = Strongest(recommendation);
        return $"{evidence.Comparison} ({NumberText.Customers(evidence.Count)}).";
    }

    private static Evidence Strongest(Recommendation recommendation) => recommendation.Evidence.MaxBy(evidence => evidence.Strength)!;
}
