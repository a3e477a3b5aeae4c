namespace Segmentation;

/// <summary>Things that hang together, so that what is true of many pairs can be said once.</summary>
internal static class ConnectedBlocks
{
    /// <summary>The blocks of at least two things that are linked, each directly or over others; in order of their first.</summary>
    /// <param name="count">How many things there are.</param>
    /// <param name="areLinked">Whether two of them, the smaller number first, are linked.</param>
    public static IReadOnlyList<int[]> Of(int count, Func<int, int, bool> areLinked)
    {
        int[] first = [.. Enumerable.Range(0, count)];
        for (int i = 0; i < count; i++)
        {
            for (int j = i + 1; j < count; j++)
            {
                if (Find(i) != Find(j) && areLinked(i, j))
                {
                    (int low, int high) = (Math.Min(Find(i), Find(j)), Math.Max(Find(i), Find(j)));
                    first[high] = low;
                }
            }
        }

        return [.. Enumerable.Range(0, count).GroupBy(Find).Where(block => block.Count() > 1).Select(block => block.ToArray())];

        int Find(int thing)
        {
            while (first[thing] != thing)
            {
                thing = first[thing] = first[first[thing]];
            }

            return thing;
        }
    }

    /// <summary>Every pair of a block, the smaller number first.</summary>
    public static IEnumerable<(int One, int Other)> Pairs(int[] block) =>
        from i in Enumerable.Range(0, block.Length)
        from j in Enumerable.Range(i + 1, block.Length - i - 1)
        select (block[i], block[j]);
}
