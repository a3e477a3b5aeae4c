namespace Segmentation.Tests.Clustering;

public sealed class KMeansTests
{
    /// <summary>Two pairs: (0,0), (0,2) around (0,1), and (10,0), (10,2), (10,4) around (10,2).</summary>
    private static readonly FeatureMatrix TwoGroups =
        FeatureMatrix.FromRows([0, 0], [0, 2], [10, 0], [10, 2], [10, 4]);

    [Fact]
    public void Fit_TwoGroups_GivesTheAnswerWorkedByHand()
    {
        KMeansModel model = new KMeans(2).Fit(TwoGroups);

        // Squared distances: 1 + 1 around (0,1); 4 + 0 + 4 around (10,2). The larger group is cluster 0.
        Assert.Equal(10.0, model.Inertia);
        Assert.Equal([1, 1, 0, 0, 0], model.Labels);
        Assert.Equal([10.0, 2, 0, 1], model.Centroids.Values);
        Assert.Equal([3, 2], model.Sizes);
        Assert.True(model.Converged);
    }

    [Fact]
    public void Fit_OneCluster_IsTheMeanOfAllRows()
    {
        KMeansModel model = new KMeans(1).Fit(TwoGroups);

        // Mean (6, 1.6); x: 2 * 36 + 3 * 16 = 120; y: 2.56 + 0.16 + 2.56 + 0.16 + 5.76 = 11.2.
        Assert.Equal([6.0, 1.6], model.Centroids.Values);
        Assert.Equal(131.2, model.Inertia, 1e-12);
    }

    [Fact]
    public void Fit_AsManyClustersAsRows_GivesEachRowItsOwn()
    {
        KMeansModel model = new KMeans(5).Fit(TwoGroups);

        Assert.Equal(0.0, model.Inertia);
        Assert.Equal(5, model.Labels.ToArray().Distinct().Count());
    }

    [Fact]
    public void Fit_ClustersOfEqualSize_AreOrderedByCentroid()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([5], [1], [9], [5.2], [1.2], [9.2]);

        KMeansModel model = new KMeans(3).Fit(matrix);

        Assert.Equal([1, 0, 2, 1, 0, 2], model.Labels);
    }

    [Fact]
    public void Fit_FewerDifferentRowsThanClusters_NamesBothNumbers()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([1, 1], [2, 2], [1, 1], [2, 2]);

        ArgumentException error = Assert.Throws<ArgumentException>(() => new KMeans(3).Fit(matrix));

        Assert.StartsWith("3 clusters need at least 3 different rows, but there are only 2.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_DuplicateRowsAsManyDifferentAsClusters_FindsThem()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([1, 1], [2, 2], [1, 1], [3, 3], [2, 2], [1, 1]);

        KMeansModel model = new KMeans(3).Fit(matrix);

        Assert.Equal(0.0, model.Inertia);
        Assert.Equal([0, 1, 0, 2, 1, 0], model.Labels);
    }

    [Fact]
    public void Fit_ValuesWhoseSquaresOverflow_NamesTheFeature()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([1e308], [-1e308], [0]);

        ArgumentException error = Assert.Throws<ArgumentException>(() => new KMeans(2).Fit(matrix));

        Assert.StartsWith(
            "Feature 'x1' runs from -1E+308 to 1E+308: squared distances over 3 rows do not fit a double. Scale the feature first.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_RowsWithWeights_EqualsRowsRepeated()
    {
        FeatureMatrix weighted = Blobs.Make(rows: 60, clusters: 3, seed: 5);
        double[] weights = [.. Enumerable.Range(0, weighted.RowCount).Select(row => 1.0 + (row % 3))];
        FeatureMatrix repeated = FeatureMatrix.FromRows(
            [.. Enumerable.Range(0, weighted.RowCount).SelectMany(row => Enumerable.Repeat(weighted.Row(row).ToArray(), (int)weights[row]))]);

        KMeansModel model = new KMeans(3).Fit(weighted.WithRowWeights(weights));
        KMeansModel expected = new KMeans(3).Fit(repeated);

        // Sums of the same numbers in another order: equal but for rounding.
        Assert.Equal(expected.Inertia, model.Inertia, expected.Inertia * 1e-12);
        Assert.All(
            model.Centroids.Values.ToArray().Zip(expected.Centroids.Values.ToArray()),
            pair => Assert.Equal(pair.Second, pair.First, 1e-9));
    }

    [Fact]
    public void FitFrom_CentroidsThatNoRowIsNearestTo_MovesThemToTheFarthestRows()
    {
        FeatureMatrix far = FeatureMatrix.FromRows([5, 2], [1000, 1000], [2000, 2000]);

        KMeansModel model = new KMeans(3).FitFrom(TwoGroups, far);

        // All rows go to (5, 2).
        Assert.All(model.Sizes, size => Assert.True(size > 0));
        Assert.Equal(new KMeans(3).Fit(TwoGroups).Inertia, model.Inertia);
    }

    [Fact]
    public void FitFrom_AfterAnEmptyClusterIsRefilled_GoesOnUntilEveryRowIsAtItsNearestCentroid()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([0], [3], [10]);

        KMeansModel model = new KMeans(2).FitFrom(matrix, FeatureMatrix.FromRows([5], [1000]));

        // All rows go to 5, the empty cluster to row 0. Without it the other's mean is 6.5, and 3 is nearer to 0.
        Assert.Equal([1.5, 10], model.Centroids.Values);
        Assert.Equal(model.Predict(matrix), model.Labels);
    }

    [Fact]
    public void FitFrom_AModelsOwnCentroids_ChangesNothing()
    {
        FeatureMatrix matrix = Blobs.Make(rows: 500, clusters: 4, seed: 9);
        KMeansModel model = new KMeans(4).Fit(matrix);

        KMeansModel again = new KMeans(4).FitFrom(matrix, model.Centroids);

        Assert.Equal(model.Labels, again.Labels);
        Assert.Equal(model.Centroids.Values, again.Centroids.Values);
        Assert.Equal(model.Inertia, again.Inertia);
    }

    [Fact]
    public void FitFrom_WrongNumberOfCentroids_NamesBothNumbers()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new KMeans(2).FitFrom(TwoGroups, FeatureMatrix.FromRows([0, 0])));

        Assert.StartsWith("There are 1 centroids to start from, but ClusterCount is 2.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Fit_AnyNumberOfThreads_GivesTheSameBits(int threads)
    {
        // Several chunks of rows, values that are not exact sums, and one cluster too many.
        FeatureMatrix matrix = Blobs.Make(rows: 30_000, clusters: 4, seed: 3);
        KMeans kmeans = new(5) { Restarts = 2, Threads = 1 };

        KMeansModel one = kmeans.Fit(matrix);
        KMeansModel many = (kmeans with { Threads = threads }).Fit(matrix);

        Assert.Equal(one.Labels, many.Labels);
        Assert.Equal(one.Centroids.Values, many.Centroids.Values);
        Assert.Equal(one.Inertia, many.Inertia);
    }

    [Fact]
    public void Fit_AnotherSeed_MayStartElsewhereButTheSameSeedNever()
    {
        FeatureMatrix matrix = Blobs.Make(rows: 400, clusters: 3, seed: 1);
        KMeans once = new(9) { Restarts = 1, Swaps = 0, Seed = 1 };

        double[] inertias = [.. Enumerable.Range(1, 12).Select(seed => (once with { Seed = seed }).Fit(matrix).Inertia)];

        Assert.Equal(once.Fit(matrix).Inertia, inertias[0]);
        Assert.True(inertias.Distinct().Count() > 1, "Twelve seeds of one restart all ended in the same place.");
    }

    [Fact]
    public void Fit_WithSwaps_LeavesALocalMinimum()
    {
        FeatureMatrix matrix = Blobs.Make(rows: 400, clusters: 9, seed: 1, distance: 5);
        KMeans plain = new(9) { Restarts = 1, Swaps = 0 };
        double[] inertias = [.. Enumerable.Range(1, 30).Select(seed => (plain with { Seed = seed }).Fit(matrix).Inertia)];
        int stuck = Array.IndexOf(inertias, inertias.Max()) + 1;

        double refined = (plain with { Seed = stuck, Swaps = null }).Fit(matrix).Inertia;

        Assert.True(inertias.Max() > inertias.Min() * 1.01, "No seed was stuck.");
        Assert.Equal(inertias.Min(), refined, inertias.Min() * 1e-9);
    }

    [Fact]
    public void Fit_InertiaReported_NeverRisesWithinARestart()
    {
        FeatureMatrix matrix = Blobs.Make(rows: 800, clusters: 6, seed: 2);
        Recorder progress = new();

        new KMeans(7).Fit(matrix, progress);

        Assert.Equal(10, progress.Reports.Max(report => report.Restart));
        foreach (IGrouping<int, ClusteringProgress> restart in progress.Reports.GroupBy(report => report.Restart))
        {
            double[] inertias = [.. restart.Select(report => report.Inertia)];
            Assert.All(inertias.Zip(inertias.Skip(1)), pair => Assert.True(pair.Second <= pair.First * (1 + 1e-12)));
        }
    }

    [Fact]
    public void Fit_Cancelled_Stops()
    {
        using CancellationTokenSource source = new();
        Recorder progress = new() { OnReport = source.Cancel };

        Assert.ThrowsAny<OperationCanceledException>(
            () => new KMeans(5).Fit(Blobs.Make(rows: 2000, clusters: 5, seed: 4), progress, source.Token));

        Assert.Single(progress.Reports);
    }

    [Fact]
    public void Fit_IterationLimitReached_SaysNotConvergedAndLabelsAreThePredictedOnes()
    {
        FeatureMatrix matrix = Blobs.Make(rows: 3000, clusters: 2, seed: 8);

        KMeansModel model = new KMeans(9) { MaxIterations = 2, Restarts = 1, Swaps = 0 }.Fit(matrix);

        Assert.False(model.Converged);
        Assert.Equal(2, model.Iterations);
        Assert.Equal(model.Predict(matrix), model.Labels);
    }

    [Fact]
    public void FitFrom_OneIteration_MovesTheCentroidsOnce()
    {
        FeatureMatrix matrix = Blobs.Make(rows: 500, clusters: 2, seed: 8);
        FeatureMatrix start = FeatureMatrix.FromRows([.. Enumerable.Range(0, 5).Select(row => matrix.Row(row).ToArray())]);

        KMeansModel model = new KMeans(5) { MaxIterations = 1 }.FitFrom(matrix, start);

        int[] nearest = [.. Enumerable.Range(0, 500).Select(row => SquaredDistance.Nearest(matrix.Row(row), start.Values).Index)];
        double[] means = [.. Enumerable.Range(0, 5).Select(cluster =>
            Enumerable.Range(0, 500).Where(row => nearest[row] == cluster).Average(row => matrix.Row(row)[0]))];
        Assert.Equal(1, model.Iterations);
        Assert.False(model.Converged);
        Assert.All(
            means.Order().Zip(Enumerable.Range(0, 5).Select(cluster => model.Centroids.Row(cluster)[0]).Order()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Equal(model.Predict(matrix), model.Labels);
    }

    [Fact]
    public void Fit_WithATolerance_StopsEarlierAtAHigherInertia()
    {
        FeatureMatrix matrix = Blobs.Make(rows: 5000, clusters: 2, seed: 8);
        KMeans strict = new(9) { Restarts = 1, Swaps = 0 };

        KMeansModel exact = strict.Fit(matrix);
        KMeansModel loose = (strict with { Tolerance = 0.01 }).Fit(matrix);

        Assert.True(loose.Iterations < exact.Iterations);
        Assert.True(loose.Inertia >= exact.Inertia);
        Assert.Equal(loose.Predict(matrix), loose.Labels);
    }

    [Fact]
    public void Predict_TheFittedRows_GivesTheirLabelsEvenWhereTwoCentroidsAreEquallyNear()
    {
        // Small integers make rows that lie exactly between two centroids.
        for (int seed = 0; seed < 50; seed++)
        {
            Random random = new(seed);
            FeatureMatrix matrix = FeatureMatrix.FromRows(
                [.. Enumerable.Range(0, 40).Select(_ => new double[] { random.Next(4), random.Next(4) })]);

            KMeansModel model = new KMeans(4) { Restarts = 2 }.Fit(matrix);

            Assert.Equal(model.Predict(matrix), model.Labels);
            Assert.Equal(model.Sizes.OrderDescending(), model.Sizes);
        }
    }

    [Fact]
    public void Predict_OtherFeatures_NamesBoth()
    {
        KMeansModel model = new KMeans(2).Fit(TwoGroups);
        FeatureMatrix other = new(["Age", "Income"], [1, 2]);

        ArgumentException error = Assert.Throws<ArgumentException>(() => model.Predict(other));

        Assert.StartsWith("The features are Age, Income, but the centroids have x1, x2.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OutOfRange_NameThemselves()
    {
        Assert.Contains("ClusterCount must be at least 1.", Assert.Throws<ArgumentOutOfRangeException>(() => new KMeans(0)).Message, StringComparison.Ordinal);
        Assert.Contains("Restarts must be at least 1.", Message(() => new KMeans(2) { Restarts = 0 }), StringComparison.Ordinal);
        Assert.Contains("MaxIterations must be at least 1.", Message(() => new KMeans(2) { MaxIterations = 0 }), StringComparison.Ordinal);
        Assert.Contains("Swaps must be at least 0.", Message(() => new KMeans(2) { Swaps = -1 }), StringComparison.Ordinal);
        Assert.Contains("Threads must be at least 1.", Message(() => new KMeans(2) { Threads = 0 }), StringComparison.Ordinal);
        Assert.Contains("Tolerance is a share", Message(() => new KMeans(2) { Tolerance = double.NaN }), StringComparison.Ordinal);
    }

    private static string Message(Func<KMeans> make) => Assert.Throws<ArgumentOutOfRangeException>(make).Message;

    private sealed class Recorder : IProgress<ClusteringProgress>
    {
        public List<ClusteringProgress> Reports { get; } = [];

        public Action? OnReport { get; init; }

        public void Report(ClusteringProgress value)
        {
            Reports.Add(value);
            OnReport?.Invoke();
        }
    }
}
