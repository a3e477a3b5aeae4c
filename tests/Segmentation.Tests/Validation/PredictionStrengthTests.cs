using Segmentation.Tests.Clustering;

namespace Segmentation.Tests.Validation;

public sealed class PredictionStrengthTests
{
    private static readonly PredictionStrength Quick = new(k => new KMeans(k) { Restarts = 3, Swaps = 0 }) { MaxClusters = 6 };

    [Fact]
    public void Lowest_SevenRows_GivesTheAnswerWorkedByHand()
    {
        // The first cluster's rows go to 0, 0, 0, 1: 3 of its 6 pairs stay together. The second's three stay together.
        Assert.Equal(0.5, PredictionStrength.Lowest([0, 0, 0, 0, 1, 1, 1], [0, 0, 0, 1, 1, 1, 1]));

        // The names of the predictions play no part; a cluster whose rows all part has no pair left.
        Assert.Equal(1, PredictionStrength.Lowest([0, 0, 1, 1], [7, 7, 3, 3]));
        Assert.Equal(0, PredictionStrength.Lowest([0, 0, 1, 1], [7, 3, 3, 3]));
    }

    [Fact]
    public void Lowest_ClusterOfOneRow_PredictsNothing() =>
        Assert.Equal(0, PredictionStrength.Lowest([0, 0, 1], [0, 0, 1]));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Run_GroupsFarApart_AreAsManyAsPredictedPerfectly(int groups)
    {
        PredictionStrengthResult strength = Quick.Run(Blobs.Make(rows: 60 * groups, clusters: groups, seed: 2, distance: 20));

        Assert.Equal(groups, strength.ClusterCount);
        Assert.Equal(new PredictionStrengthScore(groups, 1, 0), strength.Scores[groups - 1]);
        Assert.Equal(new PredictionStrengthScore(1, 1, 0), strength.Scores[0]);
        Assert.True(strength.Scores[groups].Value < 0.8);
    }

    [Fact]
    public void Run_UniformNoise_IsOneGroup() => Assert.Equal(1, Quick.Run(Blobs.Noise(rows: 200, seed: 4)).ClusterCount);

    [Fact]
    public void Run_FourRows_CanBeHalvedOnlyForTwoClusters()
    {
        PredictionStrengthResult strength = Quick.Run(FeatureMatrix.FromRows([1], [2], [9], [12]));

        Assert.Equal([1, 2], strength.Scores.Select(score => score.ClusterCount));
        Assert.Equal(0, strength.Scores[1].Value);
    }

    [Fact]
    public void Run_AnyNumberOfThreads_GivesTheSameBits()
    {
        FeatureMatrix matrix = Blobs.Noise(rows: 100, seed: 3);

        Assert.Equal((Quick with { Threads = 1 }).Run(matrix).Scores, (Quick with { Threads = 5 }).Run(matrix).Scores);
        Assert.NotEqual(Quick.Run(matrix).Scores, (Quick with { Seed = 1 }).Run(matrix).Scores);
    }

    [Fact]
    public void Run_OneRow_IsRefused() => Assert.StartsWith(
        "Halving needs at least 2 rows, but there are 1.",
        Assert.Throws<ArgumentException>(() => Quick.Run(FeatureMatrix.FromRows([1]))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Options_OutOfRange_NameThemselves()
    {
        Assert.Contains("Threshold is a share above 0", Message(() => Quick with { Threshold = 0 }), StringComparison.Ordinal);
        Assert.Contains("Halvings must be at least 1.", Message(() => Quick with { Halvings = 0 }), StringComparison.Ordinal);
        Assert.Contains("MaxClusters must be at least 2.", Message(() => Quick with { MaxClusters = 1 }), StringComparison.Ordinal);
    }

    private static string Message(Func<PredictionStrength> make) => Assert.Throws<ArgumentOutOfRangeException>(make).Message;
}
