namespace Segmentation.Tests.Clustering;

public sealed class KMeansManyRowsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Fit_MoreRowsThanAreSearchedOneByOne_GivesTheSameBitsForAnyNumberOfThreads(int threads)
    {
        FeatureMatrix matrix = Blobs.Make(rows: 30_000, clusters: 6, seed: 3, distance: 4);
        KMeans kmeans = new(7) { Threads = 1 };

        KMeansModel one = kmeans.Fit(matrix);
        KMeansModel many = (kmeans with { Threads = threads }).Fit(matrix);

        Assert.Equal(one.Labels, many.Labels);
        Assert.Equal(one.Centroids.Values, many.Centroids.Values);
        Assert.Equal(one.Inertia, many.Inertia);
        Assert.Equal(one.Iterations, many.Iterations);
    }

    [Fact]
    public void Fit_ManyRowsWithoutGroups_IsAtLeastAsGoodAsTenRestartsOnAllRows()
    {
        FeatureMatrix matrix = Blobs.Noise(rows: 25_000, seed: 4);
        KMeans kmeans = new(9);

        double best = Enumerable.Range(0, 10).Min(seed => kmeans.FitFrom(matrix, (kmeans with { Seed = seed }).InitialCentroids(matrix)).Inertia);

        // Fits settle in slightly different minima of the same shape; 1e-5 of the inertia is far below what a worse shape costs.
        Assert.InRange(kmeans.Fit(matrix).Inertia, 0, best * (1 + 1e-5));
    }

    [Fact]
    public void Fit_AFewRowsFarAwayAmongMany_GivesThemTheirOwnCluster()
    {
        FeatureMatrix blob = Blobs.Make(rows: 40_000, clusters: 1, seed: 5);
        double[] values = blob.Values.ToArray();
        foreach (int row in new[] { 7, 20_011, 39_998 })
        {
            values[2 * row] = 5000;
        }

        KMeansModel model = new KMeans(3).Fit(new FeatureMatrix(blob.FeatureNames, values));

        Assert.Equal(3, model.Sizes[^1]);
    }

    [Fact]
    public void Fit_ManyRowsOfFewDifferentValues_FindsThemAll()
    {
        // All but three rows are equal: a sample may miss what is rare.
        double[][] rows = [.. Enumerable.Range(0, 30_000).Select(row => row < 3 ? new double[] { row + 1, 0 } : [0, 0])];

        KMeansModel model = new KMeans(4).Fit(FeatureMatrix.FromRows(rows));

        Assert.Equal(0, model.Inertia);
        Assert.Equal([29_997, 1, 1, 1], model.Sizes);
    }

    [Fact]
    public void Fit_ManyRowsWithWeights_ComesCloseToTheRowsRepeated()
    {
        FeatureMatrix matrix = Blobs.Make(rows: 24_000, clusters: 4, seed: 6);
        double[] weights = [.. Enumerable.Range(0, matrix.RowCount).Select(row => 1.0 + (row % 3))];
        double[] repeated = [.. Enumerable.Range(0, matrix.RowCount).SelectMany(row => Enumerable.Repeat(matrix.Row(row).ToArray(), 1 + (row % 3))).SelectMany(row => row)];

        double weighted = new KMeans(4).Fit(matrix.WithRowWeights(weights)).Inertia;

        Assert.Equal(new KMeans(4).Fit(new FeatureMatrix(matrix.FeatureNames, repeated)).Inertia, weighted, weighted * 1e-9);
    }

    [Fact]
    public void Fit_OneFeature_IsTheOptimumWhateverTheSeed()
    {
        Random random = new(7);
        FeatureMatrix matrix = FeatureMatrix.FromRows([.. Enumerable.Range(0, 5000).Select(_ => new[] { Math.Exp(random.NextDouble() * 6) })]);

        KMeansModel model = new KMeans(6) { Seed = 1, Restarts = 1, Swaps = 0 }.Fit(matrix);

        OptimalIntervals optimum = OptimalIntervals.Of(matrix, 6, CancellationToken.None)!;
        Assert.Equal(optimum.Inertia(6), model.Inertia, model.Inertia * 1e-12);
        Assert.Equal(model.Predict(matrix), model.Labels);
    }

    [Fact]
    public void Run_MoreIterations_AllocateNothingMore()
    {
        FeatureMatrix matrix = Blobs.Noise(rows: 20_000, seed: 8);
        LloydIterations lloyd = new(new RowBlocks(matrix, Crew.OfOne, CancellationToken.None), 12, Crew.OfOne);
        double[] start = new KMeans(12).InitialCentroids(matrix).Values.ToArray();

        long AllocatedBy(int iterations)
        {
            lloyd.Run(start, iterations, 0, null, CancellationToken.None);
            long before = GC.GetAllocatedBytesForCurrentThread();
            lloyd.Run(start, iterations, 0, null, CancellationToken.None);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(AllocatedBy(3), AllocatedBy(30));
    }
}
