using Segmentation.Tests.Clustering;

namespace Segmentation.Tests.Validation;

public sealed class ClusterBootstrapTests
{
    [Fact]
    public void Jaccard_SixRows_GivesTheAnswerWorkedByHand()
    {
        double[] similarities = Jaccard.OfMostSimilar([0, 0, 0, 1, 1, 3], 4, [1, 1, 0, 0, 0, 2]);

        // {1,2,3} with {1,2}: 2 of 3; {4,5} with {3,4,5}: 2 of 3; no row; {6} with {6}.
        Assert.Equal([2 / 3.0, 2 / 3.0, 0, 1], similarities);
    }

    [Fact]
    public void Run_GroupsFarApart_AreRecoveredInEverySample()
    {
        ClusterStability stability = new ClusterBootstrap(Quick(3)).Run(Blobs.Make(rows: 300, clusters: 3, seed: 1, distance: 30));

        Assert.Equal(
            [new ClusterRecovery(0, 100, 1, 100, 0), new(1, 100, 1, 100, 0), new(2, 100, 1, 100, 0)], stability.Clusters);
        Assert.Equal(StabilityGrade.HighlyStable, stability.Least.Grade);
    }

    [Fact]
    public void Run_UniformNoise_IsUnstableInSixClustersButNotInTheFourCornersOfItsSquare()
    {
        FeatureMatrix noise = SampleShapes.Noise(300).Matrix;

        ClusterStability six = new ClusterBootstrap(Quick(6)).Run(noise);
        ClusterStability four = new ClusterBootstrap(Quick(4)).Run(noise);

        Assert.Equal(StabilityGrade.Unstable, six.Least.Grade);
        Assert.True(six.Least.Dissolved > six.Least.Recovered);
        Assert.Equal(StabilityGrade.HighlyStable, four.Least.Grade); // stable is not yet real
    }

    [Fact]
    public void Run_OneGroupTooMany_SaysWhichClustersCannotBeTrusted()
    {
        // Three groups of 100, asked for four: one is cut in two, and elsewhere in each sample.
        ClusterStability stability = new ClusterBootstrap(Quick(4)).Run(SampleShapes.Blobs(300).Matrix);

        Assert.All(stability.Clusters, cluster => Assert.Equal(cluster.Size == 100, cluster.Grade == StabilityGrade.HighlyStable));
        Assert.Equal(2, stability.Clusters.Count(cluster => cluster.Grade <= StabilityGrade.Doubtful));
    }

    [Fact]
    public void Run_MallData_FiveClustersAreStableFourAndSixAreNot()
    {
        CustomerTable mall = MallFile.Load();
        FeatureMatrix matrix = new Preprocessor { Features = [MallFile.Income, MallFile.Spending], Scaling = Scaling.None }
            .Fit(mall).Transform(mall).Matrix;

        double[] least = [.. new[] { 4, 5, 6 }.Select(k => new ClusterBootstrap(Quick(k)).Run(matrix).Least.MeanJaccard)];

        Assert.InRange(least[0], 0.5, 0.7);
        Assert.InRange(least[1], 0.93, 1);
        Assert.InRange(least[2], 0.45, 0.75);
    }

    [Fact]
    public void Run_AnyNumberOfThreads_GivesTheSameBits()
    {
        FeatureMatrix matrix = Blobs.Noise(rows: 200, seed: 3);
        ClusterBootstrap bootstrap = new(Quick(4)) { Samples = 20, Threads = 1 };

        Assert.Equal(bootstrap.Run(matrix).Clusters, (bootstrap with { Threads = 5 }).Run(matrix).Clusters);
        Assert.NotEqual(bootstrap.Run(matrix).Clusters, (bootstrap with { Seed = 1 }).Run(matrix).Clusters);
    }

    [Fact]
    public void Run_FewerDifferentRowsThanClusters_RecoversNone()
    {
        ClusterBootstrap bootstrap = new(Quick(4)) { Samples = 30 };

        ClusterStability stability = bootstrap.Run(FeatureMatrix.FromRows([1], [2], [3], [4]));

        // All four rows are drawn in about one sample of ten.
        Assert.All(stability.Clusters, cluster => Assert.InRange(cluster.Recovered, 0, 10));
    }

    [Fact]
    public void Run_Progress_CountsEverySample()
    {
        Recorder progress = new();

        new ClusterBootstrap(Quick(2)) { Samples = 12, Threads = 4 }.Run(Blobs.Noise(rows: 50, seed: 3), progress);

        Assert.Equal(Enumerable.Range(1, 12).Select(done => new ResamplingProgress(done, 12)), progress.Reports);
    }

    [Fact]
    public void Run_Cancelled_Stops()
    {
        using CancellationTokenSource source = new();
        Recorder progress = new() { OnReport = source.Cancel };

        Assert.ThrowsAny<OperationCanceledException>(() =>
            new ClusterBootstrap(Quick(2)) { Threads = 1 }.Run(Blobs.Noise(rows: 50, seed: 3), progress, source.Token));

        Assert.Single(progress.Reports);
    }

    [Fact]
    public void Options_OutOfRange_NameThemselves()
    {
        Assert.Contains("Samples must be at least 1.", Message(() => new ClusterBootstrap(Quick(2)) { Samples = 0 }), StringComparison.Ordinal);
        Assert.Contains("Threads must be at least 1.", Message(() => new ClusterBootstrap(Quick(2)) { Threads = 0 }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.599, StabilityGrade.Unstable)]
    [InlineData(0.6, StabilityGrade.Doubtful)]
    [InlineData(0.75, StabilityGrade.Stable)]
    [InlineData(0.85, StabilityGrade.HighlyStable)]
    public void Grade_AtHennigsBounds_ChangesThere(double mean, StabilityGrade expected) =>
        Assert.Equal(expected, new ClusterRecovery(0, 10, mean, 0, 0).Grade);

    private static KMeans Quick(int clusterCount) => new(clusterCount) { Restarts = 3, Swaps = 10 };

    private static string Message(Func<ClusterBootstrap> make) => Assert.Throws<ArgumentOutOfRangeException>(make).Message;

    private sealed class Recorder : IProgress<ResamplingProgress>
    {
        public List<ResamplingProgress> Reports { get; } = [];

        public Action? OnReport { get; init; }

        public void Report(ResamplingProgress value)
        {
            Reports.Add(value);
            OnReport?.Invoke();
        }
    }
}
