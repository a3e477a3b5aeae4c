using Segmentation.Tests.Clustering;

namespace Segmentation.Tests.Validation;

public sealed class ClusterCountScanTests
{
    private static readonly ClusterCountScan Scan = new(k => new KMeans(k));

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    public void Run_SeparatedGroups_RecommendsTheirNumber(int groups)
    {
        ClusterCountVerdict verdict = Scan.Run(Blobs.Make(rows: 60 * groups, clusters: groups, seed: 11, distance: 14));

        Assert.Equal(groups, verdict.RecommendedCount);
        Assert.Equal(Confidence.High, verdict.Confidence);
        Assert.Equal(10, verdict.Scores.Count);
        Assert.All(verdict.Scores.Zip(verdict.Models), pair => Assert.Equal(pair.First.ClusterCount, pair.Second.ClusterCount));
    }

    [Fact]
    public void Run_OneRoundCloudInManyDimensions_FindsNoClearStructure()
    {
        Random random = new(5);
        FeatureMatrix cloud = FeatureMatrix.FromRows(
            [.. Enumerable.Range(0, 400).Select(_ => Enumerable.Range(0, 8).Select(_ => random.NextDouble()).ToArray())]);

        ClusterCountVerdict verdict = Scan.Run(cloud);

        Assert.Null(verdict.RecommendedCount);
        Assert.StartsWith("No clear structure: the mean silhouette at k = ", verdict.Reasons[0], StringComparison.Ordinal);
        Assert.StartsWith("Uniform data of the same extent, without any groups, reach 0.", verdict.Reasons[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NoiseInThePlane_MostlyFindsNoClearStructureAndIsNeverSureOfOne()
    {
        ClusterCountVerdict[] verdicts = [.. Enumerable.Range(0, 20).Select(seed => Scan.Run(Blobs.Noise(rows: 300, seed)))];

        Assert.DoesNotContain(verdicts, verdict => verdict is { RecommendedCount: not null, Confidence: Confidence.High });

        // Beating all of 20 uniform data sets happens to uniform data at one k once in 21 times; the best k is chosen, so
        // somewhat more often.
        Assert.InRange(verdicts.Count(verdict => verdict.RecommendedCount is null), 15, 20);
    }

    [Fact]
    public void Run_OneGaussianColumn_FindsNoClearStructureThoughItsSilhouetteIsHigh()
    {
        Random random = new(7);
        FeatureMatrix matrix = FeatureMatrix.FromRows(
            [.. Enumerable.Range(0, 300).Select(_ => new[] { Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) })]);

        ClusterCountVerdict verdict = Scan.Run(matrix);

        Assert.True(verdict.Scores[1].Silhouette!.Value > 0.5);
        Assert.Null(verdict.RecommendedCount);
    }

    [Fact]
    public void Run_OneRowFarOff_IsNotSureThatItIsAGroup()
    {
        FeatureMatrix cloud = Blobs.Make(rows: 400, clusters: 1, seed: 3);
        FeatureMatrix matrix = FeatureMatrix.FromRows(
            [.. Enumerable.Range(0, 400).Select(row => cloud.Row(row).ToArray()), [100.0, 100.0]]);

        ClusterCountVerdict verdict = Scan.Run(matrix);

        Assert.Equal(2, verdict.RecommendedCount);
        Assert.Equal(Confidence.Low, verdict.Confidence);
        Assert.Contains("The smallest of the 2 clusters has only 1 of 401 rows: they may be outliers and not a group.", verdict.Reasons);
    }

    [Fact]
    public void Run_ARowForEachCluster_HasNoDaviesBouldinThere()
    {
        ClusterCountVerdict verdict = Scan.Run(FeatureMatrix.FromRows([1], [2], [9], [12]));

        Assert.Null(verdict.Scores[3].DaviesBouldin);
        Assert.NotEqual(Confidence.High, verdict.Confidence);
    }

    [Fact]
    public void Run_OneClusterOnly_HasNoIndices()
    {
        ClusterCountScore one = Scan.Run(Blobs.Make(rows: 50, clusters: 2, seed: 1)).Scores[0];

        Assert.Equal(1, one.ClusterCount);
        Assert.Null(one.Silhouette);
        Assert.Null(one.CalinskiHarabasz);
        Assert.Null(one.DaviesBouldin);
        Assert.Equal(50, one.SmallestSize);
    }

    [Fact]
    public void Run_FewerDifferentRowsThanAsked_StopsThere()
    {
        ClusterCountVerdict verdict = Scan.Run(FeatureMatrix.FromRows([1], [2], [9], [9], [1]));

        Assert.Equal([1, 2, 3], verdict.Scores.Select(score => score.ClusterCount));
    }

    [Fact]
    public void Run_EqualRows_SaysThereIsOneGroup()
    {
        ClusterCountVerdict verdict = Scan.Run(FeatureMatrix.FromRows([1], [1], [1]));

        Assert.Null(verdict.RecommendedCount);
        Assert.Equal("All rows are equal: there is only one group.", Assert.Single(verdict.Reasons));
    }

    [Fact]
    public void Run_AskedForProgress_ReportsEveryScore()
    {
        List<int> counts = [];

        (Scan with { MaxClusters = 4 }).Run(Blobs.Make(rows: 50, clusters: 2, seed: 1), new Reports(counts));

        Assert.Equal([1, 2, 3, 4], counts);
    }

    [Fact]
    public void Run_PastTheSilhouetteLimit_SaysItIsASample()
    {
        ClusterCountScan sampled = Scan with { MaxClusters = 3, Silhouette = new SilhouetteOptions { ExactLimit = 100, SampleSize = 100 } };

        ClusterCountVerdict verdict = sampled.Run(Blobs.Make(rows: 300, clusters: 2, seed: 1));

        Assert.Equal(100, verdict.Scores[1].Silhouette!.SampleSize);
        Assert.Contains(verdict.Reasons, reason => reason.StartsWith("Silhouettes are estimated from a sample of 100 rows", StringComparison.Ordinal));
    }

    [Fact]
    public void MaxClusters_BelowTwo_NamesItself()
    {
        Assert.Contains(
            "MaxClusters must be at least 2.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Scan with { MaxClusters = 1 }).Message,
            StringComparison.Ordinal);
    }

    private sealed class Reports(List<int> counts) : IProgress<ClusterCountScore>
    {
        public void Report(ClusterCountScore value) => counts.Add(value.ClusterCount);
    }
}
