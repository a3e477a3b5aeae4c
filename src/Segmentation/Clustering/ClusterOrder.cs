namespace Segmentation;

/// <summary>The order in which clusters are numbered: by falling weight, ties by centroid, feature by feature.</summary>
internal static class ClusterOrder
{
    /// <summary>Rows that lie exactly between centroids may change the order of sizes; hardly ever more than once.</summary>
    public const int MostChanges = 100;

    /// <summary>For each place in that order the cluster that belongs there.</summary>
    /// <param name="centroids">k x d numbers.</param>
    /// <param name="weights">The weight of each cluster, k of them.</param>
    public static int[] Of(double[] centroids, double[] weights)
    {
        int featureCount = centroids.Length / weights.Length;
        int[] order = [.. Enumerable.Range(0, weights.Length)];
        Array.Sort(order, (left, right) =>
        {
            int bySize = weights[right].CompareTo(weights[left]);
            return bySize != 0
                ? bySize
                : centroids.AsSpan(left * featureCount, featureCount)
                    .SequenceCompareTo(centroids.AsSpan(right * featureCount, featureCount));
        });
        return order;
    }

    /// <summary>Whether every cluster is in its place already.</summary>
    public static bool IsInPlace(int[] order) => order.AsSpan().SequenceEqual([.. Enumerable.Range(0, order.Length)]);

    /// <summary>Groups of equal length, one a cluster, put in that order.</summary>
    public static T[] Apply<T>(int[] order, T[] values)
    {
        int length = values.Length / order.Length;
        T[] ordered = new T[values.Length];
        for (int place = 0; place < order.Length; place++)
        {
            Array.Copy(values, order[place] * length, ordered, place * length, length);
        }

        return ordered;
    }
}
