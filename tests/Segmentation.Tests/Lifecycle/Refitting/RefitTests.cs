using Segmentation.TestSupport;

namespace Segmentation.Tests.Lifecycle.Refitting;

public sealed class RefitTests
{
    private static readonly string[] AllSurvived = ["Survived 1>1", "Survived 2>2", "Survived 3>3", "Survived 4>4"];

    // Groups of 44, 43, 42 and 41 customers: segments 1 to 4 in the order of the centers.
    private static readonly CustomerTable OldTable = Planted.Table(1, 1, Planted.Four());
    private static readonly SegmentationModel Old = Planted.Model(OldTable, 4);

    [Theory]
    [InlineData(RefitScaling.Refit)]
    [InlineData(RefitScaling.Keep)]
    public void Run_SameData_NothingChangesToTheBit(RefitScaling scaling)
    {
        int[] shuffled = [.. Enumerable.Range(0, OldTable.RowCount).OrderBy(i => i * 7919 % 211)];

        RefitResult result = new Refit(Old) { Scaling = scaling, Blend = 0.3 }.Run(OldTable.Take(shuffled), RefitOldSegments.Of(Old, OldTable));

        Assert.True(result.IsUnchanged);
        Assert.Equal(Old.ToJson(), result.Model.ToJson());
        Assert.Equal(AllSurvived, Planted.Told(result));
        Assert.Equal(1, result.Agreement.AdjustedRandIndex);
        Assert.Equal(Old.Inertia, result.WarmInertia);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Run_MallFileFromItsWarmStart_GivesTheOldModelsBits(int threads)
    {
        CustomerTable mall = CustomerTable.Load(Path.Combine(Repository.Root, "data", "mall_customers.csv"));
        SegmentationModel old = SegmentationModel.Of(new SegmentationPipeline { ClusterCount = 5, StabilitySamples = 0 }.Run(mall));

        RefitResult result = new Refit(old) { Threads = threads }.Run(mall);

        Assert.True(result.IsUnchanged);
        Assert.Equal(old.Inertia, result.WarmInertia);
        Assert.Equal(old.ToJson(), result.Model.ToJson());
    }

    [Theory]
    [InlineData(MissingValues.DropRows)]
    [InlineData(MissingValues.FillMedian)]
    [InlineData(MissingValues.FillMean)]
    public void Run_CategoriesAndMissingValues_SameDataIsUnchangedAndOtherDataIsRefitted(MissingValues missing)
    {
        CustomerTable mall = SampleData.MallCustomers(120);
        double[] ages = mall.Numeric("Age").Values.ToArray();
        ages[5] = double.NaN;
        CustomerTable gaps = new([.. mall.Columns.Select(column => column.Name == "Age" ? new NumericColumn("Age", ages) : column)], mall.Id?.Name);
        SegmentationModel old = SegmentationModel.Of(new SegmentationPipeline
        {
            Preprocessor = new Preprocessor { Features = ["Age", "Gender", "Annual Income (k$)"], Missing = missing },
            ClusterCount = 3,
            MaxClusters = 3,
            StabilitySamples = 0,
        }.Run(gaps));

        RefitResult same = new Refit(old).Run(gaps);
        RefitResult fewer = new Refit(old).Run(gaps.Take([.. Enumerable.Range(0, 110)]));

        Assert.True(same.IsUnchanged);
        Assert.Equal(old.ToJson(), same.Model.ToJson());
        Assert.False(fewer.IsUnchanged);
        Assert.Equal(110 - (missing == MissingValues.DropRows ? 1 : 0), fewer.Model.Training!.RowsClustered);
        Assert.NotEqual(old.Preprocessor.Features[0].Center, fewer.Model.Preprocessor.Features[0].Center);
        Assert.Equal(old.Preprocessor.Features[1], fewer.Model.Preprocessor.Features[1]);
    }

    [Fact]
    public void Run_OneCustomerMore_IsNotUnchanged()
    {
        CustomerTable more = Planted.Table(1, 1, [.. Planted.Four(), (20, 20, 1)]);

        RefitResult result = new Refit(Old).Run(more);

        Assert.False(result.IsUnchanged);
        Assert.Equal(171, result.Model.Training!.RowsClustered);
        Assert.Equal(AllSurvived, Planted.Told(result));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_NewCustomersOfTheSameKind_AllSurviveWithNumberAndName(bool withOldSegments)
    {
        // Half of the old customers and as many new ones; the sizes come in another order.
        CustomerTable table = Planted.Table(2, 100, (20, 20, 90), (0, 0, 30), (20, 0, 40), (0, 20, 35));
        int[] kept = [.. Enumerable.Range(0, OldTable.RowCount).Where(row => row % 2 == 0)];
        CustomerTable both = Joined(OldTable.Take(kept), Renamed(table));

        RefitResult result = new Refit(Old).Run(both, withOldSegments ? RefitOldSegments.Of(Old, OldTable) : null);

        Assert.Equal(SegmentMatchingBasis.Customers, result.Matching.Basis);
        Assert.Equal(AllSurvived, Planted.Told(result));
        Assert.Equal(Old.Segments.Select(segment => (segment.Segment, segment.Name)), result.Model.Segments.Select(segment => (segment.Segment, segment.Name)));
        Assert.Equal(4, SegmentAt(result.Model, 20, 20));
        Assert.Equal(1, result.Agreement.AdjustedRandIndex);
        Assert.Equal(withOldSegments ? [22, 21, 21, 21] : [0, 0, 0, 0], Enumerable.Range(0, 4).Select(i => result.Migration.Left?[i] ?? 0));
    }

    [Fact]
    public void Run_OneSegmentSplitInTwo_IsCalledSplit()
    {
        // 17 of the 44 customers of segment 1 go 9 to the left, the others 3 to the right.
        CustomerTable table = Planted.Moved(OldTable, (row, x, y) => row < 44 ? (x + (row < 17 ? -9 : 3), y) : (x, y));

        RefitResult result = new Refit(Old) { ClusterCount = 5 }.Run(table, RefitOldSegments.Of(Old, OldTable));

        Assert.Equal(["Split 1>1,5", "Survived 2>2", "Survived 3>3", "Survived 4>4"], Planted.Told(result));
        Assert.Equal((27, 17), (result.Migration[0, 0], result.Migration[0, 4]));
        Assert.Equal(5, SegmentAt(result.Model, -9, 0));
        Assert.Equal(
            "Segment 1 split: of its 44 customers known to both, 27 (61.4%) are in segment 1 and 17 (38.6%) are in segment 5.",
            result.Matching.Transitions[0].Describe());
        Assert.Equal(result.Model.Segments.Count, result.Model.Segments.Select(segment => segment.Name).Distinct().Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_TwoSegmentsMerged_IsCalledMerged(bool withOldSegments)
    {
        // Segments 1 and 2 meet between their centers, each on its own side of the border.
        CustomerTable table = Planted.Moved(OldTable, (row, x, y) => row < 44 ? (x + 8.9, y) : row < 87 ? (x - 8.9, y) : (x, y));

        // They are unlike anything in training where they are now; the old model is asked only with ids.
        RefitResult result = new Refit(Old) { ClusterCount = 3, Basis = SegmentMatchingBasis.Customers }
            .Run(table, withOldSegments ? RefitOldSegments.Of(Old, OldTable) : null);

        string[] told = [.. Planted.Told(result)];
        Assert.Equal(withOldSegments ? ["Merged 1,2>1", "Survived 3>3", "Survived 4>4"] : ["Vanished 1>", "Vanished 2>", "Survived 3>3", "Survived 4>4", "New >5"], told);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_OneNewGroup_IsCalledNewAndGetsTheNextNumber(bool withOldSegments)
    {
        CustomerTable table = Joined(OldTable, Renamed(Planted.Table(3, 1, (45, 45, 60))));

        RefitResult result = new Refit(Old) { ClusterCount = 5 }.Run(table, withOldSegments ? RefitOldSegments.Of(Old, OldTable) : null);

        Assert.Equal([.. AllSurvived, "New >5"], Planted.Told(result));
        Assert.Equal(5, SegmentAt(result.Model, 45, 45));
        Assert.Equal(60, result.Migration.Joined(4));
        Assert.Equal("Segment 5 is new: 0 of its 60 customers are known to both, and it goes on as no old segment.", result.Matching.Transitions[^1].Describe());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_OneGroupGone_IsCalledVanishedAndItsNumberStaysFree(bool withOldSegments)
    {
        // Segment 4 is the last one: the next new segment must not be called 4 all the same.
        CustomerTable table = OldTable.Take([.. Enumerable.Range(0, 129)]);
        RefitResult gone = new Refit(Old) { ClusterCount = 3 }.Run(table, withOldSegments ? RefitOldSegments.Of(Old, OldTable) : null);
        SegmentationModel reread = Reread(gone.Model);

        RefitResult again = new Refit(reread) { ClusterCount = 4 }.Run(Joined(table, Renamed(Planted.Table(3, 1, (45, 45, 60)))));

        Assert.Equal([.. AllSurvived[..3], "Vanished 4>"], Planted.Told(gone));
        Assert.Equal([1, 2, 3], reread.Segments.Select(segment => segment.Segment));
        Assert.Equal([.. AllSurvived[..3], "New >5"], Planted.Told(again));
        Assert.Equal([1, 2, 3, 5], Reread(again.Model).Segments.Select(segment => segment.Segment));
        Assert.Equal(5, again.Model.Score(Joined(table, Renamed(Planted.Table(3, 1, (45, 45, 60)))))[130].Segment);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(3, false)]
    [InlineData(500, true)]
    [InlineData(500, false)]
    public void Run_AllShifted_AllSurvive(double shift, bool withOldSegments)
    {
        CustomerTable table = Planted.Moved(OldTable, (_, x, y) => (x + shift, y + shift));

        RefitResult result = new Refit(Old).Run(table, withOldSegments ? RefitOldSegments.Of(Old, OldTable) : null);

        // Without ids the old model knows nobody who is unlike its training; then the centroids tell.
        Assert.Equal(withOldSegments ? SegmentMatchingBasis.Customers : SegmentMatchingBasis.Centroids, result.Matching.Basis);
        Assert.Equal(AllSurvived, Planted.Told(result));
        Assert.Equal(2, SegmentAt(result.Model, 20 + shift, shift));
    }

    [Fact]
    public void Run_KeepScaling_HasTheOldScale()
    {
        CustomerTable table = Planted.Moved(OldTable, (_, x, y) => (2 * x, y));

        RefitResult kept = new Refit(Old) { Scaling = RefitScaling.Keep }.Run(table);
        RefitResult refitted = new Refit(Old).Run(table);

        Assert.Equal(Old.Preprocessor.Features, kept.Model.Preprocessor.Features);
        Assert.Equal(2 * Old.Preprocessor.Features[0].Scale, refitted.Model.Preprocessor.Features[0].Scale, 1e-12);
        Assert.Equal(Old.Preprocessor.Features[1], refitted.Model.Preprocessor.Features[1]);
    }

    [Fact]
    public void Run_PoorOldModel_FreshStartIsKeptAndBothInertiasAreTold()
    {
        // Two centroids share the first group, and one stands for two others: K-Means cannot leave that by itself.
        SegmentationModel poor = Models.Of(
            [new FittedFeature("X", 0, 1), new FittedFeature("Y", 0, 1)], [[-0.5, 0], [0.5, 0], [20, 10], [0, 20]]);

        RefitResult result = new Refit(poor) { Scaling = RefitScaling.Keep }.Run(OldTable);

        Assert.True(result.FreshIsBetter);
        Assert.True(result.WarmInertia > 8000, "43 and 41 customers are 10 from the middle between their groups.");
        Assert.Equal(result.FreshInertia, result.Model.Inertia);
        Assert.Contains("the fresh start is kept", result.Sentences().First(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Blend_IsBetweenOldAndNewByItsWeight()
    {
        CustomerTable table = Planted.Moved(OldTable, (_, x, y) => (x + 2, y));
        Refit refit = new(Old) { Scaling = RefitScaling.Keep };
        RefitOldSegments known = RefitOldSegments.Of(Old, OldTable);

        FeatureMatrix now = refit.Run(table, known).Model.Centroids;
        SegmentationModel blended = (refit with { Blend = 0.25 }).Run(table, known).Model;

        for (int i = 0; i < now.Values.Length; i++)
        {
            Assert.Equal((0.25 * Old.Centroids.Values[i]) + (0.75 * now.Values[i]), blended.Centroids.Values[i], 1e-15);
        }

        Assert.True(blended.Inertia > refit.Run(table, known).Model.Inertia);
    }

    [Fact]
    public void Run_BlendWhereCustomersAreMixedUp_RefusesWithItsNumbers()
    {
        // Every customer takes the place of one of another group: what was together is no more.
        CustomerTable table = Planted.Moved(OldTable, (row, _, _) => (Planted.FourCenters[row % 4].X + (row * 0.001), Planted.FourCenters[row % 4].Y));

        DataException error = Assert.Throws<DataException>(() => new Refit(Old) { Blend = 0.3 }.Run(table, RefitOldSegments.Of(Old, OldTable)));

        Assert.StartsWith("The centroids are not blended. ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(", below 0.65: old and new disagree too much to be combined.", error.Message, StringComparison.Ordinal);
        Assert.Throws<DataException>(() => new Refit(Old).Run(table, RefitOldSegments.Of(Old, OldTable)).Consensus());
    }

    [Fact]
    public void Consensus_OneCustomerMoved_HasEverySharedCustomerOnce()
    {
        CustomerTable table = Planted.Moved(OldTable, (row, x, y) => row == 0 ? (20, 0) : (x, y));

        SegmentConsensus consensus = new Refit(Old).Run(table, RefitOldSegments.Of(Old, OldTable)).Consensus();

        Assert.Equal(Enumerable.Range(0, 170), consensus.Customers.Select(customer => customer.Row));
        Assert.Equal((1, 2), (consensus.Customers[0].Old, consensus.Customers[0].New));
        Assert.All(consensus.Customers.Skip(1), customer => Assert.Equal(customer.New, customer.Consensus));
        Assert.Equal(170, consensus.Segments.Sum(segment => segment.Size));
    }

    [Fact]
    public void FromSegments_UnknownSegment_NamesRowAndSegments()
    {
        CustomerTable file = new([new TextColumn("Id", ["a", "b"], ColumnKind.Id), new NumericColumn("segment", [1, 9])], "Id");

        DataException error = Assert.Throws<DataException>(() => RefitOldSegments.FromSegments(Old, file));

        Assert.Equal("the table: row 2 has the segment '9', which the old model has not. Segments: 1, 2, 3, 4.", error.Message);
    }

    [Fact]
    public void FromSegments_IdThatOccursTwice_IsNotKnown()
    {
        CustomerTable file = new([new TextColumn("Id", ["a", "b", "a"], ColumnKind.Id), new NumericColumn("segment", [1, 2, 3])], "Id");

        RefitOldSegments known = RefitOldSegments.FromSegments(Old, file);

        Assert.Equal((1, 1), (known.Count, known.AmbiguousIds));
    }

    [Fact]
    public void FromSegments_IdsThatTheExportEscaped_AreThoseOfTheCustomers()
    {
        string?[] ids = ["@anna", "+49 30 1", "=A1", "-5", "'quoted", "plain"];
        CustomerTable customers = new([new TextColumn("Id", ids, ColumnKind.Id), new NumericColumn("segment", [1, 2, 3, 4, 1, 2])], "Id");
        using TemporaryFolder folder = new();
        AtomicFile.WriteText(folder.File("segments.csv"), customers.WriteCsv, TestContext.Current.CancellationToken);

        RefitOldSegments known = RefitOldSegments.FromSegments(Old, CustomerTable.Load(folder.File("segments.csv"), new CsvOptions { IdColumn = "Id" }));

        Assert.Equal([0, 1, 2, 3, 0, 1], known.PlacesOf(customers));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_AFeatureThatNobodyHas_SaysSo(bool keepScaling)
    {
        CustomerTable empty = new([OldTable["Id"], new NumericColumn("X", [.. Enumerable.Repeat(double.NaN, OldTable.RowCount)]), OldTable["Y"]], "Id");

        DataException error = Assert.Throws<DataException>(() => new Refit(Old) { Scaling = keepScaling ? RefitScaling.Keep : RefitScaling.Refit }.Run(empty));

        Assert.Equal("No customer has all features that the model needs.", error.Message);
    }

    [Fact]
    public void Run_AFeatureThatIsTheSameForEveryone_NamesTheRemedyAndThatWorks()
    {
        CustomerTable constant = Planted.Moved(OldTable, (_, _, y) => (7, y));

        DataException error = Assert.Throws<DataException>(() => new Refit(Old) { ClusterCount = 2 }.Run(constant));

        Assert.Equal("Feature 'X' is 7 in every row, so no scale can be learned from it. Keep the old scale (RefitScaling.Keep, --keep-scaling).", error.Message);
        Assert.Equal(2, new Refit(Old) { ClusterCount = 2, Scaling = RefitScaling.Keep }.Run(constant).Model.Segments.Count);
    }

    private static int SegmentAt(SegmentationModel model, double x, double y) => model.Assign(new CustomerTable([new NumericColumn("X", [x]), new NumericColumn("Y", [y])]))[0];

    private static SegmentationModel Reread(SegmentationModel model)
    {
        using TemporaryFolder folder = new();
        return SegmentationModel.Load(folder.Write("model.json", model.ToJson()));
    }

    private static CustomerTable Renamed(CustomerTable table) => new(
        [new TextColumn("Id", Enumerable.Range(0, table.RowCount).Select(row => $"N{table.RowId(row)}").ToArray(), ColumnKind.Id), table["X"], table["Y"]], "Id");

    private static CustomerTable Joined(CustomerTable one, CustomerTable other) => new(
        [
            new TextColumn("Id", Ids(one).Concat(Ids(other)).ToArray(), ColumnKind.Id),
            new NumericColumn("X", [.. one.Numeric("X").Values, .. other.Numeric("X").Values]),
            new NumericColumn("Y", [.. one.Numeric("Y").Values, .. other.Numeric("Y").Values]),
        ],
        "Id");

    private static IEnumerable<string?> Ids(CustomerTable table) => Enumerable.Range(0, table.RowCount).Select(row => table.Id!.TextAt(row));
}
