using Segmentation.Tests.Clustering;

namespace Segmentation.Tests.Validation;

/// <summary>A row of weight w counts as w equal rows, in every index.</summary>
public sealed class RowWeightTests
{
    /// <summary>Only the order of additions differs, of at most some hundred numbers.</summary>
    private const double Rounding = 1e-12;

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
        FeatureMatrix matrix = FeatureMatrix.FromRows([0], [1], [2]).WithRowWeights([0.5, 1.5, 3]);

        FeatureMatrix drawn = WeightedRowSample.Draw(matrix, 10_000, seed: 1);

        Assert.True(drawn.RowWeights.IsEmpty);
        double[] shares = [.. Enumerable.Range(0, 3).Select(value => drawn.Values.ToArray().Count(number => number == value) / 10_000.0)];
        Assert.Equal([0.1, 0.3, 0.6], shares, (expected, share) => Math.Abs(expected - share) < 0.02);   // four standard errors
        Assert.Equal(drawn.Values.ToArray().Order(), drawn.Values.ToArray());
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
