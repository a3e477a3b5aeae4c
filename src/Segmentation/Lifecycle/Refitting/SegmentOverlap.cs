namespace Segmentation;

/// <summary>How many of the customers that both models know are in each pair of an old segment and a new cluster.</summary>
/// <param name="Shared">Old x new counts.</param>
/// <param name="OldSizes">The known customers of each old segment.</param>
/// <param name="NewSizes">The known customers of each new cluster.</param>
/// <param name="NewTotals">All customers of each new cluster.</param>
internal sealed record SegmentOverlap(int[,] Shared, int[] OldSizes, int[] NewSizes, int[] NewTotals)
{
    /// <summary>The customers known to both.</summary>
    public int Known => OldSizes.Sum();

    public static SegmentOverlap Of(ReadOnlySpan<int> oldLabels, int oldCount, ReadOnlySpan<int> newLabels, int newCount)
    {
        if (oldLabels.Length != newLabels.Length)
        {
            throw new ArgumentException($"There are {oldLabels.Length} old labels and {newLabels.Length} new ones.");
        }

        SegmentOverlap overlap = new(new int[oldCount, newCount], new int[oldCount], new int[newCount], new int[newCount]);
        for (int row = 0; row < newLabels.Length; row++)
        {
            overlap.NewTotals[newLabels[row]]++;
            if (oldLabels[row] >= 0)
            {
                overlap.Shared[oldLabels[row], newLabels[row]]++;
                overlap.OldSizes[oldLabels[row]]++;
                overlap.NewSizes[newLabels[row]]++;
            }
        }

        return overlap;
    }

    /// <summary>For each old segment the new cluster that is its match, one to one with the largest total of Jaccard coefficients; -1 for none.</summary>
    public int[] Assign()
    {
        double[,] cost = new double[OldSizes.Length, NewSizes.Length];
        for (int i = 0; i < OldSizes.Length; i++)
        {
            for (int j = 0; j < NewSizes.Length; j++)
            {
                cost[i, j] = -Jaccard(i, j);
            }
        }

        return Hungarian.Assign(cost);
    }

    /// <summary>Those in both, of those in either; 0 where there is none.</summary>
    public double Jaccard(int old, int cluster) =>
        (double)Shared[old, cluster] / Math.Max(1, OldSizes[old] + NewSizes[cluster] - Shared[old, cluster]);

    /// <summary>Those in both, of the old segment's; 0 where it has none.</summary>
    public double OfOld(int old, int cluster) => (double)Shared[old, cluster] / Math.Max(1, OldSizes[old]);

    /// <summary>Those in both, of the new cluster's; 0 where it has none.</summary>
    public double OfNew(int old, int cluster) => (double)Shared[old, cluster] / Math.Max(1, NewSizes[cluster]);
}
