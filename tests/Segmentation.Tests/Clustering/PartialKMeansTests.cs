using FsCheck;
using FsCheck.Fluent;

namespace Segmentation.Tests.Clustering;

public sealed class PartialKMeansTests
{
    [Fact]
    public void Fit_TwoGroupsWithAGap_FillsItFromTheOwnGroup()
    {
        // Groups about (0, 0) and (10, 10); the last row has only x = 10, so its y is the mean of 10 and 12.
        PartialMatrix matrix = new(["x", "y"], [0, 0, 0, 2, 10, 10, 10, 12, 10, double.NaN]);

        PartialKMeansModel fitted = new PartialKMeans(new KMeans(2)).Fit(matrix);

        Assert.Equal([1, 1, 0, 0, 0], fitted.Model.Labels.ToArray());
        Assert.Equal([10, 11, 0, 1], fitted.Model.Centroids.Values.ToArray());
        Assert.Equal([10, 11], fitted.Filled.Row(4).ToArray());
        Assert.Equal(4, fitted.Model.Inertia);   // four rows, each 1 from its centroid
        Assert.True(fitted.Model.Converged);
    }

    [Fact]
    public void Fit_NothingMissing_IsKMeans()
    {
        FeatureMatrix rows = RandomRows.Make(new Random(5), 60, 3, kind: 0);
        KMeansModel expected = new KMeans(4).Fit(rows);

        PartialKMeansModel fitted = new PartialKMeans(new KMeans(4)).Fit(new PartialMatrix(rows.FeatureNames, rows.Values));

        Assert.Equal(expected.Labels.ToArray(), fitted.Model.Labels.ToArray());
        Assert.Equal(expected.Centroids.Values.ToArray(), fitted.Model.Centroids.Values.ToArray());
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Fit_AnyGaps_NeverRaisesTheSumOverTheCellsThatAreThere()
    {
        Gen<(int Seed, int Share, int K)> cases = Gen.Choose(1, 100_000).SelectMany(
            _ => Gen.Choose(1, 6).SelectMany(_ => Gen.Choose(1, 5), (share, k) => (share, k)), (seed, pair) => (seed, pair.share, pair.k));

        Prop.ForAll(cases.ToArbitrary(), sample => FallsToAFixedPoint(sample.Seed, sample.Share, sample.K)).Holds();
    }

    /// <summary>
    /// Numbering the clusters by size gives rows that lie between two centroids to the other one, from where the sum can fall
    /// on: the cells are 0 to 3, so many rows lie so.
    /// </summary>
    [Theory]
    [InlineData(50659, 6, 5)]
    public void Fit_TiesMovedByTheNumbering_GoesOnToTheFixedPoint(int seed, int share, int clusterCount) =>
        Assert.True(FallsToAFixedPoint(seed, share, clusterCount));

    [Fact]
    public void Fit_EveryThreadCount_GivesTheSameBits()
    {
        PartialMatrix matrix = WithGaps(seed: 3, share: 0.3);

        double[][] centroids =
            [.. new[] { 1, 2, 5 }.Select(threads => new PartialKMeans(new KMeans(3) { Threads = threads }).Fit(matrix).Model.Centroids.Values.ToArray())];

        Assert.Equal(centroids[0], centroids[1]);
        Assert.Equal(centroids[0], centroids[2]);
    }

    [Fact]
    public void Fit_GapsInSeparateGroups_FindsTheSameGroupsAmongTheWholeRows()
    {
        FeatureMatrix rows = Blobs.Make(90, 3, seed: 11);
        double[] values = rows.Values.ToArray();
        for (int row = 0; row < 90; row += 4)
        {
            values[(row * rows.FeatureCount) + (row / 4 % rows.FeatureCount)] = double.NaN;
        }

        PartialKMeansModel fitted = new PartialKMeans(new KMeans(3)).Fit(new PartialMatrix(rows.FeatureNames, values));

        // A row with one coordinate may fit two groups; the others must be where they are without gaps.
        int[] whole = [.. Enumerable.Range(0, 90).Where(row => row % 4 != 0)];
        int[] expected = new KMeans(3).Fit(rows).Labels.ToArray();
        int[] found = fitted.Model.Labels.ToArray();
        Assert.Equal(1, AdjustedRandIndex.Of([.. whole.Select(row => expected[row])], [.. whole.Select(row => found[row])]));
    }

    [Fact]
    public void Fit_Cancelled_StopsAtOnce()
    {
        using CancellationTokenSource source = new();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => new PartialKMeans(new KMeans(2)).Fit(WithGaps(1, 0.2), null, source.Token));
    }

    [Fact]
    public void PartialMatrix_RowOrFeatureWithoutANumber_IsRefused()
    {
        Assert.StartsWith(
            "Row 1 has no feature at all.",
            Assert.Throws<ArgumentException>(() => new PartialMatrix(["x"], [1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "Feature 'y' is missing in every row.",
            Assert.Throws<ArgumentException>(() => new PartialMatrix(["x", "y"], [1, double.NaN, 2, double.NaN])).Message, StringComparison.Ordinal);
    }

    private static bool FallsToAFixedPoint(int seed, int share, int clusterCount)
    {
        PartialMatrix matrix = WithGaps(seed, share / 10.0);

        PartialKMeansModel fitted = new PartialKMeans(new KMeans(clusterCount) { Restarts = 2 }).Fit(matrix);

        double[] sums = [.. fitted.Objectives];
        bool falls = Enumerable.Range(1, sums.Length - 1).All(i => sums[i] <= sums[i - 1] * (1 + 1e-12));   // sums of 120 squares
        return falls && IsFixedPoint(matrix, fitted);
    }

    /// <summary>Whether the labels are nearest and, where converged, the centroids the means of the cells that are there: a slow check.</summary>
    private static bool IsFixedPoint(PartialMatrix matrix, PartialKMeansModel fitted)
    {
        for (int row = 0; row < matrix.RowCount; row++)
        {
            int own = fitted.Model.Labels[row];
            for (int other = 0; other < fitted.Model.ClusterCount; other++)
            {
                if (Squares(matrix, row, fitted, other) < Squares(matrix, row, fitted, own))
                {
                    return false;
                }
            }
        }

        for (int cluster = 0; fitted.Model.Converged && cluster < fitted.Model.ClusterCount; cluster++)
        {
            for (int j = 0; j < matrix.FeatureCount; j++)
            {
                double[] cells = [.. Enumerable.Range(0, matrix.RowCount)
                    .Where(row => fitted.Model.Labels[row] == cluster && !double.IsNaN(matrix.Row(row)[j])).Select(row => matrix.Row(row)[j])];
                if (cells.Length > 0 && Math.Abs(cells.Average() - fitted.Model.Centroids.Row(cluster)[j]) > 1e-12)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static double Squares(PartialMatrix matrix, int row, PartialKMeansModel fitted, int cluster) => Enumerable.Range(0, matrix.FeatureCount)
        .Where(j => !double.IsNaN(matrix.Row(row)[j])).Sum(j => Math.Pow(matrix.Row(row)[j] - fitted.Model.Centroids.Row(cluster)[j], 2));

    /// <summary>40 rows of 3 numbers, of which each row keeps at least one.</summary>
    private static PartialMatrix WithGaps(int seed, double share)
    {
        double[] values = RandomRows.Make(new Random(seed), 40, 3, kind: seed % 2 == 0 ? 0 : 1).Values.ToArray();
        MathNet.Numerics.Random.Xoshiro256StarStar random = new(seed);
        for (int row = 0; row < 40; row++)
        {
            for (int j = 0; j < 3; j++)
            {
                values[(row * 3) + j] = random.NextDouble() < share && j != row % 3 ? double.NaN : values[(row * 3) + j];
            }
        }

        return new PartialMatrix(["x", "y", "z"], values);
    }
}
