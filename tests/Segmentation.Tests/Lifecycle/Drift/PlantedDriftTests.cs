namespace Segmentation.Tests.Lifecycle;

/// <summary>Changes that are there, each called what it is.</summary>
public sealed class PlantedDriftTests
{
    private const int Draws = 20;

    private static SegmentationModel Model { get; } = DriftCustomers.Model(DriftCustomers.Grouped(600, 1), 3);

    [Fact]
    public void Measure_TheTrainingCustomers_DifferInNothing()
    {
        DriftReport report = Measure(DriftCustomers.Grouped(600, 1));

        Assert.Equal(DriftVerdict.Keep, report.Verdict);
        Assert.All(report.Features, feature => Assert.Equal(0, feature.StabilityIndex));
        Assert.All(report.Segments.SelectMany(segment => segment.Shifts), shift => Assert.Equal(0, shift.Deviations));
        Assert.Equal((0, 0), (report.Shares.Moved, report.Shares.ChiSquare));
        Assert.Equal(6, report.Unlike.Customers);   // of 600 the 99th percentile (R7) leaves 6 beyond
    }

    [Fact]
    public void Measure_AFeatureHalfADeviationHigher_IsNamedInEveryDraw() => InEveryDraw(
        (customer, _) => [customer[0], customer[1], customer[2] + 5],
        report => Assert.True(report.Features[2].Verdict > DriftVerdict.Keep));

    [Fact]
    public void Measure_AFeatureWithTwiceTheSpread_IsNamedInEveryDraw() => InEveryDraw(
        (customer, _) => [customer[0], customer[1], 40 + (2 * (customer[2] - 40))],
        report => Assert.Equal(DriftVerdict.Refit, report.Features[2].Verdict));

    [Fact]
    public void Measure_OneGroupMoved_IsTheOneThatIsNamed() => InEveryDraw(
        (customer, _) => customer[0] < 35 ? [customer[0], customer[1] + 4, customer[2]] : customer,
        report =>
        {
            CentroidShift shift = report.Segments[0].Largest!;
            Assert.Equal("B", shift.Feature);
            Assert.InRange(shift.Deviations, 0.4, 1);   // 4 of 6
            Assert.True(shift.Verdict > DriftVerdict.Keep);
            Assert.Contains(report.Reasons, reason => reason.StartsWith("Segment 1 (Group 1) moved: its B is ", StringComparison.Ordinal));
        });

    [Fact]
    public void Measure_ANewGroup_IsUnlikeTraining() => InEveryDraw(
        (customer, row) => row % 10 == 0 ? [5, 5, customer[2]] : customer,
        report =>
        {
            Assert.Equal(DriftVerdict.Refit, report.Unlike.Verdict);
            Assert.InRange(report.Unlike.Share, 0.1, 0.13);
        });

    [Fact]
    public void Measure_OtherSharesOfTheGroups_AreNamed()
    {
        for (int draw = 0; draw < Draws; draw++)
        {
            DriftReport report = Measure(DriftCustomers.Grouped(600, 1000 + draw, [0.3, 0.3, 0.4]));

            Assert.True(report.Shares.Verdict > DriftVerdict.Keep);
            Assert.InRange(report.Shares.Moved, 0.1, 0.3);   // 0.2 was planted
            Assert.All(report.Segments, segment => Assert.All(segment.Shifts, shift => Assert.Equal(DriftVerdict.Keep, shift.Verdict)));
        }
    }

    [Theory]
    [InlineData(1e3, "B is about 1,000 times larger than in training: another unit?")]
    [InlineData(1e-3, "B is about 1,000 times smaller than in training: another unit?")]
    [InlineData(1e2, "B is about 100 times larger than in training: another unit?")]
    [InlineData(1e6, "B is about 1,000,000 times larger than in training: another unit?")]
    public void Measure_AnotherUnit_IsTheFirstReason(double factor, string reason)
    {
        DriftReport report = Measure(DriftCustomers.Grouped(20, 3, null, (customer, _) => [customer[0], customer[1] * factor, customer[2]]));

        Assert.Equal(DriftVerdict.Refit, report.Verdict);
        Assert.StartsWith(reason, report.Reasons[0], StringComparison.Ordinal);
        Assert.Equal([null, factor, null], report.Features.Select(feature => feature.UnitFactor));
    }

    [Fact]
    public void Measure_AFeatureTenTimesLarger_IsNoOtherUnit() => Assert.All(
        Measure(DriftCustomers.Grouped(200, 3, null, (customer, _) => [customer[0], customer[1] * 10, customer[2]])).Features,
        feature => Assert.Null(feature.UnitFactor));

    [Fact]
    public void Measure_MissingValues_AreCountedAndNamed()
    {
        DriftReport report = Measure(DriftCustomers.Grouped(600, 5, null, (customer, row) => row % 10 == 0 ? [double.NaN, customer[1], customer[2]] : customer));

        Assert.Equal((DriftVerdict.Watch, 60, 0.1), (report.Missing[0].Verdict, report.Missing[0].Missing, report.Missing[0].Share));
        Assert.Contains(report.Reasons, reason => reason.StartsWith("A is missing for 10% of the customers, in training for 0%", StringComparison.Ordinal));
        Assert.Equal((600, 540), (report.Rows, report.Customers));
        Assert.Contains("60 customers of 600 lack a feature and count for the missing values only.", report.Notes);
    }

    [Fact]
    public void Measure_OneCustomerOfTwoWithAGap_IsSpokenOfInTheSingular()
    {
        DriftReport report = Measure(DriftCustomers.Grouped(2, 5, null, (customer, row) => row == 0 ? [double.NaN, customer[1], customer[2]] : customer));

        Assert.Contains("1 customer of 2 lacks a feature and counts for the missing values only.", report.Notes);
        Assert.Contains(report.Notes, note => note.StartsWith("1 customer is too few, or all of one value in training, to compare", StringComparison.Ordinal));
    }

    [Fact]
    public void Measure_EveryFeatureMissing_IsAReportStill()
    {
        DriftReport report = Measure(DriftCustomers.Grouped(50, 5, null, (_, _) => [double.NaN, 1, 1]));

        Assert.Equal((DriftVerdict.Refit, 0), (report.Verdict, report.Customers));
        Assert.StartsWith("A is missing for 100% of the customers", Assert.Single(report.Reasons), StringComparison.Ordinal);
        Assert.Equal("refit", (string?)report.ToJson()["verdict"]);
    }

    [Fact]
    public void Measure_FewCustomers_SaysWhatCanGoUnseen()
    {
        DriftReport report = Measure(DriftCustomers.Grouped(30, 5));

        Assert.Contains(report.Notes, note => note.StartsWith("With 30 customers now and 600 in training a stability index up to ", StringComparison.Ordinal));
    }

    [Fact]
    public void Measure_UnseenLevels_AreNamed()
    {
        TrainingStatistics training = Model.Training! with { Categories = [new TrainingCategory("Town", 0, [new("North", 400), new("South", 200)], 0)] };
        SegmentationModel model = new(Model.Preprocessor, Model.Centroids, Model.Segments, 1, Model.Inertia, training);
        CustomerTable customers = DriftCustomers.Grouped(600, 9);
        CategoricalColumn town = new("Town", [.. Enumerable.Range(0, 600).Select(i => i % 6 == 0 ? "East" : i % 300 == 1 ? "West" : i == 2 ? null : "North")]);

        DriftReport report = new DriftDetection().Measure(model, new CustomerTable([.. customers.Columns, town]), TestContext.Current.CancellationToken);

        LevelDrift levels = Assert.Single(report.Levels);
        Assert.Equal((102, DriftVerdict.Refit), (levels.Customers, levels.Verdict));
        Assert.Contains("Town has levels that training did not have: 'East', 'West', 17% of the customers.", report.Reasons);
    }

    [Fact]
    public void Measure_RowsInAnotherOrder_IsTheSameToTheBit()
    {
        CustomerTable customers = DriftCustomers.Grouped(9000, 5);

        Assert.Equal(
            Measure(customers).ToJson().ToJsonString(),
            Measure(customers.Take([.. Enumerable.Range(0, 9000).Reverse()])).ToJson().ToJsonString());
    }

    [Fact]
    public void Measure_AModelWithoutStatistics_SaysWhatToDo()
    {
        SegmentationModel old = new(Model.Preprocessor, Model.Centroids, Model.Segments, 1, Model.Inertia);

        DataException error = Assert.Throws<DataException>(() => new DriftDetection().Measure(old, DriftCustomers.Grouped(10, 1), TestContext.Current.CancellationToken));

        Assert.Equal(
            "the model has no training statistics to compare with: it was written before they were kept, or by a stream that began from given centroids. "
            + "Make it again from its training customers with 'segment run' or 'segment stream'.",
            error.Message);
    }

    [Fact]
    public void Measure_ALackingColumn_IsNamed()
    {
        CustomerTable table = new([new NumericColumn("A", [1]), new NumericColumn("b", [1]), new NumericColumn("C", [1])]);

        DataException error = Assert.Throws<DataException>(() => new DriftDetection().Measure(Model, table, TestContext.Current.CancellationToken));

        Assert.Equal("the table: the model needs a column that the file has not: 'B' (did you mean 'b'?). Columns: A, b, C.", error.Message);
    }

    [Fact]
    public void Measure_NoCustomers_SaysSo() => Assert.Equal(
        "the table: there are no customers to compare with those of the training.",
        Assert.Throws<DataException>(() => new DriftDetection().Measure(
            Model, DriftCustomers.Grouped(1, 1).Take([]), TestContext.Current.CancellationToken)).Message);

    [Fact]
    public void Measure_Cancelled_Stops() => Assert.Throws<OperationCanceledException>(
        () => new DriftDetection().Measure(Model, DriftCustomers.Grouped(10, 1), new CancellationToken(canceled: true)));

    [Fact]
    public void FalseAlarmRate_OutOfRange_IsNamed() => Assert.StartsWith(
        "FalseAlarmRate must lie between 1E-06 and 0.5.",
        Assert.Throws<ArgumentOutOfRangeException>(() => new DriftDetection { FalseAlarmRate = 1 }).Message,
        StringComparison.Ordinal);

    private static void InEveryDraw(Func<double[], int, double[]> change, Action<DriftReport> check)
    {
        for (int draw = 0; draw < Draws; draw++)
        {
            DriftReport report = Measure(DriftCustomers.Grouped(600, 1000 + draw, null, change));
            Assert.NotEqual(DriftVerdict.Keep, report.Verdict);
            check(report);
        }
    }

    private static DriftReport Measure(CustomerTable customers) =>
        new DriftDetection().Measure(Model, customers, TestContext.Current.CancellationToken);
}
