namespace Segmentation;

/// <summary>Counts different rows, no further than needed.</summary>
internal static class DistinctRows
{
    /// <summary>The number of different rows, or <paramref name="enough"/> as soon as that many were seen.</summary>
    public static int CountUpTo(int enough, FeatureMatrix matrix)
    {
        HashSet<int> distinct = new(new SameValues(matrix));
        for (int row = 0; row < matrix.RowCount && distinct.Count < enough; row++)
        {
            distinct.Add(row);
        }

        return distinct.Count;
    }

    /// <summary>For each different row the rows that are equal to it, rising; by the first of them.</summary>
    public static int[][] Repeated(FeatureMatrix matrix) =>
        [.. Enumerable.Range(0, matrix.RowCount).GroupBy(row => row, new SameValues(matrix)).Select(rows => rows.ToArray())];

    /// <summary>Refuses fewer different rows than clusters.</summary>
    public static void Check(int clusterCount, FeatureMatrix matrix)
    {
        int distinct = CountUpTo(clusterCount, matrix);
        if (distinct < clusterCount)
        {
            throw new ArgumentException(
                $"{clusterCount} clusters need at least {clusterCount} different rows, but there are only {distinct}.",
                nameof(matrix));
        }
    }

    private sealed class SameValues(FeatureMatrix matrix) : IEqualityComparer<int>
    {
        public bool Equals(int row, int otherRow) => matrix.Row(row).SequenceEqual(matrix.Row(otherRow));

        public int GetHashCode(int row)
        {
            HashCode hash = default;
            foreach (double value in matrix.Row(row))
            {
                hash.Add(value);
            }

            return hash.ToHashCode();
        }
    }
}
