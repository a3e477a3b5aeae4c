namespace Segmentation;

/// <summary>
/// Which segments may be called best, worst, growing or shrinking. All pairs of segments are compared (Welch) and the p-values
/// multiplied by the number of pairs, those of the changes by the number of segments (Bonferroni), so that where the
/// segments do not differ at most one table in twenty leads to a claim of either kind.
/// </summary>
internal static class ValueClaims
{
    private const double Level = 0.05;

    /// <summary>A segment worth growing has at least this many customers with both values.</summary>
    public const int LeastCustomers = 30;

    /// <summary>A segment worth growing has at least this share of the customers whose value is known.</summary>
    public const double LeastShare = 0.05;

    /// <summary>The position of the segment whose mean lies surely above all others; null for none.</summary>
    public static int? Best(IReadOnlyList<ValueMean?> means) => Extreme(means, 1);

    /// <summary>The position of the segment whose mean lies surely below all others; null for none.</summary>
    public static int? Worst(IReadOnlyList<ValueMean?> means) => Extreme(means, -1);

    public static bool IsWorthGrowing(ValueMean? change, double shareOfCustomers, int segments) =>
        change is { Mean: > 0, Count: >= LeastCustomers }
        && shareOfCustomers >= LeastShare
        && IsNoChance(change, segments);

    public static bool Shrinks(ValueMean? change, int segments) => change is { Mean: < 0 } && IsNoChance(change, segments);

    private static bool IsNoChance(ValueMean change, int segments) => change.PValueAgainstZero() * segments < Level;

    private static int? Extreme(IReadOnlyList<ValueMean?> means, int sign)
    {
        int[] known = [.. Enumerable.Range(0, means.Count).Where(segment => means[segment] is not null)];
        if (known.Length < 2)
        {
            return null;
        }

        int candidate = known.MaxBy(segment => sign * means[segment]!.Mean);
        double pairs = known.Length * (known.Length - 1) / 2.0;
        return known.All(other => other == candidate || ValueMean.PValueOfDifference(means[candidate]!, means[other]!) * pairs < Level)
            ? candidate
            : null;
    }
}
