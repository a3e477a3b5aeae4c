using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>Draws rows at random from each cluster, in proportion to its size.</summary>
internal static class StratifiedSample
{
    /// <summary>A small cluster still gives this many rows (or all it has), so that its mean says something.</summary>
    private const int LeastPerCluster = 30;

    /// <param name="members">The rows of each cluster.</param>
    /// <param name="sampleSize">About how many rows to draw altogether.</param>
    /// <param name="seed">Where the random numbers start.</param>
    /// <returns>The rows drawn from each cluster, in rising order.</returns>
    public static int[][] Draw(int[][] members, int sampleSize, int seed)
    {
        Xoshiro256StarStar random = new(seed);
        double share = sampleSize / (double)members.Sum(rows => rows.Length);
        return [.. members.Select(rows =>
            DrawFrom(rows, Math.Max((int)Math.Round(rows.Length * share), LeastPerCluster), random))];
    }

    private static int[] DrawFrom(int[] rows, int count, Xoshiro256StarStar random)
    {
        if (count >= rows.Length)
        {
            return rows;
        }

        int[] pool = [.. rows];
        PartialShuffle.Draw(pool, count, random);
        Array.Sort(pool, 0, count);
        return pool[..count];
    }
}
