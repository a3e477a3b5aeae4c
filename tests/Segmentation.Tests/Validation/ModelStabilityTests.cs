using Segmentation.Tests.Charts;
using Segmentation.Tests.Clustering;

namespace Segmentation.Tests.Validation;

/// <summary>How stable the segments of a run are.</summary>
public sealed class ModelStabilityTests
{
    private static readonly SegmentationPipeline Mall = new()
    {
        Preprocessor = new() { Features = [MallFile.Income, MallFile.Spending], Scaling = Scaling.None },
        ClusterCount = 5,
    };

    [Fact]
    public void Run_MallData_TheLeastStableSegmentIsHighlyStable()
    {
        SegmentationResult result = Mall.Run(MallFile.Load());

        // The scan's own number for k = 5; five well separated groups (Hennig 2007: from 0.85 highly stable).
        Assert.Equal(result.Verdict.Scores[4].LeastStability, result.Stability!.Least.MeanJaccard);
        Assert.InRange(result.Stability.Least.MeanJaccard, 0.95, 0.99);
        Assert.Equal((100, 200, 200), (result.Stability.Samples, result.Stability.Rows, result.Stability.AllRows));
        Assert.Equal([81, 39, 35, 23, 22], result.Stability.Clusters.Select(cluster => cluster.Size));
    }

    [Fact]
    public void Run_TheScanAskedTheSame_IsWhatAskingAnewWouldGive()
    {
        SegmentationResult result = Mall.Run(MallFile.Load());

        ClusterStability anew = ModelStability.Of(result.Prepared.Matrix, result.Model, Mall.Algorithm, 100, null, default);

        Assert.Equal(anew.Clusters, result.Stability!.Clusters);
    }

    [Fact]
    public void Run_OtherNumberOfSamples_AsksAnew()
    {
        SegmentationResult result = (Mall with { StabilitySamples = 7 }).Run(MallFile.Load());

        Assert.Equal(7, result.Stability!.Samples);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(100, 1)]
    public void Run_NotAskedForOrOneSegment_HasNoStability(int samples, int segments)
    {
        SegmentationResult result = (Mall with { StabilitySamples = samples, ClusterCount = segments, MaxClusters = 2 }).Run(MallFile.Load());

        Assert.Null(result.Stability);
    }

    [Fact]
    public void Run_UnstableSegments_AreWarnedOf()
    {
        CustomerTable noise = new(
        [
            new NumericColumn("a", [.. SampleShapes.Noise(300).Matrix.Values.ToArray().Where((_, i) => i % 2 == 0)]),
            new NumericColumn("b", [.. SampleShapes.Noise(300).Matrix.Values.ToArray().Where((_, i) => i % 2 == 1)]),
        ]);

        SegmentationResult result = new SegmentationPipeline { ClusterCount = 6, MaxClusters = 2 }.Run(noise);

        ClusterRecovery least = result.Stability!.Least;
        Assert.Equal(StabilityGrade.Unstable, least.Grade);
        Assert.Contains(
            $"Segment {least.Cluster + 1} ({result.Profiles[least.Cluster].Name}) is unstable, do not build on it: mean Jaccard "
            + FormattableString.Invariant($"{least.MeanJaccard:0.00} over 100 bootstrap samples of 300 customers, below 0.6."),
            result.Warnings);
    }

    [Fact]
    public void Warnings_MeanThatWouldRoundToTheBound_IsShownBelowIt()
    {
        ClusterStability stability = new(1, [new ClusterRecovery(0, 10, 0.597, 0, 0)]);
        SegmentProfile profile = ChartSamples.Profile(1, "All", 10, 1);

        string warning = Assert.Single(StabilityText.Warnings(stability, [profile]));

        Assert.Equal("Segment 1 (All) is unstable, do not build on it: mean Jaccard 0.597 over 1 bootstrap sample of 10 customers, below 0.6.", warning);
        Assert.Contains("0.597", stability.ToText(), StringComparison.Ordinal);
        Assert.Contains("over 1 bootstrap sample\n", stability.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ManyRows_AsksASampleThatHoldsEveryCluster()
    {
        FeatureMatrix blobs = Blobs.Make(rows: 24_000, clusters: 3, seed: 1, distance: 30);
        FeatureMatrix rows = new(blobs.FeatureNames, [.. blobs.Values, .. Enumerable.Repeat(500.0, 3 * blobs.FeatureCount)]);
        KMeansModel model = new KMeans(4) { Restarts = 2 }.Fit(rows);

        ClusterStability stability = ModelStability.Of(rows, model, new KMeans(4), 3, null, default);

        Assert.Equal(24_003, stability.AllRows);
        Assert.InRange(stability.Rows, 19_990, 20_010); // 20,000 but for rounding, and for the three rows that are all kept
        Assert.Equal(3, stability.Clusters[3].Size);
        Assert.Contains("of 24,003 customers, drawn at random", StabilityText.Of(stability, Named(4)), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AnyNumberOfThreads_GivesTheSameStability()
    {
        SegmentationPipeline few = Mall with { StabilitySamples = 20 };

        ClusterStability one = (few with { Algorithm = few.Algorithm with { Threads = 1 } }).Run(MallFile.Load()).Stability!;
        ClusterStability three = (few with { Algorithm = few.Algorithm with { Threads = 3 } }).Run(MallFile.Load()).Stability!;

        Assert.Equal(one.Clusters, three.Clusters);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(9)]
    public void Run_Progress_RisesToItsTotalOnce(int samples)
    {
        List<PipelineProgress> told = [];

        (Mall with { StabilitySamples = samples, MaxClusters = 6 }).Run(MallFile.Load(), new Told(told.Add));

        Assert.Single(told.Select(step => step.Total).Distinct());
        Assert.Equal(told.Select(step => step.Done).Distinct().Order(), told.Select(step => step.Done));
        Assert.Equal(told[^1].Total, told[^1].Done);
        Assert.Equal("clustered bootstrap samples of the segments", told[^1].Step);
    }

    private static SegmentProfile[] Named(int segments) =>
        [.. Enumerable.Range(1, segments).Select(segment => new SegmentProfile(segment, $"S{segment}", 1, 1.0 / segments, [], []))];

    private sealed class Told(Action<PipelineProgress> tell) : IProgress<PipelineProgress>
    {
        public void Report(PipelineProgress value) => tell(value);
    }
}
