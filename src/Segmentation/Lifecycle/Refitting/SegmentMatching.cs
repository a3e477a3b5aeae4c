namespace Segmentation;

/// <summary>What new segments are matched to old ones by.</summary>
public enum SegmentMatchingBasis
{
    /// <summary>By the customers that both have: the largest total of Jaccard coefficients.</summary>
    Customers,

    /// <summary>By their centroids: the smallest total of squared distances.</summary>
    Centroids,
}

/// <summary>
/// Which new cluster goes on as which old segment, and what became of the others. One to one by the Hungarian method; what
/// happened is told by the overlaps, as in MONIC (Spiliopoulou et al. 2006): the share of an old segment's customers, of
/// those known to both, who are in a new one.
/// </summary>
/// <remarks>
/// A matched pair survives where the overlap is at least <see cref="SurvivalThreshold"/>. A segment split where at least two
/// new ones hold <see cref="SplitThreshold"/> of it each and <see cref="SurvivalThreshold"/> together, and each of them
/// consists of it by at least <see cref="SurvivalThreshold"/> (which MONIC does not ask; it tells a split from customers who
/// moved to another segment). Several merged where each has an overlap of at least <see cref="SurvivalThreshold"/> with the
/// same new one. The matched part of a split and the matched one of those that merged go on with the number where their own overlap allows. An old
/// segment that has less than <see cref="VanishThreshold"/> of its former share of the customers has vanished, wherever its
/// last customers are.
/// </remarks>
public sealed class SegmentMatching
{
    /// <summary>The overlap from which a segment survives, MONIC's tau.</summary>
    public const double SurvivalThreshold = 0.5;

    /// <summary>The overlap from which a new segment is a part of a split, MONIC's tau_split.</summary>
    public const double SplitThreshold = 0.25;

    /// <summary>The share of its former share of the customers below which a segment has vanished.</summary>
    public const double VanishThreshold = 0.1;

    private SegmentMatching(
        SegmentMatchingBasis basis, int?[] oldOf, int[] numbers, int nextNumber, IReadOnlyList<SegmentTransition> transitions)
    {
        Basis = basis;
        OldOf = oldOf;
        Numbers = numbers;
        NextNumber = nextNumber;
        Transitions = transitions;
    }

    /// <summary>What they were matched by.</summary>
    public SegmentMatchingBasis Basis { get; }

    /// <summary>For each new cluster the place, from 0, of the old segment that goes on in it; null for one that has none.</summary>
    public IReadOnlyList<int?> OldOf { get; }

    /// <summary>For each new cluster the segment's number: that of the old one, or the next that was never used.</summary>
    public IReadOnlyList<int> Numbers { get; }

    /// <summary>What became of the old segments by their numbers, then the new ones.</summary>
    public IReadOnlyList<SegmentTransition> Transitions { get; }

    /// <summary>The number that the next new segment would get.</summary>
    internal int NextNumber { get; }

    /// <summary>Matches on the customers that both know.</summary>
    /// <param name="oldNumbers">The old segments' numbers.</param>
    /// <param name="oldSizes">The customers that each had.</param>
    /// <param name="oldLabels">For each customer of now the place of the old segment, from 0; -1 where it is not known.</param>
    /// <param name="newLabels">For each customer of now the new cluster, from 0.</param>
    /// <param name="newCount">The number of new clusters.</param>
    /// <param name="nextNumber">The first number that was never used.</param>
    /// <exception cref="ArgumentException">There are not equally many labels.</exception>
    public static SegmentMatching OnCustomers(
        IReadOnlyList<int> oldNumbers,
        IReadOnlyList<int> oldSizes,
        ReadOnlySpan<int> oldLabels,
        ReadOnlySpan<int> newLabels,
        int newCount,
        int nextNumber)
    {
        SegmentOverlap overlap = SegmentOverlap.Of(oldLabels, oldNumbers.Count, newLabels, newCount);
        bool[] gone = [.. oldSizes.Select((size, i) => IsGone(overlap, i, oldSizes))];
        int?[] oldOf = new int?[newCount];
        int[] matched = overlap.Assign();
        for (int i = 0; i < matched.Length; i++)
        {
            if (matched[i] >= 0 && !gone[i] && overlap.OfOld(i, matched[i]) >= SurvivalThreshold)
            {
                oldOf[matched[i]] = i;
            }
        }

        (int[] numbers, int next) = Number(oldOf, oldNumbers, nextNumber);
        return new SegmentMatching(
            SegmentMatchingBasis.Customers, oldOf, numbers, next, new SegmentTransitions(overlap, oldNumbers, oldSizes, numbers, oldOf, gone).All());
    }

    /// <summary>
    /// Matches on the centroids. A pair survives where their distance is at most half of that from the old centroid to the
    /// nearest other old one, so that it could not be taken for another. Splits and merges cannot be told.
    /// </summary>
    /// <param name="oldNumbers">The old segments' numbers.</param>
    /// <param name="oldSizes">The customers that each had.</param>
    /// <param name="oldCentroids">k x d, on a scale that suits both.</param>
    /// <param name="newSizes">The customers of each new cluster.</param>
    /// <param name="newCentroids">The new clusters', on the same scale.</param>
    /// <param name="nextNumber">The first number that was never used.</param>
    public static SegmentMatching OnCentroids(
        IReadOnlyList<int> oldNumbers,
        IReadOnlyList<int> oldSizes,
        FeatureMatrix oldCentroids,
        IReadOnlyList<int> newSizes,
        FeatureMatrix newCentroids,
        int nextNumber)
    {
        ArgumentNullException.ThrowIfNull(oldCentroids);
        ArgumentNullException.ThrowIfNull(newCentroids);
        double[,] cost = new double[oldCentroids.RowCount, newCentroids.RowCount];
        for (int i = 0; i < oldCentroids.RowCount; i++)
        {
            for (int j = 0; j < newCentroids.RowCount; j++)
            {
                cost[i, j] = SquaredDistance.Between(oldCentroids.Row(i), newCentroids.Row(j));
            }
        }

        int?[] oldOf = new int?[newCentroids.RowCount];
        int[] matched = Hungarian.Assign(cost);
        for (int i = 0; i < matched.Length; i++)
        {
            if (matched[i] >= 0 && Math.Sqrt(cost[i, matched[i]]) <= NearestOther(oldCentroids, i) / 2)
            {
                oldOf[matched[i]] = i;
            }
        }

        (int[] numbers, int next) = Number(oldOf, oldNumbers, nextNumber);
        List<SegmentTransition> transitions = [];
        for (int i = 0; i < oldNumbers.Count; i++)
        {
            int j = Array.IndexOf(oldOf, i);
            transitions.Add(j >= 0
                ? new(SegmentTransitionKind.Survived, [oldNumbers[i]], [numbers[j]], [new(oldNumbers[i], numbers[j], 0, null, null)], oldSizes[i], newSizes[j], 0, Math.Sqrt(cost[i, j]))
                : new(SegmentTransitionKind.Vanished, [oldNumbers[i]], [], [], oldSizes[i], 0, 0));
        }

        transitions.AddRange(Enumerable.Range(0, oldOf.Length).Where(j => oldOf[j] is null)
            .Select(j => new SegmentTransition(SegmentTransitionKind.New, [], [numbers[j]], [], 0, newSizes[j], 0)));
        return new SegmentMatching(SegmentMatchingBasis.Centroids, oldOf, numbers, next, transitions);
    }

    private static bool IsGone(SegmentOverlap overlap, int old, IReadOnlyList<int> oldSizes)
    {
        double expected = (double)overlap.Known * oldSizes[old] / Math.Max(1, oldSizes.Sum(size => (long)size));
        return overlap.OldSizes[old] == 0 || overlap.OldSizes[old] < VanishThreshold * expected;
    }

    private static double NearestOther(FeatureMatrix centroids, int one) => Enumerable.Range(0, centroids.RowCount)
        .Where(other => other != one)
        .Select(other => Math.Sqrt(SquaredDistance.Between(centroids.Row(one), centroids.Row(other))))
        .DefaultIfEmpty(double.PositiveInfinity).Min();

    /// <summary>Clusters that go on have the old number; the others, which stand by falling size, the next ones.</summary>
    private static (int[] Numbers, int Next) Number(int?[] oldOf, IReadOnlyList<int> oldNumbers, int nextNumber)
    {
        int next = nextNumber;
        int[] numbers = [.. oldOf.Select(old => old is int place ? oldNumbers[place] : next++)];
        return (numbers, next);
    }
}
