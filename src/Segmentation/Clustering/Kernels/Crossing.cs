using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// A start from two clusterings (after Gribel and Vidal 2019, HG-means): their centroids are paired, the nearest two first,
/// and of each pair one is drawn. Where both agree nothing changes; where they differ the better half of each may meet.
/// </summary>
internal static class Crossing
{
    /// <param name="first">k x d numbers.</param>
    /// <param name="second">k x d numbers.</param>
    /// <param name="featureCount">d.</param>
    /// <param name="random">The random numbers.</param>
    /// <returns>k x d numbers.</returns>
    public static double[] Of(double[] first, double[] second, int featureCount, Xoshiro256StarStar random)
    {
        double[] child = [.. first];
        foreach ((int place, int partner) in Pairs(first, second, featureCount))
        {
            if (random.NextBoolean())
            {
                CentroidOf(second, partner).CopyTo(child.AsSpan(place * featureCount));
            }
        }

        return child;

        ReadOnlySpan<double> CentroidOf(double[] centroids, int cluster) => centroids.AsSpan(cluster * featureCount, featureCount);
    }

    private static IEnumerable<(int First, int Second)> Pairs(double[] first, double[] second, int featureCount)
    {
        int clusterCount = first.Length / featureCount;
        double[] distances = new double[clusterCount * clusterCount];
        int[] order = new int[distances.Length];
        for (int pair = 0; pair < distances.Length; pair++)
        {
            order[pair] = pair;
            distances[pair] = SquaredDistance.Between(
                first.AsSpan(pair / clusterCount * featureCount, featureCount), second.AsSpan(pair % clusterCount * featureCount, featureCount));
        }

        // Equal distances in the order of the pairs, for the sort may put them in any.
        Array.Sort(order, (left, right) => distances[left].CompareTo(distances[right]) is int by and not 0 ? by : left.CompareTo(right));
        bool[] firstTaken = new bool[clusterCount];
        bool[] secondTaken = new bool[clusterCount];
        foreach (int pair in order)
        {
            (int one, int other) = (pair / clusterCount, pair % clusterCount);
            if (!firstTaken[one] && !secondTaken[other])
            {
                (firstTaken[one], secondTaken[other]) = (true, true);
                yield return (one, other);
            }
        }
    }
}
