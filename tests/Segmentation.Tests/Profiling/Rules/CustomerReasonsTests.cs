namespace Segmentation.Tests.Profiling.Rules;

public sealed class CustomerReasonsTests
{
    /// <summary>Income in twos and visits as they are; centroids (1, 0) and (5, 3) are incomes 2 and 10, visits 0 and 3.</summary>
    private static readonly FittedPreprocessor Preprocessor = new(
        [new FittedFeature("Income", 0, 2), new FittedFeature("Visits", 0, 1, 1, FillValue: 1)], Scaling.None);

    private static readonly CustomerTable Table = new(
        [new NumericColumn("Income", [2, 6, 10, double.NaN]), new NumericColumn("Visits", [0, double.NaN, 3, 2])]);

    [Fact]
    public void Of_Customer_HasTheMarginAndThePullsWorkedByHand()
    {
        // Income 6 and no visits known, taken as 1: (3, 1). To (1, 0): 4 + 1; to (5, 3): 4 + 4.
        CustomerReason reason = Reasons().Of(1)!;

        Assert.Equal((1, 2), (reason.Segment, reason.NextSegment));
        Assert.Equal((Math.Sqrt(8) - Math.Sqrt(5)) / Math.Sqrt(8), reason.Margin!.Value, 1e-15);
        Assert.Equal(
            [new FeaturePull("Visits", 1, true, 0, 3, 3), new FeaturePull("Income", 6, false, 2, 10, 0)],
            reason.Pulls);
        Assert.Equal("Visits missing, taken as 1 is nearer to 0 here than to 3 in segment 2 (margin 0.21).", reason.Describe());
    }

    [Fact]
    public void Of_CustomerOnTheCentroid_HasMarginOne()
    {
        CustomerReason reason = Reasons().Of(2)!;

        // (5, 3): 16 + 9 to the other.
        Assert.Equal((2, 1, 1.0), (reason.Segment, reason.NextSegment, reason.Margin));
        Assert.Equal([16.0, 9.0], reason.Pulls.Select(pull => pull.Pull));
        Assert.Equal(
            "Income 10 is nearer to 10 here than to 2 in segment 1 and Visits 3 is nearer to 3 here than to 0 there (margin 1.00).",
            reason.Describe());
    }

    [Fact]
    public void Describe_Logarithm_SaysOnWhichScaleItIsNearer()
    {
        // 35 is 25 from 10 and 65 from 100, but 3.5 times the one and a 2.86th of the other.
        CustomerTable table = new([new NumericColumn("Revenue", [35])]);
        FittedPreprocessor preprocessor = new([new FittedFeature("Revenue", 0, 1) { Encoding = new LogEncoding("Revenue", 0) }], Scaling.None);
        PreparedData prepared = preprocessor.Transform(table);
        KMeansModel model = Clusters.Model(prepared.Matrix, [0], [Math.Log(100)], [Math.Log(10)]);

        CustomerReason reason = new CustomerReasons(table, preprocessor, prepared, model).Of(0)!;

        Assert.StartsWith(
            "Revenue 35 is nearer on its logarithmic scale to 100 here than to 10 in segment 2 (margin ", reason.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_RowThatWasNotClustered_IsNull() => Assert.Null(Reasons().Of(3));

    [Fact]
    public void Of_CustomerHalfway_IsACloseCallThatNoFeatureDecides()
    {
        CustomerTable table = new([new NumericColumn("Income", [6])]);
        FittedPreprocessor preprocessor = new([new FittedFeature("Income", 0, 1)], Scaling.None);
        PreparedData prepared = preprocessor.Transform(table);
        KMeansModel model = Clusters.Model(prepared.Matrix, [0], [2], [10]);

        CustomerReason reason = new CustomerReasons(table, preprocessor, prepared, model).Of(0)!;

        Assert.Equal("No feature sets it apart from segment 2 (margin 0.00, a close call).", reason.Describe());
    }

    [Fact]
    public void Describe_ManyFeatures_NamesAtMostThree()
    {
        FeaturePull[] pulls = [.. Enumerable.Range(1, 5).Select(i => new FeaturePull($"x{i}", i, false, 0, 9, 10))];

        string text = new CustomerReason(1, 3, 0.5, pulls).Describe();

        Assert.Equal(
            "x1 1 is nearer to 0 here than to 9 in segment 3 and x2 2 is nearer to 0 here than to 9 there and x3 3 is nearer to 0 here than to 9 there (margin 0.50).",
            text);
    }

    [Fact]
    public void Of_EveryMallCustomer_NamesTheNearestOthersAndPullsAddUp()
    {
        SegmentationResult result = new SegmentationPipeline { ClusterCount = 5, MaxClusters = 2 }.Run(SampleData.MallCustomers(300));
        CustomerReasons reasons = result.Reasons;
        double sum = 0;

        for (int row = 0; row < 300; row++)
        {
            CustomerReason reason = reasons.Of(row)!;
            double[] distances = [.. Enumerable.Range(0, 5).Select(cluster => Enumerable.Range(0, result.Preprocessor.Features.Count).Sum(feature =>
                Math.Pow(result.Prepared.Matrix.Row(row)[feature] - result.Model.Centroids.Row(cluster)[feature], 2)))];
            int[] nearest = [.. Enumerable.Range(1, 5).OrderBy(segment => distances[segment - 1])];

            Assert.Equal((nearest[0], nearest[1]), (reason.Segment, reason.NextSegment));
            Assert.Equal(distances[nearest[1] - 1] - distances[nearest[0] - 1], reason.Pulls.Sum(pull => pull.Pull), 1e-9);
            Assert.Equal(reason.Pulls.OrderByDescending(pull => pull.Pull), reason.Pulls);
            sum += reason.Margin!.Value;
        }

        // The margins are the widths of the simplified silhouette, but for those of customers alone in their segment.
        Assert.DoesNotContain(1, result.Model.Sizes);
        Assert.Equal(SimplifiedSilhouette.Of(result.Prepared.Matrix, result.Model.Labels), sum / 300, 1e-9);
    }

    [Fact]
    public void Describe_OneSegment_SaysSo()
    {
        SegmentationResult result = new SegmentationPipeline { ClusterCount = 1, MaxClusters = 2 }.Run(SampleData.MallCustomers(20));

        CustomerReason reason = result.Reasons.Of(0)!;

        Assert.Equal((1, null, null), (reason.Segment, reason.NextSegment, reason.Margin));
        Assert.Equal("There is only one segment.", reason.Describe());
    }

    private static CustomerReasons Reasons()
    {
        PreparedData prepared = Preprocessor.Transform(Table);
        return new CustomerReasons(Table, Preprocessor, prepared, Clusters.Model(prepared.Matrix, [0, 0, 1], [1, 0], [5, 3]));
    }
}
