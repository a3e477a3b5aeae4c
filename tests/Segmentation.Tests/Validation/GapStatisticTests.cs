using Segmentation.Tests.Clustering;

namespace Segmentation.Tests.Validation;

public sealed class GapStatisticTests
{
    private static readonly GapStatistic Quick = new(k => new KMeans(k) { Restarts = 3, Swaps = 0 }) { MaxClusters = 6, ReferenceSets = 30 };

    [Fact]
    public void Of_TwoReferenceSets_GivesTheAnswerWorkedByHand()
    {
        GapResult gap = GapResult.Of([[Math.Exp(5), Math.Exp(1)], [Math.Exp(6), Math.Exp(3)], [Math.Exp(8), Math.Exp(3)]], [1, 2]);

        // k = 1: logarithms 6 and 8, mean 7, gap 7 - 5 = 2; deviation 1, times the square root of 1 + 1/2.
        // k = 2: 3 and 3, gap 3 - 1 = 2, deviation 0.
        Assert.Equal([2.0, 2.0], gap.Scores.Select(score => score.Gap), (left, right) => Math.Abs(left - right) < 1e-12);
        Assert.Equal(Math.Sqrt(1.5), gap.Scores[0].StandardError, 1e-12);
        Assert.Equal(0, gap.Scores[1].StandardError, 1e-12);
    }

    [Fact]
    public void Draw_OneColumn_IsUniformOverItsRange()
    {
        UniformReference reference = new(FeatureMatrix.FromRows([0], [0.001], [1]));

        double[] logarithms =
        [
            .. Enumerable.Range(0, 4000).Select(reference.Draw)
                .Select(set => Math.Log(Math.Abs(set.Row(0)[0] - set.Row(1)[0]))),
        ];

        // The distance d of two uniform numbers has density 2 (1 - d); the integral of 2 (1 - d) ln d is -3/2, and the
        // variance of ln d is 5/4. The mean of 4000 has a standard error of 0.018; four of them are allowed.
        Assert.InRange(logarithms.Average(), -1.5 - 0.071, -1.5 + 0.071);
    }

    [Fact]
    public void Draw_SlopedLine_StaysOnIt()
    {
        // The principal axes leave no width across the line y = 2x, so that no reference row lies off it.
        FeatureMatrix line = FeatureMatrix.FromRows([.. Enumerable.Range(0, 200).Select(i => new[] { i / 7.0, 2 * i / 7.0 })]);

        FeatureMatrix drawn = new UniformReference(line).Draw(3);

        Assert.All(Enumerable.Range(0, 200), row => Assert.Equal(2 * drawn.Row(row)[0], drawn.Row(row)[1], 1e-9));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Run_GroupsFarApart_HaveTheHighestGapAtTheirNumber(int groups)
    {
        GapResult gap = Quick.Run(Blobs.Make(rows: 60 * groups, clusters: groups, seed: 2, distance: 20));

        Assert.Equal(groups, gap.Choose(GapRule.GlobalMax));
        Assert.Equal(Enumerable.Range(1, 6), gap.Scores.Select(score => score.ClusterCount));
    }

    [Fact]
    public void Run_UniformNoise_IsOneGroup() =>
        Assert.Equal(1, Quick.Run(Blobs.Noise(rows: 200, seed: 4)).Choose(GapRule.Tibs2001SEmax));

    [Fact]
    public void Run_AsManyClustersAsRows_EndsBeforeTheInertiaIsZero()
    {
        GapResult gap = Quick.Run(FeatureMatrix.FromRows([1], [2], [9], [12]));

        Assert.Equal([1, 2, 3], gap.Scores.Select(score => score.ClusterCount));
    }

    [Fact]
    public void Run_EqualRows_HasNoGap() => Assert.Null(Quick.Run(FeatureMatrix.FromRows([1], [1])).Choose(GapRule.GlobalMax));

    [Fact]
    public void Run_AnyNumberOfThreads_GivesTheSameBits()
    {
        FeatureMatrix matrix = Blobs.Noise(rows: 100, seed: 3);

        Assert.Equal((Quick with { Threads = 1 }).Run(matrix).Scores, (Quick with { Threads = 5 }).Run(matrix).Scores);
        Assert.NotEqual(Quick.Run(matrix).Scores, (Quick with { Seed = 1 }).Run(matrix).Scores);
    }

    [Fact]
    public void Options_OutOfRange_NameThemselves()
    {
        Assert.Contains("ReferenceSets must be at least 1.", Message(() => Quick with { ReferenceSets = 0 }), StringComparison.Ordinal);
        Assert.Contains("MaxClusters must be at least 2.", Message(() => Quick with { MaxClusters = 1 }), StringComparison.Ordinal);
        Assert.Contains("Threads must be at least 1.", Message(() => Quick with { Threads = 0 }), StringComparison.Ordinal);
    }

    private static string Message(Func<GapStatistic> make) => Assert.Throws<ArgumentOutOfRangeException>(make).Message;
}
