namespace Segmentation.Tests.Clustering;

public sealed class KMeansTraceTests
{
    private static readonly FeatureMatrix SixPoints = FeatureMatrix.FromRows([1, 1], [2, 1], [1, 3], [8, 8], [9, 8], [8, 10]);

    [Fact]
    public void Trace_SixPoints_GivesTheStepsWorkedByHand()
    {
        KMeansTrace trace = new KMeans(2).Trace(SixPoints, FeatureMatrix.FromRows([1, 1], [2, 1]));

        // (1,3) is 4 from (1,1) and 5 from (2,1); the far points are nearer to (2,1), whose rows' mean is (27/4, 27/4).
        KMeansIteration first = trace.Iterations[0];
        Assert.Equal([0, 1, 0, 1, 1, 1], first.Labels);
        Assert.Equal([1, 2, 6.75, 6.75], first.After.Values);
        Assert.Equal(0 + 0 + 4 + 85 + 98 + 117, first.Inertia);
        Assert.Equal((6, 1), (first.Changes, first.Number));

        // (2,1) is 2 from (1,2), so it alone changes; then nothing does.
        Assert.Equal([6, 1, 0], trace.Iterations.Select(iteration => iteration.Changes));
        Assert.Equal([0, 0, 0, 1, 1, 1], trace.Iterations[^1].Labels);
        Assert.Equal([4 / 3.0, 5 / 3.0, 25 / 3.0, 26 / 3.0], trace.Iterations[^1].After.Values);
        Assert.True(trace.Converged);
    }

    [Fact]
    public void Trace_AnyStart_EndsWhereFitFromEnds()
    {
        FeatureMatrix matrix = Blobs.Make(rows: 6000, clusters: 4, seed: 3, distance: 3);
        KMeans kmeans = new(5);

        for (int seed = 0; seed < 5; seed++)
        {
            FeatureMatrix start = (kmeans with { Seed = seed }).RandomCentroids(matrix);
            KMeansTrace trace = kmeans.Trace(matrix, start);
            KMeansModel model = kmeans.FitFrom(matrix, start);

            Assert.Equal((model.Iterations, model.Converged), (trace.Iterations.Count, trace.Converged));
            Assert.Equal(Sorted(model.Centroids), Sorted(trace.Iterations[^1].After));
        }
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(300, 0.01)]
    public void Trace_StoppedEarly_StopsWhereFitFromStops(int maxIterations, double tolerance)
    {
        FeatureMatrix matrix = Blobs.Make(rows: 500, clusters: 4, seed: 3, distance: 3);
        KMeans kmeans = new(5) { MaxIterations = maxIterations, Tolerance = tolerance };
        FeatureMatrix start = kmeans.RandomCentroids(matrix);

        KMeansTrace trace = kmeans.Trace(matrix, start);
        KMeansModel model = kmeans.FitFrom(matrix, start);

        Assert.Equal((model.Iterations, model.Converged), (trace.Iterations.Count, trace.Converged));
        Assert.Equal(Sorted(model.Centroids), Sorted(trace.Iterations[^1].After));
        Assert.True(trace.Iterations[^1].Changes > 0, "The run was not stopped early.");
    }

    [Fact]
    public void Trace_TwoIterations_EachBeginsWhereTheOneBeforeEnded()
    {
        KMeansTrace trace = new KMeans(4) { Seed = 5 }.Trace(Blobs.Make(rows: 200, clusters: 4, seed: 3, distance: 3));

        Assert.All(trace.Iterations.Zip(trace.Iterations.Skip(1)), pair =>
        {
            Assert.Same(pair.First.After, pair.Second.Before);
            Assert.True(pair.Second.Inertia <= pair.First.Inertia);
        });
    }

    [Fact]
    public void Trace_AClusterWithoutRows_GoesOnUntilEachHasSome()
    {
        KMeansTrace trace = new KMeans(2).Trace(FeatureMatrix.FromRows([0], [3], [10]), FeatureMatrix.FromRows([5], [1000]));

        Assert.Equal([3, 0], trace.Iterations[0].Sizes);
        Assert.Equal([10, 1.5], trace.Iterations[^1].After.Values);
    }

    [Fact]
    public void Trace_NoCentroidsGiven_BeginsWithTheFirstOfFit()
    {
        FeatureMatrix matrix = Blobs.Make(rows: 300, clusters: 3, seed: 1);
        KMeans once = new(3) { Restarts = 1, Swaps = 0, Seed = 11 };

        KMeansTrace trace = once.Trace(matrix);

        Assert.Equal(once.InitialCentroids(matrix).Values, trace.Iterations[0].Before.Values);
        Assert.Equal(Sorted(once.Fit(matrix).Centroids), Sorted(trace.Iterations[^1].After));
    }

    [Fact]
    public void RandomCentroids_ManyEqualRows_AreDifferentRows()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([.. Enumerable.Range(0, 50).Select(i => new double[] { i < 48 ? 1 : i })]);

        FeatureMatrix centroids = new KMeans(3).RandomCentroids(matrix);

        Assert.Equal([1, 48, 49], centroids.Values.ToArray().Order());
    }

    [Fact]
    public void Trace_TooManyRows_NamesTheLimit()
    {
        FeatureMatrix matrix = Blobs.Noise(rows: 10_001, seed: 1);

        ArgumentException error = Assert.Throws<ArgumentException>(() => new KMeans(2).Trace(matrix));

        Assert.StartsWith("A trace keeps every step, so it takes at most 10000 rows, but there are 10001. Take a sample.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_WrongNumberOfCentroids_NamesBothNumbers()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new KMeans(2).Trace(SixPoints, FeatureMatrix.FromRows([0, 0])));

        Assert.StartsWith("There are 1 centroids to start from, but ClusterCount is 2.", error.Message, StringComparison.Ordinal);
    }

    private static double[] Sorted(FeatureMatrix centroids) =>
        [.. Enumerable.Range(0, centroids.RowCount).Select(row => centroids.Row(row).ToArray()).OrderBy(row => row[0]).SelectMany(row => row)];
}
