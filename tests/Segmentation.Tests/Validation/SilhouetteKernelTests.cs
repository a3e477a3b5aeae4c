using FsCheck;
using FsCheck.Fluent;
using Segmentation.Tests.Clustering;

namespace Segmentation.Tests.Validation;

/// <summary>The exact silhouette against its definition, written down as slowly as it reads.</summary>
public sealed class SilhouetteKernelTests
{
    /// <summary>The rows of a case, the cluster of each, and how many clusters there are.</summary>
    private static readonly Gen<(double[][] Rows, int[] Labels)> Cases =
        from rowCount in Gen.Choose(2, 300)
        from clusterCount in Gen.Choose(2, Math.Min(20, rowCount))
        from featureCount in Gen.Choose(1, 5)
        from places in Gen.Choose(1, 2000)
        from offset in Gen.Elements(0.0, -1e6, 1e12)
        from seed in Gen.Choose(0, int.MaxValue)
        select Made(rowCount, clusterCount, featureCount, places, offset, seed);

    [Fact]
    [Trait("Kind", "Property")]
    public void Of_AnyRowsAndLabels_EqualsTheSlowDefinition() =>
        Prop.ForAll(Cases.ToArbitrary(), made =>
        {
            FeatureMatrix matrix = FeatureMatrix.FromRows(made.Rows);

            SilhouetteResult result = Silhouette.Of(matrix, made.Labels);

            // At most 300 distances a sum, each correctly rounded: equal but for the order in which they are added.
            double[] slow = [.. Enumerable.Range(0, made.Labels.Length).Select(row => SlowWidth(made.Rows, made.Labels, row))];
            Assert.All(slow.Zip(result.Widths.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
            Assert.Equal(slow.Average(), result.Mean.Value, 1e-13);
        }).Holds();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Of_ManyBlocks_EqualsTheSlowDefinitionOnAnyNumberOfThreads(int threads)
    {
        // Five blocks of rows cut by seven clusters, one of them a single row.
        (double[][] rows, int[] labels) = Made(rowCount: 1203, clusterCount: 6, featureCount: 3, places: 500, offset: 0, seed: 4);
        labels[600] = 6;

        SilhouetteResult result = Silhouette.Of(
            FeatureMatrix.FromRows(rows), labels, new SilhouetteOptions { Threads = threads });

        Assert.All(
            Enumerable.Range(0, 60).Select(i => i * 20),
            row => Assert.Equal(SlowWidth(rows, labels, row), result.Widths[row], 1e-13));
        Assert.Equal(
            Silhouette.Of(FeatureMatrix.FromRows(rows), labels, new SilhouetteOptions { Threads = 1 }).Widths, result.Widths);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Of_MoreClustersThanSumsAreKeptFor_EqualsTheSlowDefinition(int threads)
    {
        // 6,000 rows of 3,000 clusters: the sums of 1,398 clusters are kept at a time, so there are three bands.
        (double[][] rows, int[] labels) = Made(rowCount: 6000, clusterCount: 3000, featureCount: 1, places: 5000, offset: 0, seed: 5);

        SilhouetteResult result = Silhouette.Of(
            FeatureMatrix.FromRows(rows), labels, new SilhouetteOptions { Threads = threads });

        Assert.All(
            Enumerable.Range(0, 30).Select(i => i * 199),
            row => Assert.Equal(SlowWidth(rows, labels, row), result.Widths[row], 1e-13));
    }

    [Fact]
    public void Of_RowsMovedTogether_HaveTheSameWidths()
    {
        // Eighths up to 250 and the offset add up without rounding, so the differences are the same numbers.
        (double[][] rows, int[] labels) = Made(rowCount: 200, clusterCount: 4, featureCount: 2, places: 2000, offset: 0, seed: 9);
        double[][] moved = [.. rows.Select(row => row.Select(value => value + 1e12).ToArray())];

        Assert.Equal(
            Silhouette.Of(FeatureMatrix.FromRows(rows), labels).Widths, Silhouette.Of(FeatureMatrix.FromRows(moved), labels).Widths);
    }

    [Fact]
    public void Of_ValuesWhoseSquaredDistancesOverflow_SaysWhichFeature()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Silhouette.Of(FeatureMatrix.FromRows([-1e200], [1e200], [0]), [0, 0, 1]));

        Assert.StartsWith("Feature 'x1' runs from -1E+200 to 1E+200", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Of_CancelledOnTheWay_StopsLongBeforeTheEnd(int threads)
    {
        // 400,000 rows take many seconds; finished work would not throw.
        FeatureMatrix matrix = Blobs.Noise(rows: 400_000, seed: 2);
        int[] labels = [.. Enumerable.Range(0, matrix.RowCount).Select(row => row % 3)];
        using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(300));
        Task<SilhouetteResult> work = Task.Run(() => Silhouette.Of(
            matrix, labels, new SilhouetteOptions { ExactLimit = matrix.RowCount, Threads = threads }, source.Token));

        await Assert.ThrowsAsync<OperationCanceledException>(() => work);
    }

    /// <summary>Rows on a grid of eighths, so that many are equal, and labels without a gap.</summary>
    private static (double[][] Rows, int[] Labels) Made(
        int rowCount, int clusterCount, int featureCount, int places, double offset, int seed)
    {
        Random random = new(seed);
        double[][] rows = [.. Enumerable.Range(0, rowCount).Select(_ =>
            Enumerable.Range(0, featureCount).Select(_ => offset + (random.Next(places) / 8.0)).ToArray())];
        int[] labels = [.. Enumerable.Range(0, rowCount).Select(row => row < clusterCount ? row : random.Next(clusterCount))];
        random.Shuffle(labels);
        return (rows, labels);
    }

    private static double SlowWidth(double[][] rows, int[] labels, int row)
    {
        double[] sums = new double[labels.Max() + 1];
        int[] sizes = new int[sums.Length];
        for (int other = 0; other < rows.Length; other++)
        {
            double squared = rows[row].Zip(rows[other]).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second));
            sums[labels[other]] += Math.Sqrt(squared);
            sizes[labels[other]]++;
        }

        int own = labels[row];
        if (sizes[own] == 1)
        {
            return 0;
        }

        double within = sums[own] / (sizes[own] - 1);
        double between = sums.Zip(sizes).Where((_, cluster) => cluster != own).Min(pair => pair.First / pair.Second);
        return within == 0 && between == 0 ? 0 : (between - within) / Math.Max(within, between);
    }
}
