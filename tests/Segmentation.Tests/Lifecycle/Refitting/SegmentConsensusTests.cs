namespace Segmentation.Tests.Lifecycle.Refitting;

public sealed class SegmentConsensusTests
{
    [Fact]
    public void Group_SameGroupings_IsThem()
    {
        Assert.Equal([0, 0, 1, 1, 2], SegmentConsensus.Group([5, 5, 7, 7, 9], [1, 1, 2, 2, 3], 3));
    }

    [Fact]
    public void Group_OneCustomerMoved_JoinsByHand()
    {
        // Cells: (0,0) of 3, (0,1) of 1, (1,1) of 2. The one is linked by 1/2 to either; the smaller pair is merged first.
        Assert.Equal([0, 0, 0, 1, 1, 1], SegmentConsensus.Group([0, 0, 0, 0, 1, 1], [0, 0, 0, 1, 1, 1], 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Group_AnyGroupings_AreAverageLinkageOfCustomers(int seed)
    {
        MathNet.Numerics.Random.Xoshiro256StarStar random = new(seed);
        int[] old = [.. Enumerable.Range(0, 40).Select(_ => random.Next(4))];
        int[] now = [.. old.Select(label => random.Next(10) < 7 ? label : random.Next(4))];

        int[] groups = SegmentConsensus.Group(old, now, 4);

        Assert.Equal(1, AdjustedRandIndex.Of(groups, Slow(old, now, 4)));
    }

    [Fact]
    public void Group_RowsShuffled_GroupsAreTheSame()
    {
        int[] old = [0, 0, 0, 1, 1, 1, 2, 2, 0, 1];
        int[] now = [0, 0, 1, 1, 1, 2, 2, 2, 2, 0];
        int[] order = [9, 3, 5, 0, 7, 1, 8, 2, 6, 4];

        int[] groups = SegmentConsensus.Group(old, now, 3);
        int[] shuffled = SegmentConsensus.Group([.. order.Select(i => old[i])], [.. order.Select(i => now[i])], 3);

        Assert.Equal(order.Select(i => groups[i]), shuffled);
    }

    /// <summary>Average linkage from single customers, whose co-associations are averaged over pairs each time.</summary>
    private static int[] Slow(int[] old, int[] now, int count)
    {
        List<List<int>> groups = [.. Enumerable.Range(0, old.Length).GroupBy(i => (old[i], now[i])).OrderBy(cell => cell.Key).Select(cell => cell.ToList())];
        while (groups.Count > count)
        {
            var pairs =
                from i in Enumerable.Range(0, groups.Count)
                from j in Enumerable.Range(i + 1, groups.Count - i - 1)
                let link = (from a in groups[i] from b in groups[j] select (old[a] == old[b] ? 1 : 0) + (now[a] == now[b] ? 1 : 0)).Average()
                orderby Math.Round(link, 12) descending, groups[i].Count + groups[j].Count, i, j
                select (i, j);
            (int one, int other) = pairs.First();
            groups[one].AddRange(groups[other]);
            groups.RemoveAt(other);
        }

        int[] labels = new int[old.Length];
        for (int group = 0; group < groups.Count; group++)
        {
            groups[group].ForEach(i => labels[i] = group);
        }

        return labels;
    }
}
