namespace Segmentation;

/// <summary>An outcome within a segment.</summary>
/// <param name="Segment">The segment's number, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Customers">Its customers whose outcome is known.</param>
/// <param name="Count">Those of them that have the level; null for the mean of a number.</param>
/// <param name="Value">The share that has the level, 0 to 1, or the mean; null where nobody's outcome is known.</param>
/// <param name="Lower">The lower end of its 95% interval: Wilson's of a share, Student's of a mean; null where it is unknown.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="AdjustedPValue">
/// How often a random draw of the segment's size would differ as much from all customers (hypergeometric of a share, v-test of
/// a mean), adjusted for the segments that were asked (Benjamini and Hochberg 1995); null where nothing can be compared.
/// </param>
public sealed record OutcomeBySegment(
    int Segment, string Name, int Customers, int? Count, double? Value, double? Lower, double? Upper, double? AdjustedPValue)
{
    /// <summary>Whether the segment differs from all customers by more than chance explains: adjusted p below 0.01.</summary>
    public bool Differs => Trait.IsNoChance(AdjustedPValue);
}
