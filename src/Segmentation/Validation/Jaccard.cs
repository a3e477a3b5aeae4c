namespace Segmentation;

/// <summary>Jaccard's coefficient of two sets of rows: the rows in both, divided by the rows in either.</summary>
internal static class Jaccard
{
    /// <summary>For each cluster its coefficient with the most similar cluster of another grouping; 0 for one without rows.</summary>
    /// <param name="labels">The cluster of each row.</param>
    /// <param name="clusterCount">The number of clusters, some of which may have no row.</param>
    /// <param name="otherLabels">The cluster of each row in the other grouping.</param>
    public static double[] OfMostSimilar(ReadOnlySpan<int> labels, int clusterCount, ReadOnlySpan<int> otherLabels)
    {
        int otherCount = 0;
        foreach (int label in otherLabels)
        {
            otherCount = Math.Max(otherCount, label + 1);
        }

        int[] sizes = new int[clusterCount];
        int[] otherSizes = new int[otherCount];
        int[,] shared = new int[clusterCount, otherCount];
        for (int row = 0; row < labels.Length; row++)
        {
            sizes[labels[row]]++;
            otherSizes[otherLabels[row]]++;
            shared[labels[row], otherLabels[row]]++;
        }

        return [.. sizes.Select((size, cluster) => otherSizes
            .Select((otherSize, other) => (double)shared[cluster, other] / (size + otherSize - shared[cluster, other]))
            .DefaultIfEmpty().Max())];
    }
}
