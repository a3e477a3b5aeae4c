using Segmentation.Tests.Clustering;

namespace Segmentation.Tests.Validation;

public sealed class SilhouetteTests
{
    [Fact]
    public void Of_FourPoints_GivesTheWidthsWorkedByHand()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([0], [1], [4], [6]);

        SilhouetteResult result = Silhouette.Of(matrix, [0, 0, 1, 1]);

        // Row 0: a = 1, b = (4 + 6) / 2 = 5. Row 1: a = 1, b = 4. Row 2: a = 2, b = 3.5. Row 3: a = 2, b = 5.5.
        double[] expected = [4.0 / 5, 3.0 / 4, 1.5 / 3.5, 3.5 / 5.5];
        Assert.Equal(expected, result.Widths);
        Assert.Equal(expected.Average(), result.Mean.Value, 1e-15);
        Assert.Null(result.Mean.SampleSize);
        Assert.Equal([(expected[0] + expected[1]) / 2, (expected[2] + expected[3]) / 2], result.ClusterMeans);
    }

    [Fact]
    public void Of_RowAloneInItsCluster_HasWidthZero()
    {
        SilhouetteResult result = Silhouette.Of(FeatureMatrix.FromRows([0], [1], [9]), [0, 0, 1]);

        Assert.Equal(0.0, result.Widths[2]);
    }

    [Fact]
    public void Of_EqualRowsInTwoClusters_HaveWidthZero()
    {
        SilhouetteResult result = Silhouette.Of(FeatureMatrix.FromRows([3], [3], [3], [3]), [0, 0, 1, 1]);

        Assert.Equal([0.0, 0, 0, 0], result.Widths);
    }

    [Fact]
    public void Of_ManyRows_EqualsThePlainDefinition()
    {
        FeatureMatrix matrix = Blobs.Make(rows: 203, clusters: 4, seed: 6, distance: 3);
        int[] labels = new KMeans(5).Fit(matrix).Labels.ToArray();

        SilhouetteResult result = Silhouette.Of(matrix, labels);

        // The kernel adds four lanes; the plain loop adds one by one: equal but for rounding.
        double[] plain = [.. Enumerable.Range(0, labels.Length).Select(row => PlainWidth(matrix, labels, row))];
        Assert.All(plain.Zip(result.Widths.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Equal(plain.Average(), result.Mean.Value, 1e-12);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Of_AnyNumberOfThreads_GivesTheSameBits(int threads)
    {
        FeatureMatrix matrix = Blobs.Make(rows: 1000, clusters: 3, seed: 7);
        int[] labels = new KMeans(3).Fit(matrix).Labels.ToArray();

        SilhouetteResult one = Silhouette.Of(matrix, labels, new SilhouetteOptions { Threads = 1 });
        SilhouetteResult many = Silhouette.Of(matrix, labels, new SilhouetteOptions { Threads = threads });

        Assert.Equal(one.Widths, many.Widths);
        Assert.Equal(one.Mean, many.Mean);
    }

    [Fact]
    public void Of_MoreRowsThanTheLimit_EstimatesFromASampleAndSaysSo()
    {
        FeatureMatrix matrix = Blobs.Make(rows: 4000, clusters: 4, seed: 8, distance: 4);
        int[] labels = new KMeans(4).Fit(matrix).Labels.ToArray();
        double exact = Silhouette.Of(matrix, labels).Mean.Value;

        SilhouetteResult estimate = Silhouette.Of(
            matrix, labels, new SilhouetteOptions { ExactLimit = 3999, SampleSize = 800 });

        Assert.Equal(800, estimate.Mean.SampleSize!.Value, 4.0); // shares are rounded cluster by cluster
        Assert.Equal(estimate.Mean.SampleSize, estimate.Rows.Length);
        Assert.True(estimate.Rows.ToArray().SequenceEqual(estimate.Rows.ToArray().Order()));
        Assert.InRange(Math.Abs(estimate.Mean.Value - exact), 0, 4 * estimate.Mean.StandardError!.Value);
        Assert.InRange(estimate.Mean.StandardError!.Value, 1e-4, 0.02);
    }

    [Fact]
    public void Of_SampleOfOneOfTwoClusters_HasTheStandardErrorOfAStratifiedMean()
    {
        // 200 rows on a line far from 30 others, of which all are taken: only the first cluster is sampled.
        FeatureMatrix matrix = FeatureMatrix.FromRows(
            [.. Enumerable.Range(0, 200).Select(row => new double[] { row }), .. Enumerable.Range(0, 30).Select(row => new double[] { 1000 + row })]);
        int[] labels = [.. Enumerable.Repeat(0, 200), .. Enumerable.Repeat(1, 30)];

        SilhouetteResult result = Silhouette.Of(matrix, labels, new SilhouetteOptions { ExactLimit = 100, SampleSize = 92 });

        // Cochran (1977): (N1/N)^2 s1^2 / n1 (1 - n1/N1); the second cluster is complete and adds nothing.
        double[] sampled = [.. Enumerable.Range(0, result.Rows.Length).Where(i => result.Labels[i] == 0).Select(i => result.Widths[i])];
        double variance = sampled.Sum(width => Math.Pow(width - sampled.Average(), 2)) / (sampled.Length - 1);
        Assert.Equal(80, sampled.Length);
        Assert.Equal(
            200.0 / 230 * Math.Sqrt(variance / 80 * (1 - (80.0 / 200))), result.Mean.StandardError!.Value, 1e-12);
    }

    [Fact]
    public void Of_SampleWithATinyCluster_StillMeasuresItsRows()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows(
            [.. Enumerable.Range(0, 2000).Select(row => new double[] { row % 7 }), [100.0], [101.0]]);
        int[] labels = [.. Enumerable.Repeat(0, 2000), 1, 1];

        SilhouetteResult estimate = Silhouette.Of(matrix, labels, new SilhouetteOptions { ExactLimit = 100, SampleSize = 100 });

        Assert.Equal([2000, 2001], estimate.Rows[^2..]);
        Assert.InRange(estimate.ClusterMeans[1], 0.98, 1);
    }

    [Fact]
    public void Of_WrongLabels_SaysWhatIsWrong()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([0], [1], [2]);

        Assert.StartsWith("There are 2 labels for 3 rows.", Message([0, 1]), StringComparison.Ordinal);
        Assert.StartsWith("The index compares clusters: it needs at least two.", Message([0, 0, 0]), StringComparison.Ordinal);
        Assert.StartsWith("No row has label 1; labels run from 0 without a gap.", Message([0, 2, 2]), StringComparison.Ordinal);
        Assert.Contains("must be a non-negative value", Message([0, -1, 1]), StringComparison.Ordinal);

        string Message(int[] labels) => Assert.ThrowsAny<ArgumentException>(() => Silhouette.Of(matrix, labels)).Message;
    }

    private static double PlainWidth(FeatureMatrix matrix, int[] labels, int row)
    {
        double[] means = [.. Enumerable.Range(0, labels.Max() + 1).Select(cluster => Enumerable.Range(0, labels.Length)
            .Where(other => other != row && labels[other] == cluster)
            .Average(other => Math.Sqrt(
                Math.Pow(matrix.Row(row)[0] - matrix.Row(other)[0], 2) + Math.Pow(matrix.Row(row)[1] - matrix.Row(other)[1], 2))))];
        double within = means[labels[row]];
        double between = means.Where((_, cluster) => cluster != labels[row]).Min();
        return (between - within) / Math.Max(within, between);
    }
}
