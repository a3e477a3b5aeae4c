namespace Segmentation;

/// <summary>
/// How far two groupings of the same rows agree, whatever their groups are called (Hubert and Arabie 1985): the share of
/// pairs of rows that both treat alike, adjusted so that chance gives 0.
/// </summary>
public static class AdjustedRandIndex
{
    /// <summary>1 for the same grouping, about 0 for unrelated ones, negative for less agreement than by chance.</summary>
    /// <param name="labels">The group of each row; any numbers.</param>
    /// <param name="otherLabels">The other grouping, as many.</param>
    /// <exception cref="ArgumentException">There are not equally many labels.</exception>
    public static double Of(ReadOnlySpan<int> labels, ReadOnlySpan<int> otherLabels)
    {
        if (labels.Length != otherLabels.Length)
        {
            throw new ArgumentException($"There are {labels.Length} labels and {otherLabels.Length} others.", nameof(otherLabels));
        }

        Dictionary<int, long> sizes = [];
        Dictionary<int, long> otherSizes = [];
        Dictionary<(int, int), long> shared = [];
        for (int row = 0; row < labels.Length; row++)
        {
            Count(sizes, labels[row]);
            Count(otherSizes, otherLabels[row]);
            Count(shared, (labels[row], otherLabels[row]));
        }

        double together = Pairs(shared.Values);
        double inOne = Pairs(sizes.Values);
        double inOther = Pairs(otherSizes.Values);
        double all = Pairs([labels.Length]);
        if (together == inOne && together == inOther)
        {
            return 1; // the same grouping; where all rows are together, or all apart, chance can do nothing else
        }

        double expected = inOne / all * inOther;
        return (together - expected) / (((inOne + inOther) / 2) - expected);
    }

    private static void Count<TKey>(Dictionary<TKey, long> counts, TKey key)
        where TKey : notnull =>
        counts[key] = counts.GetValueOrDefault(key) + 1;

    /// <summary>The pairs of rows within groups of these sizes; exact below 2^53.</summary>
    private static double Pairs(IEnumerable<long> sizes) => sizes.Sum(size => size * (size - 1) / 2);
}
