using Segmentation.Tests.Clustering;

namespace Segmentation.Tests.Validation;

/// <summary>A row of weight w counts as w equal rows, in every index.</summary>
public sealed class RowWeightTests
{
    /// <summary>Only the order of additions differs, of at most some hundred numbers.</summary>
    private const double Rounding = 1e-12;

    private static readonly ClusterCountScan Quick = new(k => new KMeans(k)) { MaxClusters = 4, BootstrapSamples = 20, Halvings = 5 };

    [Fact]
    public void Silhouette_TwoCopiesOfARow_GivesTheAnswerWorkedByHand()
    {
        // 0, 0, 1 against 10. A row at 0: within (0 + 1) / 2, between 10, so 0.95; at 1: within (1 + 1) / 2, between 9, so 8/9.
        FeatureMatrix matrix = FeatureMatrix.FromRows([0], [1], [10]).WithRowWeights([2, 1, 1]);

        SilhouetteResult result = Silhouette.Of(matrix, [0, 0, 1]);

        Assert.All(result.Widths.ToArray().Zip([0.95, 8 / 9.0, 0]), width => Assert.Equal(width.Second, width.First, Rounding));
        Assert.Equal(((2 * 0.95) + (8 / 9.0)) / 4, result.Mean.Value, Rounding);
    }

    [Fact]
    public void Silhouette_OneRowOfWeight2AloneInItsCluster_IsNotAlone()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([0], [1], [10]).WithRowWeights([1, 1, 2]);

        Assert.Equal(1, Silhouette.Of(matrix, [0, 0, 1]).Widths[2]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Indices_WholeWeights_AreThoseOfRepeatedRows(int seed)
    {
        (FeatureMatrix weighted, int[] labels, FeatureMatrix repeated, int[] repeatedLabels) = Samples(seed);

        SilhouetteResult one = Silhouette.Of(weighted, labels);
        SilhouetteResult other = Silhouette.Of(repeated, repeatedLabels);

        Assert.Equal(other.Mean.Value, one.Mean.Value, Rounding);
        Assert.All(one.ClusterMeans.Zip(other.ClusterMeans), means => Assert.Equal(means.Second, means.First, Rounding));
        Assert.All(
            Copies(weighted).Zip(other.Widths.ToArray()), width => Assert.Equal(width.Second, one.Widths[width.First], Rounding));
        Assert.Equal(1, CalinskiHarabasz.Of(weighted, labels)!.Value / CalinskiHarabasz.Of(repeated, repeatedLabels)!.Value, Rounding);
        Assert.Equal(DaviesBouldin.Of(repeated, repeatedLabels)!.Value, DaviesBouldin.Of(weighted, labels)!.Value, Rounding);
        Assert.Equal(SimplifiedSilhouette.Of(repeated, repeatedLabels), SimplifiedSilhouette.Of(weighted, labels), Rounding);
    }

    [Fact]
    public void Indices_EveryRowOfItsOwnCluster_AreThoseOfRepeatedRows()
    {
        // Without weights there is no index when k = n; with copies the rows are more than the clusters.
        FeatureMatrix weighted = FeatureMatrix.FromRows([0], [3]).WithRowWeights([2, 3]);
        FeatureMatrix repeated = FeatureMatrix.FromRows([0], [0], [3], [3], [3]);

        Assert.Equal(CalinskiHarabasz.Of(repeated, [0, 0, 1, 1, 1]), CalinskiHarabasz.Of(weighted, [0, 1]));
        Assert.Equal(DaviesBouldin.Of(repeated, [0, 0, 1, 1, 1]), DaviesBouldin.Of(weighted, [0, 1]));
        Assert.Equal(1, Silhouette.Of(weighted, [0, 1]).Mean.Value);
        Assert.Null(DaviesBouldin.Of(weighted.WithRowWeights([1, 1]), [0, 1]));
    }

    [Fact]
    public void Silhouette_FractionalWeights_AreThoseOfALargerCountDividedInTheMeans()
    {
        // Halving every weight changes no mean to another cluster, only the one row that a row is not compared with.
        FeatureMatrix matrix = FeatureMatrix.FromRows([0], [2], [10], [14]).WithRowWeights([1.5, 2.5, 0.4, 0.5]);

        SilhouetteResult result = Silhouette.Of(matrix, [0, 0, 1, 1]);

        // Row 0: within 2.5 x 2 / (4 - 1), between (0.4 x 10 + 0.5 x 14) / 0.9.
        double between = 11 / 0.9;
        Assert.Equal((between - (5.0 / 3)) / between, result.Widths[0], Rounding);
        Assert.Equal([0.0, 0.0], result.Widths[2..].ToArray());   // a cluster of weight 0.9 is not even one row
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Silhouette_AnyNumberOfThreads_HasTheSameBits(int threads)
    {
        (FeatureMatrix weighted, int[] labels, _, _) = Samples(5, rows: 1500);

        SilhouetteResult one = Silhouette.Of(weighted, labels, new SilhouetteOptions { Threads = 1 });
        SilhouetteResult more = Silhouette.Of(weighted, labels, new SilhouetteOptions { Threads = threads });

        Assert.Equal(one.Widths, more.Widths);
        Assert.Equal(one.Mean.Value, more.Mean.Value);
    }

    [Fact]
    public void Silhouette_SampleOfRowsThatWeigh1_IsThatOfRowsWithoutWeights()
    {
        FeatureMatrix matrix = Blobs.Make(600, 3, seed: 3, distance: 4);
        int[] labels = [.. Enumerable.Range(0, 600).Select(row => row % 3)];
        SilhouetteOptions options = new() { ExactLimit = 100, SampleSize = 200 };

        SilhouetteEstimate plain = Silhouette.Of(matrix, labels, options).Mean;
        SilhouetteEstimate weighted = Silhouette.Of(matrix.WithRowWeights([.. Enumerable.Repeat(1.0, 600)]), labels, options).Mean;

        Assert.Equal(plain.Value, weighted.Value, Rounding);
        Assert.Equal(plain.StandardError!.Value, weighted.StandardError!.Value, Rounding);
        Assert.Equal(plain.SampleSize, weighted.SampleSize);
    }

    [Fact]
    public void Silhouette_SampleOfWeightedRows_EstimatesTheExactMeanWithinItsError()
    {
        // Clusters that are clear, so that the distances to the sample's rows stand well for those to all rows.
        FeatureMatrix weighted = Blobs.Make(2000, 3, seed: 4, distance: 6)
            .WithRowWeights([.. Enumerable.Range(0, 2000).Select(row => 1.0 + (row * 7919 % 4))]);
        int[] labels = [.. Enumerable.Range(0, 2000).Select(row => row % 3)];
        double exact = Silhouette.Of(weighted, labels).Mean.Value;

        double[] deviations = [.. Enumerable.Range(0, 40).Select(seed =>
        {
            SilhouetteEstimate estimate =
                Silhouette.Of(weighted, labels, new SilhouetteOptions { ExactLimit = 100, SampleSize = 400, Seed = seed }).Mean;
            return (estimate.Value - exact) / estimate.StandardError!.Value;
        })];

        // Standard normal, nearly: the root mean square of 40 is 1 with a standard error of 0.11.
        Assert.InRange(Math.Sqrt(deviations.Average(deviation => deviation * deviation)), 0.6, 1.5);
    }

    [Fact]
    public void LeastClearValley_WholeWeights_IsThatOfRepeatedRows()
    {
        FeatureMatrix rows = FeatureMatrix.FromRows([-0.1], [0], [0.1], [0.45], [0.9], [1], [1.1]);
        FeatureMatrix weighted = rows.WithRowWeights([2, 3, 2, 1, 4, 1, 4]);
        FeatureMatrix repeated = Repeated(weighted);

        double p = ClusterValleys.LeastClear(weighted, new KMeans(2).Fit(weighted), default);

        Assert.Equal(ClusterValleys.LeastClear(repeated, new KMeans(2).Fit(repeated), default), p, Rounding);
        Assert.NotEqual(ClusterValleys.LeastClear(rows, new KMeans(2).Fit(rows), default), p, 0.01);
    }

    [Theory]
    [InlineData(1000)]   // every copy is resampled
    [InlineData(100)]    // the same copies are drawn
    public void Scan_WholeWeights_IsThatOfRepeatedRows(int sampleSize)
    {
        FeatureMatrix rows = Blobs.Make(90, 3, seed: 8, distance: 12);
        FeatureMatrix weighted = rows.WithRowWeights([.. Enumerable.Range(0, 90).Select(row => 1.0 + (row * 7 % 3))]);
        ClusterCountScan scan = new(k => new KMeans(k)) { MaxClusters = 4, SampleSize = sampleSize, BootstrapSamples = 20, Halvings = 5 };

        ClusterCountVerdict one = scan.Run(weighted);
        ClusterCountVerdict other = scan.Run(Repeated(weighted));

        Assert.Equal(3, one.RecommendedCount);
        Assert.Equal(other.RecommendedCount, one.RecommendedCount);
        foreach ((ClusterCountScore score, ClusterCountScore expected) in one.Scores.Take(3).Zip(other.Scores))
        {
            Assert.Equal(1, score.Inertia / expected.Inertia, Rounding);
            Assert.Equal(expected.SmallestSize, score.SmallestSize);
            AssertSame(expected.Silhouette?.Value, score.Silhouette?.Value);
            AssertSame(expected.DaviesBouldin, score.DaviesBouldin);
            AssertSame(expected.Gap, score.Gap);
            AssertSame(expected.UniformPValue, score.UniformPValue);
            AssertSame(expected.PredictionStrength, score.PredictionStrength);
            AssertSame(expected.LeastStability, score.LeastStability);
            AssertSame(expected.ValleyPValue, score.ValleyPValue);
        }
    }

    [Fact]
    public void WeightedSample_FractionalWeights_DrawsInProportion()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([0], [1], [2]).WithRowWeights([2000.5, 6001.5, 12_003]);

        FeatureMatrix drawn = WeightedRowSample.Draw(matrix, 10_000, seed: 1);

        Assert.True(drawn.RowWeights.IsEmpty);
        Assert.Equal(10_000, drawn.RowCount);
        double[] shares = [.. Enumerable.Range(0, 3).Select(value => drawn.Values.ToArray().Count(number => number == value) / 10_000.0)];
        Assert.Equal([0.1, 0.3, 0.6], shares, (expected, share) => Math.Abs(expected - share) < 0.02);   // more than four standard errors
        Assert.Equal(drawn.Values.ToArray().Order(), drawn.Values.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void WeightedSample_OneFractionalWeightOfForty_HoldsTwoCopiesOfEveryOtherRow(int seed)
    {
        // Copies far beyond the weights would be found again in every bootstrap sample and half, whatever the rows are like.
        double[] weights = [.. Enumerable.Range(0, 40).Select(row => row == 7 ? 2.5 : 2.0)];

        FeatureMatrix drawn = WeightedRowSample.Draw(FeatureMatrix.FromRows([.. Enumerable.Range(0, 40).Select(row => new double[] { row })]).WithRowWeights(weights), 1000, seed);

        int[] copies = [.. Enumerable.Range(0, 40).Select(row => drawn.Values.ToArray().Count(value => value == row))];
        Assert.InRange(copies[7], 2, 3);
        Assert.All(copies.Where((_, row) => row != 7), count => Assert.Equal(2, count));
    }

    [Fact]
    public void WeightedSample_PartsOfACopy_AreRightOnAverage()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([0], [1], [2]).WithRowWeights([0.3, 1.5, 2.4]);

        double[] drawn = [.. Enumerable.Range(0, 4000).SelectMany(seed => WeightedRowSample.Draw(matrix, 100, seed).Values.ToArray())];

        // A part p of a copy has variance p (1 - p), at most a quarter: a standard error of 0.008 over 4,000 samples.
        double[] means = [.. Enumerable.Range(0, 3).Select(row => drawn.Count(value => value == row) / 4000.0)];
        Assert.Equal([0.3, 1.5, 2.4], means, (expected, mean) => Math.Abs(expected - mean) < 0.035);
    }

    [Fact]
    public void WeightedSample_WeightsThatSumToOne_GivesTheTwoRowsThatClusteringNeeds()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([0], [1], [2], [3]).WithRowWeights([0.25, 0.25, 0.25, 0.25]);

        Assert.All(Enumerable.Range(0, 20), seed => Assert.Equal(2, WeightedRowSample.Draw(matrix, 100, seed).RowCount));
    }

    [Fact]
    public void Scan_WeightsThatSumToOne_RulesNoCountOutForItsSize()
    {
        FeatureMatrix matrix = Blobs.Make(100, 2, seed: 1, distance: 20).WithRowWeights([.. Enumerable.Repeat(0.01, 100)]);

        ClusterCountVerdict verdict = Quick.Run(matrix);

        Assert.All(verdict.Scores, score => Assert.Equal(1, score.SmallestSize));
        Assert.DoesNotContain(verdict.Reasons, reason => reason.StartsWith("Ruled out", StringComparison.Ordinal));
    }

    [Fact]
    public void Scan_RowsOfHalfAWeight_JudgesTheSmallestClusterByTheWeights()
    {
        // 24 of 1,500 rows of weight 0.5: 12 of 750, or 1.6%. Against the number of rows it would be 0.8%, less than 1%.
        FeatureMatrix rows = ThreeGroups(large: 738, small: 24);

        ClusterCountVerdict verdict = Quick.Run(rows.WithRowWeights([.. Enumerable.Repeat(0.5, 1500)]));

        Assert.Equal((3, 12), (verdict.RecommendedCount, verdict.Scores[2].SmallestSize));
        Assert.NotEqual(Confidence.Low, verdict.Confidence);
        Assert.Null(verdict.Doubt);
        Assert.DoesNotContain(verdict.Reasons, reason => reason.Contains("has only", StringComparison.Ordinal));
    }

    [Fact]
    public void Scan_HeavyRowsBesideAFewLightOnes_CallsTheLightOnesTinyAsTheirCopiesWouldBe()
    {
        // 100 rows of weight 10 and 8 of weight 1: 8 of 1,008 are less than 1%.
        FeatureMatrix rows = ThreeGroups(large: 50, small: 8);
        FeatureMatrix weighted = rows.WithRowWeights([.. Enumerable.Range(0, 108).Select(row => row < 100 ? 10.0 : 1)]);

        ClusterCountVerdict verdict = (Quick with { SampleSize = 2000 }).Run(weighted);

        const string Tiny = "The smallest of the 3 clusters has only 8 of 1,008 rows: they may be outliers and not a group.";
        Assert.Equal((3, Confidence.Low), (verdict.RecommendedCount, verdict.Confidence));
        Assert.Contains(Tiny, verdict.Reasons);
        Assert.Equal(Tiny, verdict.Doubt);
    }

    [Fact]
    public void Scan_WeightsBeyondTheSample_SaysThatItIsOne()
    {
        FeatureMatrix weighted = Blobs.Make(100, 2, seed: 1, distance: 20).WithRowWeights([.. Enumerable.Range(0, 100).Select(row => 12.0 + (row % 2))]);

        ClusterCountVerdict verdict = (Quick with { SampleSize = 100 }).Run(weighted);

        Assert.Contains("The uniform test, gap, prediction strength and stability are from a sample of 100 of 1,250 rows.", verdict.Reasons);
    }

    [Fact]
    public void Scan_WeightsWhoseSumRounds_DoesNotRoundItUp()
    {
        // 0.1 + 0.1 + 0.1 is 0.30000000000000004, and ten times that no more than 3.
        FeatureMatrix weighted = ThreeGroups(large: 30, small: 30).WithRowWeights([.. Enumerable.Repeat(0.1, 90)]);

        Assert.Equal(3, Quick.Run(weighted).Scores[2].SmallestSize);
    }

    [Fact]
    public void Criteria_WholeWeights_AreThoseOfRepeatedRowsToTheBit()
    {
        FeatureMatrix weighted = Blobs.Make(60, 3, seed: 8, distance: 6).WithRowWeights([.. Enumerable.Range(0, 60).Select(row => 1.0 + (row * 7 % 3))]);
        FeatureMatrix repeated = Repeated(weighted);
        int[] labels = new KMeans(3).Fit(weighted).Labels.ToArray();
        GapStatistic gap = new(Lighter) { MaxClusters = 4, ReferenceSets = 5 };
        PredictionStrength strength = new(Lighter) { MaxClusters = 4, Halvings = 5 };
        ClusterBootstrap bootstrap = new(Lighter(3)) { Samples = 10 };

        Assert.Equal(gap.Run(repeated).Scores, gap.Run(weighted).Scores);
        Assert.Equal(strength.Run(repeated).Scores, strength.Run(weighted).Scores);
        Assert.Equal(
            bootstrap.Run(repeated, [.. Copies(weighted).Select(row => labels[row])]).Clusters.Select(cluster => (cluster.MeanJaccard, cluster.Recovered, cluster.Dissolved)),
            bootstrap.Run(weighted, labels).Clusters.Select(cluster => (cluster.MeanJaccard, cluster.Recovered, cluster.Dissolved)));
    }

    [Fact]
    public void Gap_HeavyWeights_IsNotMovedByTheirScale()
    {
        // Ten times the weights are ten times the copies, in the real rows and in the reference sets alike.
        FeatureMatrix rows = Blobs.Noise(rows: 100, seed: 3);
        GapStatistic gap = new(Lighter) { MaxClusters = 2, ReferenceSets = 20 };

        double plain = gap.Run(rows).Scores[0].Gap;
        double weighted = gap.Run(rows.WithRowWeights([.. Enumerable.Repeat(10.0, 100)])).Scores[0].Gap;

        Assert.Equal(plain, weighted, 0.2);   // a factor of 10 in the inertia would move it by ln 10 = 2.3
    }

    [Fact]
    public void Bootstrap_ClusterLighterThanARow_IsAskedAboutAllTheSame()
    {
        FeatureMatrix weighted = FeatureMatrix.FromRows([.. Enumerable.Range(0, 40).Select(row => new double[] { row % 5 }), [900.0]])
            .WithRowWeights([.. Enumerable.Repeat(1.0, 40), 0.001]);
        int[] labels = [.. Enumerable.Repeat(0, 40), 1];

        ClusterStability stability = new ClusterBootstrap(Lighter(2)) { Samples = 200 }.Run(weighted, labels);

        // One row is in a bootstrap sample with probability 1 - 1/e = 0.63, and is a cluster of its own there.
        Assert.InRange(stability.Clusters[1].MeanJaccard, 0.5, 0.76);
    }

    private static KMeans Lighter(int clusterCount) => new(clusterCount) { Restarts = 3, Swaps = 0 };

    /// <summary>Two groups of as many rows, and after them a small one, all far apart.</summary>
    private static FeatureMatrix ThreeGroups(int large, int small)
    {
        FeatureMatrix two = Blobs.Make(2 * large, 2, seed: 4, distance: 40);
        FeatureMatrix third = Blobs.Make(small, 1, seed: 5);
        return FeatureMatrix.FromRows(
        [
            .. Enumerable.Range(0, 2 * large).Select(row => two.Row(row).ToArray()),
            .. Enumerable.Range(0, small).Select(row => new[] { third.Row(row)[0], third.Row(row)[1] + 40 }),
        ]);
    }

    private static void AssertSame(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.Equal(expected ?? 0, actual ?? 0, 1e-10);   // logarithms and fits add their own rounding
    }

    private static (FeatureMatrix Weighted, int[] Labels, FeatureMatrix Repeated, int[] RepeatedLabels) Samples(int seed, int rows = 60)
    {
        Random random = new(seed);
        int clusters = 2 + (seed % 3);
        double[] values = [.. Enumerable.Range(0, rows * 3).Select(_ => random.NextDouble())];
        FeatureMatrix weighted = new(["a", "b", "c"], values, [.. Enumerable.Range(0, rows).Select(_ => (double)random.Next(1, 5))]);
        int[] labels = [.. Enumerable.Range(0, rows).Select(row => row < clusters ? row : random.Next(clusters))];
        return (weighted, labels, Repeated(weighted), [.. Copies(weighted).Select(row => labels[row])]);
    }

    private static int[] Copies(FeatureMatrix matrix) =>
        [.. matrix.RowWeights.ToArray().SelectMany((weight, row) => Enumerable.Repeat(row, (int)weight))];

    private static FeatureMatrix Repeated(FeatureMatrix matrix) =>
        FeatureMatrix.FromRows([.. Copies(matrix).Select(row => matrix.Row(row).ToArray())]);
}
