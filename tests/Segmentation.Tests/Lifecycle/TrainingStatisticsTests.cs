namespace Segmentation.Tests.Lifecycle;

public sealed class TrainingStatisticsTests
{
    /// <summary>Two groups: 0, 2 and 10, 14; one row lacks X.</summary>
    private static TrainingStatistics OfTwoGroups()
    {
        CustomerTable table = new(
            [new TextColumn("Id", ["a", "b", "c", "d", "e"], ColumnKind.Id), new NumericColumn("X", [0, 14, 2, double.NaN, 10])], "Id");
        SegmentationPipeline pipeline = new()
        {
            Preprocessor = new Preprocessor { Scaling = Scaling.None },
            ClusterCount = 2,
            MaxClusters = 2,
        };
        return SegmentationModel.Of(pipeline.Run(table)).Training!;
    }

    [Fact]
    public void Of_TwoGroups_CountsRowsAndMissingCells()
    {
        TrainingStatistics training = OfTwoGroups();

        Assert.Equal((4, 1, 4), (training.RowsClustered, training.RowsDropped, training.RowsMeasured));
        Assert.Equal(1, training.Features.Single().Missing);
    }

    [Fact]
    public void Of_TwoGroups_HasTheirMeansAndPopulationVariances()
    {
        TrainingStatistics training = OfTwoGroups();

        // Equal sizes, so the lower centroid comes first: mean 1, variance ((0-1)^2 + (2-1)^2) / 2; mean 12, variance 4.
        Assert.Equal([(2, 1.0, 1.0), (2, 12.0, 4.0)], training.Segments.Select(segment => (segment.Count, segment.Means[0], segment.Variances[0])));
    }

    [Fact]
    public void Of_TwoGroups_HasTheQuantilesOfTheDistances()
    {
        TrainingStatistics training = OfTwoGroups();

        // The distances are 1, 1, 2, 2: the median lies between, R7 puts 0.99 at position 2.97.
        Assert.Equal([0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1], training.DistanceQuantiles.Select(quantile => quantile.Probability));
        Assert.Equal(1.5, training.DistanceQuantiles.Single(quantile => quantile.Probability == 0.5).Distance);
        Assert.Equal(2, training.DistanceLimit);
    }

    [Fact]
    public void Of_FourValues_HasThemAsEdgesButForTheLargest()
    {
        TrainingDistribution feature = OfTwoGroups().Features.Single();

        Assert.Equal([0.0, 2, 10], feature.Edges);
        Assert.Equal([1, 1, 1, 1], feature.Counts);
        Assert.Equal([0, 0, 1, 1, 3], new[] { -5.0, 0, 0.5, 2, 11 }.Select(feature.BinOf));
    }

    [Fact]
    public void Of_AHundredDifferentValues_HasTenEqualBins()
    {
        double[] values = [.. Enumerable.Range(0, 100).Select(i => (double)(i * 37 % 100))];
        SegmentationPipeline pipeline = new() { Preprocessor = new Preprocessor { Features = ["X"], Scaling = Scaling.None }, ClusterCount = 1, MaxClusters = 2 };

        TrainingDistribution feature = SegmentationModel.Of(pipeline.Run(new CustomerTable([new NumericColumn("X", values)]))).Training!.Features.Single();

        Assert.Equal([9.0, 19, 29, 39, 49, 59, 69, 79, 89], feature.Edges);
        Assert.Equal(Enumerable.Repeat(10, 10), feature.Counts);
    }

    [Fact]
    public void Of_ManyEqualValues_HasNoEmptyBinAndEveryRowInOne()
    {
        double[] values = [.. Enumerable.Range(0, 50).Select(i => i < 30 ? 0.0 : i < 45 ? 1 : i)];
        SegmentationPipeline pipeline = new() { Preprocessor = new Preprocessor { Scaling = Scaling.None }, ClusterCount = 2, MaxClusters = 2 };

        TrainingDistribution feature = SegmentationModel.Of(pipeline.Run(new CustomerTable([new NumericColumn("X", values)]))).Training!.Features.Single();

        Assert.Equal([0.0, 1], feature.Edges);
        Assert.Equal([30, 15, 5], feature.Counts);
        Assert.Equal(feature.Counts, values.GroupBy(feature.BinOf).OrderBy(bin => bin.Key).Select(bin => bin.Count()));
    }

    [Fact]
    public void Of_AStream_IsMeasuredOnItsSample()
    {
        using TestSupport.TemporaryFolder folder = new();
        string path = folder.File("mall.csv");
        AtomicFile.WriteText(path, SampleData.MallCustomers(500).WriteCsv, TestContext.Current.CancellationToken);
        StreamedCsv rows = new(path, [MallFile.Age, MallFile.Income]);

        StreamedKMeansModel model = new StreamedKMeans(3) { SampleSize = 100 }.Fit(rows, null, TestContext.Current.CancellationToken);
        TrainingStatistics training = StreamedFiles.Model(model).Training!;

        Assert.Equal((500, 0, 100), (training.RowsClustered, training.RowsDropped, training.RowsMeasured));
        Assert.All(training.Features, feature => Assert.Equal(100, feature.Counts.Sum()));
        Assert.Equal(100, training.Segments.Sum(segment => segment.Count));
    }

    [Fact]
    public void Of_AStreamFromGivenCentroids_IsAbsent()
    {
        using TestSupport.TemporaryFolder folder = new();
        StreamedCsv rows = new(folder.Write("few.csv", "x\n1\n2\n9\n"), ["x"]);
        FeatureMatrix start = new(["x"], [1, 9]);

        StreamedKMeansModel model = new StreamedKMeans(2).FitFrom(
            rows, new FittedPreprocessor([new FittedFeature("x", 0, 1)], Scaling.None), start, null, TestContext.Current.CancellationToken);

        Assert.Null(StreamedFiles.Model(model).Training);
    }
}
