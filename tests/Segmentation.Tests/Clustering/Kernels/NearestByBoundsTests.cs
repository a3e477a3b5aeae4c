namespace Segmentation.Tests.Clustering.Kernels;

public sealed class NearestByBoundsTests
{
    [Fact]
    public void Assign_AnyRowsAndAnyVectorWidth_FindsTheNearestCentroidOfDoublePrecision()
    {
        Random random = new(3);
        for (int i = 0; i < 300; i++)
        {
            FeatureMatrix matrix = RandomRows.Make(random, random.Next(2, 600), random.Next(1, 20), i % RandomRows.Kinds);
            FeatureMatrix? centroids = RandomRows.Start(random, matrix, random.Next(1, Math.Min(40, matrix.RowCount)));
            if (centroids is null)
            {
                continue;
            }

            int[] expected = SquaredDistance.NearestOfEach(matrix, centroids);

            Assert.Equal(expected, Labels<FloatLanes16>(matrix, centroids));
            Assert.Equal(expected, Labels<FloatLanes8>(matrix, centroids));
            Assert.Equal(expected, Labels<FloatLanes4>(matrix, centroids));
        }
    }

    [Fact]
    public void Assign_CentroidsFarOutOfSinglePrecision_StillFindsTheNearest()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([.. Enumerable.Range(0, 40).Select(row => new double[] { row, row % 3 })]);
        FeatureMatrix centroids = FeatureMatrix.FromRows([-1e100, 0], [1e100, 0], [1e60, 1]);

        Assert.Equal(SquaredDistance.NearestOfEach(matrix, centroids), Labels<FloatLanes16>(matrix, centroids));
    }

    [Fact]
    public void Assign_RowsMidwayBetweenCentroids_TakesTheFirst()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([.. Enumerable.Range(0, 50).Select(row => new[] { 0.1 * row, 0.25 })]);
        FeatureMatrix centroids = FeatureMatrix.FromRows([2, 0.75], [2, -0.25], [2, 0.75]);

        Assert.All(Labels<FloatLanes16>(matrix, centroids), label => Assert.Equal(0, label));
    }

    [Fact]
    public void Assign_WhileCentroidsMoveALittle_PassesOverNoRowThatChanges()
    {
        Random random = new(5);
        FeatureMatrix matrix = RandomRows.Make(random, 3000, 3, kind: 0);
        double[] centroids = RandomRows.Start(random, matrix, 7)!.Values.ToArray();
        using Crew crew = new(1);
        RowBlocks rows = new(matrix, crew, CancellationToken.None);
        using RowLabels labels = new(matrix.RowCount, 7);
        labels.Clear();
        FixedChunks chunks = new(matrix.RowCount, 1);
        NearestByBounds nearest = new(rows, chunks, 7, labels, new ClusterSums(matrix, chunks, 7, labels));
        int changes = 0;
        for (int step = 0; step < 200; step++)
        {
            centroids = [.. centroids.Select(value => value + ((random.NextDouble() - 0.5) * 0.002))];

            nearest.MoveTo(centroids, gaps: true);
            changes += nearest.Assign(0, moveSums: false);

            Assert.Equal(
                SquaredDistance.NearestOfEach(matrix, new FeatureMatrix(matrix.FeatureNames, centroids)), All(labels, matrix));
        }

        Assert.True(changes > 2 * matrix.RowCount / 10, "hardly a row changed: the test tests nothing");
    }

    private static int[] Labels<TLanes>(FeatureMatrix matrix, FeatureMatrix centroids)
        where TLanes : struct, IFloatLanes<TLanes>
    {
        using Crew crew = new(1);
        RowBlocks rows = new(matrix, crew, CancellationToken.None);
        using RowLabels labels = new(matrix.RowCount, centroids.RowCount);
        labels.Forget(0, rows.BlockCount * RowBlocks.RowsPerBlock);
        FixedChunks chunks = new(matrix.RowCount, 1);
        NearestByBounds nearest = new(
            rows, chunks, centroids.RowCount, labels, new ClusterSums(matrix, chunks, centroids.RowCount, labels));
        nearest.MoveTo(centroids.Values.ToArray(), gaps: false);
        _ = labels.AreBytes
            ? nearest.Assign<TLanes, ByteLabels>(0, moveSums: false)
            : nearest.Assign<TLanes, IntLabels>(0, moveSums: false);
        return All(labels, matrix);
    }

    private static int[] All(RowLabels labels, FeatureMatrix matrix)
    {
        int[] all = new int[matrix.RowCount];
        labels.CopyTo(0, all);
        return all;
    }
}
