namespace Segmentation.Tests.Marketing.Experiments;

public sealed class HoldoutSplitTests
{
    [Fact]
    public void HeldOut_Exact_IsTheShareToACustomer()
    {
        foreach (int count in new[] { 2, 3, 39, 200, 5001 })
        {
            foreach (double share in new[] { 0.1, 0.2, 0.5, 0.9 })
            {
                int expected = Math.Clamp((int)Math.Floor((share * count) + 0.5), 1, count - 1);

                Assert.Equal(expected, new HoldoutSplit { HoldoutShare = share }.HeldOut(Ids(count)).Count(held => held));
            }
        }
    }

    [Fact]
    public void HeldOut_HashByHand_IsTheStartOfSha256()
    {
        // printf '42:A-7' | sha256sum
        Assert.Equal(0x7F1A2E489FC531F3UL, CustomerHash.Of(42, "A-7"));
    }

    [Theory]
    [InlineData(SplitKind.Exact)]
    [InlineData(SplitKind.Stable)]
    public void HeldOut_ListInAnotherOrder_GivesEveryCustomerTheSameArm(SplitKind kind)
    {
        HoldoutSplit split = new() { Kind = kind };
        string[] ids = Ids(1000);
        string[] shuffled = [.. ids.OrderBy(id => id.GetHashCode(StringComparison.Ordinal))];

        Dictionary<string, bool> arms = ids.Zip(split.HeldOut(ids)).ToDictionary();

        Assert.All(shuffled.Zip(split.HeldOut(shuffled)), customer => Assert.Equal(arms[customer.First], customer.Second));
    }

    [Fact]
    public void HeldOut_StableOnAGrownList_KeepsEveryArm()
    {
        HoldoutSplit split = new() { Kind = SplitKind.Stable };

        bool[] grown = split.HeldOut(Ids(3000));

        Assert.Equal(split.HeldOut(Ids(1000)), grown[..1000]);
    }

    [Fact]
    public void HeldOut_ExactOnAGrownList_MovesOnlyThoseNearTheCut()
    {
        HoldoutSplit split = new();

        bool[] small = split.HeldOut(Ids(1000));
        bool[] grown = split.HeldOut(Ids(1100));

        // The cut is a quantile: it moves by about sqrt(0.2 x 0.8 x (1/1000 - 1/1100)), some 4 of 1,000 customers.
        Assert.InRange(small.Zip(grown).Count(arms => arms.First != arms.Second), 0, 12);
    }

    [Fact]
    public void HeldOut_Stable_MeetsTheShareOnAverage()
    {
        const int Customers = 20_000;
        int heldOut = new HoldoutSplit { Kind = SplitKind.Stable }.HeldOut(Ids(Customers)).Count(held => held);

        Assert.InRange(heldOut, 4000 - (4 * Math.Sqrt(3200)), 4000 + (4 * Math.Sqrt(3200)));   // four standard deviations
    }

    [Fact]
    public void HeldOut_ManySeeds_BalanceWhatTheCustomersAreLike()
    {
        // A trait of every second customer: over 400 seeds its share among 200 held out of 1,000 is 100 on average, with the
        // variance of drawing without replacement, 200 x 0.25 x 800 / 999.
        string[] ids = Ids(1000);
        double[] counts = [.. Enumerable.Range(0, 400).Select(seed =>
            (double)new HoldoutSplit { Seed = seed }.HeldOut(ids).Where((held, i) => held && i % 2 == 0).Count())];

        double mean = counts.Average();
        double variance = counts.Sum(count => (count - mean) * (count - mean)) / (counts.Length - 1);
        double expected = 200 * 0.25 * 800 / 999;
        Assert.Equal(100, mean, 4 * Math.Sqrt(expected / 400));
        Assert.InRange(variance, expected * 0.7, expected * 1.3);   // four standard errors: sqrt(2 / 399) is 7%
    }

    [Fact]
    public void HeldOut_AnotherSeed_IsAnotherSplit() =>
        Assert.NotEqual(new HoldoutSplit { Seed = 1 }.HeldOut(Ids(100)), new HoldoutSplit { Seed = 2 }.HeldOut(Ids(100)));

    [Fact]
    public void HeldOut_AnIdTwice_IsRefused() => Assert.StartsWith(
        "The id 'A' is there twice; a customer can be in one arm only.",
        Assert.Throws<ArgumentException>(() => new HoldoutSplit().HeldOut(["A", "B", "A"])).Message, StringComparison.Ordinal);

    [Fact]
    public void HeldOut_NobodyAndOne_HoldsNobodyOut()
    {
        Assert.Empty(new HoldoutSplit().HeldOut([]));
        Assert.Equal([false], new HoldoutSplit().HeldOut(["A"]));
    }

    [Fact]
    public void HeldOut_VeryLongId_IsHashedLikeAnother() =>
        Assert.Equal(100, new HoldoutSplit { HoldoutShare = 0.5 }.HeldOut([.. Ids(200).Select(id => id + new string('ä', 500))]).Count(held => held));

    private static string[] Ids(int count) => [.. Enumerable.Range(1, count).Select(number => $"C{number:00000}")];
}
