namespace Segmentation;

/// <summary>What the reports say of a recommendation beside its action and its reason.</summary>
internal static class RecommendationText
{
    /// <summary>Where to reach the segment, how success is measured, which rule says so, and which say the opposite.</summary>
    public static string Source(Recommendation recommendation) => string.Join(' ', new[]
    {
        recommendation.Channel is string channel ? $"Channel: {channel}." : null,
        recommendation.Measure is string measure ? $"Measure: {measure}" : null,
        $"Rule: {recommendation.Rule} ({recommendation.Source}).",
        recommendation.ContradictedBy.Count > 0 ? $"Contradicted by {string.Join(", ", recommendation.ContradictedBy)}: choose one." : null,
    }.Where(part => part is not null));
}
