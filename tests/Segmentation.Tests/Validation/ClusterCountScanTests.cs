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
        Assert.StartsWith("No clear structure: the silhouettes do not stand out from uniform rows", verdict.Reasons[0], StringComparison.Ordinal);
        Assert.EndsWith("more than 1% is no evidence.", verdict.Reasons[1], StringComparison.Ordinal);
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
    public void Run_OneRowFarOff_IsNoGroupForBootstrapSamplesMissIt()
    {
        FeatureMatrix cloud = Blobs.Make(rows: 400, clusters: 1, seed: 3);
        FeatureMatrix matrix = FeatureMatrix.FromRows(
            [.. Enumerable.Range(0, 400).Select(row => cloud.Row(row).ToArray()), [100.0, 100.0]]);

        ClusterCountVerdict verdict = Scan.Run(matrix);

        // A row is in a bootstrap sample with probability 1 - 1/e = 0.63; where it is not, its cluster is not found again.
        Assert.Equal(0.01, verdict.Scores[1].UniformPValue!.Value, 1e-12);
        Assert.InRange(verdict.Scores[1].LeastStability!.Value, 0.5, 0.749);
        Assert.Null(verdict.RecommendedCount);
        Assert.Contains(verdict.Reasons, reason => reason.StartsWith("Least stable cluster below 0.75, not found again in bootstrap samples: k = 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_SmallestGroupBelowTheSizeAskedFor_RulesItsCountOutAndSaysSo()
    {
        // Groups of 100, 100 and 20 rows, far apart; the third is nearest to the second.
        FeatureMatrix two = Blobs.Make(rows: 200, clusters: 2, seed: 4, distance: 40);
        FeatureMatrix third = Blobs.Make(rows: 20, clusters: 1, seed: 5);
        FeatureMatrix matrix = FeatureMatrix.FromRows(
        [
            .. Enumerable.Range(0, 200).Select(row => two.Row(row).ToArray()),
            .. Enumerable.Range(0, 20).Select(row => new[] { third.Row(row)[0] - 20, third.Row(row)[1] + 15 }),
        ]);

        ClusterCountVerdict free = Scan.Run(matrix);
        ClusterCountVerdict limited = (Scan with { MinSegmentSize = 21 }).Run(matrix);
        ClusterCountVerdict impossible = (Scan with { MinSegmentSize = 111 }).Run(matrix);

        Assert.Equal((3, 2, null), (free.RecommendedCount, limited.RecommendedCount, impossible.RecommendedCount));
        Assert.Contains("Ruled out, for the smallest cluster has fewer than the 21 rows asked for: k = 3 (20).", limited.Reasons);
        Assert.Contains("Ruled out, for the smallest cluster has fewer than the 111 rows asked for: k = 2 (100), k = 3 (20).", impossible.Reasons);
    }

    [Fact]
    public void Run_MoreRowsThanTheSample_ResamplesASampleAndSaysSo()
    {
        ClusterCountVerdict verdict = (Scan with { SampleSize = 100, MaxClusters = 4 }).Run(Blobs.Make(rows: 300, clusters: 3, seed: 1));

        Assert.Equal(3, verdict.RecommendedCount);
        Assert.Contains("The uniform test, gap, prediction strength and stability are from a sample of 100 of 300 rows.", verdict.Reasons);
    }

    [Fact]
    public void Run_OneRestart_StillResamplesWithThree()
    {
        // One restart on a sample may miss a group; the verdict on the groups of all rows must not rest on that.
        FeatureMatrix matrix = Blobs.Make(rows: 2000, clusters: 7, seed: 8, distance: 9);
        ClusterCountScan careless = new(k => new KMeans(k) { Restarts = 1 }) { SampleSize = 500, MaxClusters = 8 };
        ClusterCountScan usual = Scan with { SampleSize = 500, MaxClusters = 8 };

        Assert.Equal(7, careless.Run(matrix).RecommendedCount);
        Assert.Equal(usual.Run(matrix).Scores[6].PredictionStrength, careless.Run(matrix).Scores[6].PredictionStrength);
    }

    [Fact]
    public void Run_MoreClustersThanAreResampled_LeavesTheirColumnsEmpty()
    {
        ClusterCountVerdict verdict = (Scan with { MaxClusters = 22, BootstrapSamples = 2, Halvings = 1 }).Run(Blobs.Make(rows: 60, clusters: 3, seed: 1, distance: 20));

        Assert.Equal(22, verdict.Scores.Count);
        Assert.All(verdict.Scores.Skip(20), score => Assert.Equal(
            (null, null, null, null), (score.UniformPValue, score.Gap, score.LeastStability, score.ValleyPValue)));
        Assert.All(verdict.Scores.Take(20).Skip(1), score => Assert.NotNull(score.UniformPValue));
        Assert.Contains("The uniform test, gap, prediction strength and stability are computed up to k = 20, and no larger k can be recommended.", verdict.Reasons);
    }

    [Fact]
    public void Run_ClusterWithoutARowInTheSample_KnowsNoStabilityAndSaysWhy()
    {
        FeatureMatrix two = Blobs.Make(rows: 3000, clusters: 2, seed: 4, distance: 40);
        FeatureMatrix matrix = FeatureMatrix.FromRows(
            [.. Enumerable.Range(0, 3000).Select(row => two.Row(row).ToArray()), [0.0, 500], [0.0, 501], [1.0, 500]])
            .WithRowWeights([.. Enumerable.Repeat(1.0, 3003)]);   // rows with weights are not drawn cluster by cluster

        ClusterCountVerdict verdict = (Scan with { SampleSize = 50, MaxClusters = 3 }).Run(matrix);

        Assert.Equal(3, verdict.Scores[2].SmallestSize);
        Assert.Null(verdict.Scores[2].LeastStability);
        Assert.DoesNotContain(verdict.Reasons, reason => reason.Contains("0.00", StringComparison.Ordinal) && reason.Contains("Jaccard", StringComparison.Ordinal));
        Assert.Contains(verdict.Reasons, reason => reason.Contains("has no row in the sample", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_TwoValuesOnly_NoGapIsLeftToVoteForOneGroup()
    {
        ClusterCountVerdict verdict = Scan.Run(FeatureMatrix.FromRows([.. Enumerable.Range(0, 60).Select(row => new[] { row % 2 == 0 ? 20.0 : 80 })]));

        Assert.All(verdict.Choices.Where(choice => choice.Criterion.StartsWith("Gap", StringComparison.Ordinal)), choice =>
        {
            Assert.Null(choice.ClusterCount);
            Assert.Equal("it cannot be computed from k = 2 on, for an inertia is 0.", choice.Explanation);
        });
    }

    [Fact]
    public void Run_ThreeValuesOnly_SaysWhereTheGapEnds()
    {
        double[] values = [0, 10, 80];

        ClusterCountVerdict verdict = Scan.Run(FeatureMatrix.FromRows([.. Enumerable.Range(0, 90).Select(row => new[] { values[row % 3] })]));

        CriterionChoice choice = verdict.Choices.Single(choice => choice.Criterion == "Gap (globalmax)");
        Assert.Equal(2, choice.ClusterCount);
        Assert.EndsWith(" at k = 2; from k = 3 on it cannot be computed, for an inertia is 0.", choice.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 3, 60)]
    [InlineData(2, 3, 3)]
    [InlineData(3, 4, 5)]
    [InlineData(4, 2, 2)]
    [InlineData(5, 1, 0)]
    public void Run_AnyRows_NamesADoubtAmongTheReasonsWhereThereIsOne(int seed, int groups, double distance)
    {
        ClusterCountVerdict verdict = (Scan with { MaxClusters = 5, BootstrapSamples = 20, Halvings = 5 }).Run(Blobs.Make(120, groups, seed, distance));

        Assert.Equal(verdict.RecommendedCount is null || verdict.Confidence == Confidence.Low, verdict.Doubt is not null);
        Assert.True(verdict.Doubt is null || verdict.Reasons.Contains(verdict.Doubt));
    }

    [Theory]
    [InlineData(0.797, "Half of the rows does not predict the other half: prediction strength 0.797 (below 0.8), so the confidence is low.")]
    [InlineData(0.8, "Either half of the rows predicts the other: prediction strength 0.80 (at least 0.8).")]
    [InlineData(null, "But whether half of the rows predicts the other half is not known, for a half has fewer different rows than clusters, so the confidence is low.")]
    public void Prediction_BesideItsThreshold_ReadsOnItsSideOfIt(double? strength, string expected) =>
        Assert.Equal(expected, ClusterCountReasons.Prediction(new(2, 1, null, null, null, 10, PredictionStrength: strength)));

    [Fact]
    public void Run_AnyNumberOfThreads_GivesTheSameBits()
    {
        FeatureMatrix matrix = Blobs.Make(rows: 150, clusters: 3, seed: 6, distance: 6);
        ClusterCountScan quick = Scan with { MaxClusters = 4, Threads = 1 };

        ClusterCountVerdict one = quick.Run(matrix);
        ClusterCountVerdict five = (quick with { Threads = 5 }).Run(matrix);

        Assert.Equal(one.Scores, five.Scores);
        Assert.Equal(one.Reasons, five.Reasons);
        Assert.NotEqual(one.Scores, (quick with { Seed = 1 }).Run(matrix).Scores);
    }

    [Fact]
    public void Run_CancelledWhileResampling_Stops()
    {
        using CancellationTokenSource source = new();
        Recorder progress = new()
        {
            OnReport = report =>
            {
                if (report.Step.StartsWith("compared", StringComparison.Ordinal))
                {
                    source.Cancel();
                }
            },
        };

        Assert.ThrowsAny<OperationCanceledException>(() =>
            (Scan with { Threads = 1 }).Run(Blobs.Make(rows: 50, clusters: 2, seed: 1), progress, source.Token));

        Assert.Equal("compared with uniform rows", progress.Reports[^1].Step);
        Assert.Equal(11, progress.Reports.Count); // ten counts tried, one set compared
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
    public void Run_AskedForProgress_ReportsEveryStepInOrder()
    {
        Recorder progress = new();

        (Scan with { MaxClusters = 4 }).Run(Blobs.Make(rows: 50, clusters: 2, seed: 1), progress);

        // 4 counts, 99 uniform sets and the rows themselves, 20 halvings, a bootstrap for k = 2, 3 and 4.
        Assert.Equal(Enumerable.Range(1, 127), progress.Reports.Select(report => report.Done));
        Assert.All(progress.Reports, report => Assert.Equal(127, report.Total));
        Assert.Equal("tried 4 of 4 cluster counts", progress.Reports[3].Step);
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
    public void Options_OutOfRange_NameThemselves()
    {
        Assert.Contains("MaxClusters must be at least 2.", Message(() => Scan with { MaxClusters = 1 }), StringComparison.Ordinal);
        Assert.Contains("MinSegmentSize must be at least 1.", Message(() => Scan with { MinSegmentSize = 0 }), StringComparison.Ordinal);
        Assert.Contains("SampleSize must be at least 50.", Message(() => Scan with { SampleSize = 49 }), StringComparison.Ordinal);
        Assert.Contains("ReferenceSets must be at least 99.", Message(() => Scan with { ReferenceSets = 98 }), StringComparison.Ordinal);
        Assert.Contains("Halvings must be at least 1.", Message(() => Scan with { Halvings = 0 }), StringComparison.Ordinal);
        Assert.Contains("BootstrapSamples must be at least 1.", Message(() => Scan with { BootstrapSamples = 0 }), StringComparison.Ordinal);
    }

    private static string Message(Func<ClusterCountScan> make) => Assert.Throws<ArgumentOutOfRangeException>(make).Message;

    private sealed class Recorder : IProgress<PipelineProgress>
    {
        public List<PipelineProgress> Reports { get; } = [];

        public Action<PipelineProgress>? OnReport { get; init; }

        public void Report(PipelineProgress value)
        {
            Reports.Add(value);
            OnReport?.Invoke(value);
        }
    }
}
