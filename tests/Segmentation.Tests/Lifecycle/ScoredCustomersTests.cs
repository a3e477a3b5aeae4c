using Segmentation.TestSupport;

namespace Segmentation.Tests.Lifecycle;

public sealed class ScoredCustomersTests
{
    private static readonly TrainingStatistics Training = new(
        2, 0, 2,
        [new TrainingDistribution("A", 0, [], [2])],
        [new TrainingSegment(1, 1, [0], [0]), new TrainingSegment(2, 1, [10], [0])],
        [],
        [new DistanceQuantile(0.99, 3)]);

    [Fact]
    public void Score_BetweenTwoCentroids_HasDistanceAndMarginByHand()
    {
        SegmentationModel model = Models.Of([0, 0], [6, 8]);

        // (3, 0) is 3 from the first and sqrt(9 + 64) from the second.
        ScoredCustomer customer = model.Score(Models.Table(model, [3, 0]))[0];

        Assert.Equal((1, "Name 1", 3), (customer.Segment, customer.Name, customer.Distance));
        Assert.Equal((Math.Sqrt(73) - 3) / Math.Sqrt(73), customer.Margin!.Value, 1e-15);
        Assert.Null(customer.Reason);
    }

    [Fact]
    public void Score_OnACentroid_HasTheWholeMargin()
    {
        SegmentationModel model = Models.Of([0], [10]);

        ScoredCustomer customer = model.Score(Models.Table(model, [10]))[0];

        Assert.Equal((2, 0, 1), (customer.Segment, customer.Distance, customer.Margin));
    }

    [Fact]
    public void Score_AsNearToTwo_IsTheLowerNumberWithoutMargin()
    {
        SegmentationModel model = Models.Of([10], [0], [20], [10]);

        ScoredCustomers scored = model.Score(Models.Table(model, [5], [15], [10]));

        Assert.Equal([1, 1, 1], scored.Customers.Select(customer => customer.Segment!.Value));
        Assert.Equal([0.0, 0, 0], scored.Customers.Select(customer => customer.Margin!.Value));
    }

    [Fact]
    public void Score_OneSegment_HasNoMargin()
    {
        SegmentationModel model = Models.Of([0.0]);

        Assert.Null(model.Score(Models.Table(model, [5]))[0].Margin);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(3.0000000000000004, true)]
    [InlineData(-2, false)]
    [InlineData(14, true)]
    public void Score_BeyondTheTrainingPercentile_IsUnlike(double value, bool expected)
    {
        SegmentationModel model = Models.Of([new FittedFeature("A", 0, 1)], [[0], [10]], Training);

        Assert.Equal(expected, model.Score(Models.Table(model, [value]))[0].IsUnlikeTraining);
    }

    [Fact]
    public void Score_RowsThatCannotBe_HaveTheirReasonsAndTheOthersTheirSegment()
    {
        SegmentationModel model = Models.Of([0, 0], [10, 10]);

        ScoredCustomers scored = model.Score(Models.Table(model, [1, 1], [double.NaN, 1], [double.NaN, double.NaN], [1e300, 1], [9, 9]));

        Assert.Equal([1, null, null, null, 2], scored.Customers.Select(customer => customer.Segment));
        Assert.Equal([null, "A is missing", "A is missing; B is missing", "a feature is too large", null], scored.Customers.Select(customer => customer.Reason));
        Assert.Equal((5, 2, 3, null), (scored.Summary.Rows, scored.Summary.Scored, scored.Summary.NotScored, scored.Summary.UnlikeTraining));
        Assert.Equal(
            [new ScoringProblem("A is missing", 2), new ScoringProblem("B is missing", 1), new ScoringProblem("a feature is too large", 1)],
            scored.Summary.Problems);
        Assert.Equal([1, 1], scored.Summary.Segments.Select(segment => segment.Customers));
    }

    [Fact]
    public void Score_AMissingCellThatIsFilled_HasASegment()
    {
        SegmentationModel model = Models.Of([new FittedFeature("A", 0, 1, 1, 9)], [[0], [10]]);

        Assert.Equal(2, model.Score(Models.Table(model, [double.NaN]))[0].Segment);
    }

    [Fact]
    public void Score_LevelsThatTrainingDidNotHave_AreInTheSummary()
    {
        SegmentationModel model = Models.Of([new FittedFeature("Town = York", 0, 1) { Encoding = new LevelEncoding("Town", "York") }], [[0], [1]]);
        CustomerTable table = new([new CategoricalColumn("Town", ["York", "Bath", "Ely", "Bath", null])]);

        ScoringSummary summary = model.Score(table).Summary;

        Assert.Equal([new UnseenLevel("Town", "Bath", 2, false), new UnseenLevel("Town", "Ely", 1, false)], summary.UnseenLevels);
    }

    [Fact]
    public void Score_OneCustomerOfOne_IsSpokenOfInTheSingular()
    {
        SegmentationModel model = Models.Of([new FittedFeature("A", 0, 1)], [[0], [10]], Training);

        Assert.StartsWith(
            "1 of 1 customer has a segment. 1 is unlike the training customers; 1% is usual.", model.Score(Models.Table(model, [20])).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Score_ATableWithoutTheColumn_NamesItAndANearOne()
    {
        SegmentationModel model = Models.Of([new FittedFeature("Income", 0, 1)], [[0]]);
        CustomerTable table = new([new NumericColumn("income", [1]), new NumericColumn("Age", [1])]);

        ArgumentException error = Assert.Throws<ArgumentException>(() => model.Score(table));

        Assert.StartsWith("No column named 'Income'. Did you mean 'income'? Columns: income, Age.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    public void Score_TheTrainingCustomersInAnyOrder_GivesTheirSegments(int clusterCount)
    {
        CustomerTable customers = SampleData.MallCustomers(700);
        SegmentationResult result = new SegmentationPipeline { ClusterCount = clusterCount, MaxClusters = 2 }.Run(customers);
        int[] order = [.. Enumerable.Range(0, 700).Select(row => row * 139 % 700)];
        SegmentationModel model = SegmentationModel.Of(result);

        ScoredCustomers scored = model.Score(customers);
        ScoredCustomers shuffled = model.Score(customers.Take(order));

        Assert.Equal(result.SegmentsInFileOrder(), scored.Customers.Select(customer => customer.Segment!.Value));
        Assert.Equal(order.Select(row => scored[row]), shuffled.Customers);
        Assert.Equal(result.Profiles.Select(profile => (long)profile.Size), scored.Summary.Segments.Select(segment => segment.Customers));
        Assert.Equal(7, scored.Summary.UnlikeTraining);   // 1% of 700: none of the distances is repeated
    }

    [Theory]
    [InlineData("data/Mall_Customers.csv")]
    [InlineData("data/Mall_Customers_Genre.csv")]
    public void Score_ThePublicMallCustomers_GivesTheirSegments(string file)
    {
        CustomerTable customers = CustomerTable.Load(Repository.Public(file));
        SegmentationResult result = new SegmentationPipeline { ClusterCount = 5, MaxClusters = 2 }.Run(customers);

        Assert.Equal(
            result.SegmentsInFileOrder(), SegmentationModel.Of(result).Score(customers).Customers.Select(customer => customer.Segment!.Value));
    }

    [Fact]
    public void WriteCsv_HasARowForEachCustomer()
    {
        SegmentationModel model = Models.Of([new FittedFeature("A", 0, 1)], [[0], [10]], Training);
        CustomerTable table = new([new TextColumn("distance", ["x", "y"], ColumnKind.Id), new NumericColumn("A", [14, double.NaN])], "distance");
        using StringWriter writer = new();

        model.Score(table).WriteCsv(writer);

        Assert.Equal(
            "distance,segment,name,segment distance,margin,unlike_training,reason\nx,2,Name 2,4,0.7142857142857143,yes,\ny,,,,,,A is missing\n",
            writer.ToString());
    }
}
