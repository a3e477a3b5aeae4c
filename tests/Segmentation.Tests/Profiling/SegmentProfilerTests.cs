namespace Segmentation.Tests.Profiling;

public sealed class SegmentProfilerTests
{
    private static readonly int[] Labels = [0, 0, 0, 1, 1, 1];

    private static readonly CustomerTable Table = new(
        [
            new TextColumn("Id", ["a", "b", "c", "d", "e", "f"], ColumnKind.Id),
            new CategoricalColumn("Region", ["North", "North", null, "South", "North", "South"]),
            new NumericColumn("Income", [1, 2, 3, 7, 8, 9]),
            new NumericColumn("Visits", [4, 4, 7, 2, double.NaN, 3]),
        ],
        "Id");

    [Fact]
    public void Profile_SixCustomers_HasTheMeansMediansAndEffectsWorkedByHand()
    {
        SegmentProfile first = new SegmentProfiler(["Income"]).Profile(Table, Labels)[0];

        Assert.Equal((1, 3, 0.5), (first.Segment, first.Size, first.Share));
        Assert.Equal(["Income", "Visits"], first.Numbers.Select(number => number.Column));
        NumericProfile income = first.Numbers[0];
        Assert.Equal((true, 3), (income.Clustered, income.Count));
        Assert.Equal((2.0, 2.0, 5.0, 5.0), (income.Mean, income.Median, income.OverallMean, income.OverallMedian));

        // Sum of squares around 5: 16 + 9 + 4 + 4 + 9 + 16 = 58.
        Assert.Equal(-3 / Math.Sqrt(58.0 / 5), income.Effect!.Value, 1e-14);
    }

    [Fact]
    public void Profile_MissingCells_AreLeftOutOfEveryCount()
    {
        IReadOnlyList<SegmentProfile> profiles = new SegmentProfiler(["Income"]).Profile(Table, Labels);

        // Present: 4, 4, 7 | 2, 3; mean 4, sum of squares 0 + 0 + 9 + 4 + 1 = 14.
        NumericProfile visits = profiles[1].Numbers[1];
        Assert.Equal((2, 2.5, 2.5, 4.0, 4.0), (visits.Count, visits.Mean, visits.Median, visits.OverallMean, visits.OverallMedian));
        Assert.Equal(-1.5 / Math.Sqrt(14.0 / 4), visits.Effect!.Value, 1e-14);
    }

    [Fact]
    public void Profile_SixCustomers_HasTheSharesWorkedByHand()
    {
        CategoryProfile region = new SegmentProfiler(["Income"]).Profile(Table, Labels)[1].Categories.Single();

        Assert.Equal(3, region.Count);
        Assert.Equal(["North", "South"], region.Levels.Select(level => level.Level));
        Assert.Equal([1, 2], region.Levels.Select(level => level.Count));
        Assert.Equal([1.0 / 3, 2.0 / 3], region.Levels.Select(level => level.Share!.Value));
        Assert.Equal([3, 2], region.Levels.Select(level => level.OverallCount));
        Assert.Equal([0.6, 0.4], region.Levels.Select(level => level.OverallShare));
    }

    [Fact]
    public void Profile_SixCustomers_AdjustsAllPValuesTogether()
    {
        IReadOnlyList<SegmentProfile> profiles = new SegmentProfiler(["Income"]).Profile(Table, Labels);

        // Visits: v = (2.5 - 4) / sqrt(14/5 / 2 * 3/4) = -1.463850, and the mirror image in the other segment;
        // p = erfc(1.463850 / sqrt(2)) = 0.1432349.
        // Region: of 5 with a region, 3 North; 2 of them in a segment of 2 has probability 3/10, so p = 0.6, four times.
        // One cell of each is missing, and the 7 is the only visit beyond the fences, 1.5 to 5.5: p = 1 in either segment.
        // Twelve comparisons: 0.1432349 * 12 / 2 = 0.8594094, and 0.6 * 12 / 6 is more than 1.
        Assert.All(profiles, profile => Assert.Null(profile.Numbers[0].AdjustedPValue));
        Assert.All(profiles, profile => Assert.Equal(0.1432349, profile.Numbers[1].PValue!.Value, 1e-7));
        Assert.All(profiles, profile => Assert.Equal(0.8594094, profile.Numbers[1].AdjustedPValue!.Value, 1e-7));
        Assert.All(profiles, profile => IsOne(profile.Numbers[1].Missing));
        Assert.All(profiles, profile => IsOne(profile.Numbers[1].Outliers));
        Assert.All(profiles, profile => IsOne(profile.Categories[0].Missing));
        Assert.All(profiles.SelectMany(profile => profile.Categories[0].Levels), level =>
        {
            Assert.Equal(0.6, level.Test!.PValue, 1e-12);
            Assert.Equal(1, level.AdjustedPValue!.Value, 1e-12);
        });

        static void IsOne(ShareComparison? share)
        {
            Assert.Equal(1, share!.Test!.PValue, 1e-12);
            Assert.Equal(1, share.Test.AdjustedPValue, 1e-12);
        }
    }

    [Fact]
    public void Profile_GivenRows_DescribesOnlyThese()
    {
        IReadOnlyList<SegmentProfile> profiles = new SegmentProfiler(["Income"]).Profile(Table, labels: [1, 0, 0], rows: [0, 4, 5]);

        Assert.Equal((8.5, 6.0), (profiles[0].Numbers[0].Mean, profiles[0].Numbers[0].OverallMean));
        Assert.Equal((1, 1.0 / 3), (profiles[1].Size, profiles[1].Share));
        Assert.Equal([2, 1], profiles[0].Categories[0].Levels.Select(level => level.OverallCount));
    }

    [Fact]
    public void Profile_LevelOfNoGivenRow_IsNotListed()
    {
        SegmentProfile profile = new SegmentProfiler(["Income"]).Profile(Table, labels: [0, 0], rows: [0, 1])[0];

        Assert.Equal(["North"], profile.Categories[0].Levels.Select(level => level.Level));
    }

    [Fact]
    public void Profile_LeftOutColumn_IsNotDescribedUnlessItWasClusteredOn()
    {
        SegmentProfiler profiler = new(["Income"]) { LeftOutColumns = ["Income", "Visits", "Region"] };

        SegmentProfile profile = profiler.Profile(Table, Labels)[0];

        Assert.Equal(["Income"], profile.Numbers.Select(number => number.Column));
        Assert.Empty(profile.Categories);
    }

    [Fact]
    public void Profile_ClusteredCategory_HasNoPValue()
    {
        CategoryProfile region = new SegmentProfiler(["Region"]).Profile(Table, Labels)[0].Categories[0];

        Assert.True(region.Clustered);
        Assert.All(region.Levels, level => Assert.Null(level.AdjustedPValue));
    }

    [Fact]
    public void Profile_ConstantColumn_HasNoEffectAndItsExactMean()
    {
        // Three times 0.1 divided by 3 is not 0.1 in doubles.
        CustomerTable table = new([new NumericColumn("Fee", [0.1, 0.1, 0.1, 0.1])]);

        NumericProfile fee = new SegmentProfiler([]).Profile(table, [0, 0, 0, 1])[0].Numbers[0];

        Assert.Equal((0.1, 0.1), (fee.Mean, fee.OverallMean));
        Assert.Null(fee.Effect);
        Assert.Null(fee.AdjustedPValue);
    }

    [Fact]
    public void Profile_ColumnMissingThroughoutASegment_IsUnknownThere()
    {
        CustomerTable table = new(
        [
            new NumericColumn("Age", [double.NaN, double.NaN, 30, 40]),
            new CategoricalColumn("City", [null, null, "Rome", "Oslo"]),
        ]);

        SegmentProfile profile = new SegmentProfiler([]).Profile(table, [0, 0, 1, 1])[0];

        NumericProfile age = profile.Numbers[0];
        Assert.Equal((0, null, null, 35.0, null), (age.Count, age.Mean, age.Median, age.OverallMean, age.Effect));
        Assert.Equal((null, null, null), (age.EffectFromRest, age.PValue, age.AdjustedPValue));
        Assert.All(profile.Categories[0].Levels, level => Assert.Equal((0, null, null), (level.Count, level.Share, level.AdjustedPValue)));
    }

    [Theory]
    [InlineData(1.7e308)]
    [InlineData(1e-300)]
    public void Profile_NumbersNearTheEndsOfDouble_HasTheEffectOfOrdinaryOnes(double unit)
    {
        CustomerTable table = new([new NumericColumn("X", [-unit, -unit, unit, unit])]);

        NumericProfile x = new SegmentProfiler(["X"]).Profile(table, [0, 0, 1, 1])[1].Numbers[0];

        Assert.Equal((unit, 0.0), (x.Mean, x.OverallMean));
        Assert.Equal(1 / Math.Sqrt(4.0 / 3), x.Effect!.Value, 1e-14);
    }

    [Fact]
    public void Profile_OneSegment_IsAllCustomersWithoutPValues()
    {
        SegmentProfile profile = new SegmentProfiler(["Income"]).Profile(Table, [0, 0, 0, 0, 0, 0]).Single();

        Assert.Equal(("All customers", 1.0), (profile.Name, profile.Share));
        Assert.All(profile.Numbers, number => Assert.Equal((0.0, null), (number.Effect, number.AdjustedPValue)));
        Assert.All(profile.Categories[0].Levels, level => Assert.Null(level.AdjustedPValue));
    }

    [Fact]
    public void Describe_OneSegment_IsNotComparedWithItself()
    {
        SegmentProfile profile = new SegmentProfiler(["Income"]).Profile(Table, [0, 0, 0, 0, 0, 0]).Single();

        Assert.Equal("6 customers (100%).", profile.Describe());
    }

    [Theory]
    [InlineData(new[] { 0, 1 }, new int[0], "There are 2 labels for 6 rows.")]
    [InlineData(new[] { 0, 1 }, new[] { 3 }, "There are 2 labels for 1 rows.")]
    [InlineData(new[] { 0, 1 }, new[] { 3, 6 }, "Row 6 is not in the table, which has 6 rows.")]
    [InlineData(new[] { 0, -1 }, new[] { 3, 4 }, "-1 is not a cluster: 2 rows have labels from 0 to at most 1.")]
    [InlineData(new[] { 0, 2, 2 }, new[] { 3, 4, 5 }, "No row has label 1, though labels run to 2.")]
    public void Profile_LabelsThatDoNotFit_SaysWhy(int[] labels, int[] rows, string message)
    {
        ArgumentException error =
            Assert.Throws<ArgumentException>(() => new SegmentProfiler(["Income"]).Profile(Table, labels, rows));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Profile_EmptyTable_SaysThatThereIsNoRow()
    {
        CustomerTable empty = new([new NumericColumn("Income", [])]);

        ArgumentException error = Assert.Throws<ArgumentException>(() => new SegmentProfiler(["Income"]).Profile(empty, []));

        Assert.StartsWith("There is no row to describe.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Profile_ClusteredColumnOfIds_SaysThatItCannotBe()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new SegmentProfiler(["Id"]).Profile(Table, Labels));

        Assert.Equal("Column 'Id' cannot have been clustered on: it is neither numeric nor categorical.", error.Message);
    }

    [Fact]
    public void Profile_LeftOutColumnThatDoesNotExist_NamesTheNearest()
    {
        SegmentProfiler profiler = new(["Income"]) { LeftOutColumns = ["Visit"] };

        ArgumentException error = Assert.Throws<ArgumentException>(() => profiler.Profile(Table, Labels));

        Assert.Contains("Did you mean 'Visits'?", error.Message, StringComparison.Ordinal);
    }
}
