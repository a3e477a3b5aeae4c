namespace Segmentation;

/// <summary>
/// Where the data support no number of clusters, the number that can best be divided into: a division, not a discovery. Of
/// the numbers up to 10 that were tested the one that fails the fewest tests, a smallest cluster of a few rows counting as one more;
/// of several the winner by the criteria.
/// </summary>
/// <param name="ClusterCount">The number of clusters, k; 1 where the rows are too few or all alike.</param>
/// <param name="For">What speaks for it, a sentence; null where nothing does.</param>
/// <param name="Against">The tests that speak against it, a sentence each, the gravest first.</param>
/// <param name="Change">What would change the answer, a sentence; null where nothing would.</param>
public sealed record ClusterCountDivision(int ClusterCount, string? For, IReadOnlyList<string> Against, string? Change)
{
    /// <summary>What speaks for it, what against it, and what would change that.</summary>
    internal IEnumerable<string> Sentences => new[] { For }.Concat(Against).Append(Change).OfType<string>();
}
