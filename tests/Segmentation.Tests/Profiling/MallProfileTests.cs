namespace Segmentation.Tests.Profiling;

public sealed class MallProfileTests
{
    [Fact]
    public void Profile_MallData_HasTheReferenceSizesAndMeans()
    {
        double[][] centroids = MallData.Centroids();

        IReadOnlyList<SegmentProfile> profiles = MallData.Profiles();

        Assert.Equal([81, 39, 35, 23, 22], profiles.Select(profile => profile.Size));
        Assert.All(profiles, (profile, i) =>
        {
            // The reference sums in another order than we do; 1e-9 is far above that rounding and far below any mistake.
            Assert.Equal(centroids[i][0], Number(profile, MallFile.Income).Mean!.Value, 1e-9);
            Assert.Equal(centroids[i][1], Number(profile, MallFile.Spending).Mean!.Value, 1e-9);
        });
    }

    [Fact]
    public void Profile_MallData_HasTheReferenceAges()
    {
        // reference/mall.json, profile_k5_income_spending.age_mean, in the order of falling size.
        double[] ages = [42.71604938271605, 32.69230769230769, 41.114285714285714, 45.21739130434783, 25.272727272727273];

        IReadOnlyList<SegmentProfile> profiles = MallData.Profiles();

        Assert.All(profiles, (profile, i) => Assert.Equal(ages[i], Number(profile, "Age").Mean!.Value, 1e-9));
        Assert.All(profiles, profile => Assert.Equal(38.85, Number(profile, "Age").OverallMean!.Value, 1e-9));
        Assert.All(profiles, profile => Assert.Equal(36.0, Number(profile, "Age").OverallMedian));
    }

    [Fact]
    public void Profile_MallData_NamesTheFiveSegmentsByIncomeAndSpending()
    {
        IReadOnlyList<SegmentProfile> profiles = MallData.Profiles();

        Assert.Equal(
            [
                "Average income, average spending",
                "High income, high spending",
                "High income, low spending",
                "Low income, low spending",
                "Low income, high spending",
            ],
            profiles.Select(profile => profile.Name));
    }

    [Fact]
    public void Profile_MallData_HighIncomeLowSpendingHas16WomenOf35()
    {
        LevelProfile women = MallData.Profiles()[2].Categories.Single().Levels.Single(level => level.Level == "Female");

        Assert.Equal(16, women.Count);
        Assert.Equal(16.0 / 35, women.Share);
        Assert.Equal(112, women.OverallCount);
        Assert.Equal(0.56, women.OverallShare);
        Assert.True(women.AdjustedPValue > 0.05);
    }

    [Fact]
    public void Profile_MallData_TestsNoColumnThatWasClusteredOn()
    {
        IReadOnlyList<SegmentProfile> profiles = MallData.Profiles();

        Assert.All(profiles, profile =>
        {
            Assert.Null(Number(profile, MallFile.Income).AdjustedPValue);
            Assert.Null(Number(profile, MallFile.Spending).AdjustedPValue);
            Assert.NotNull(Number(profile, "Age").AdjustedPValue);
        });
    }

    [Fact]
    public void Describe_MallData_StatesTheLargestDifferencesFirst()
    {
        IReadOnlyList<SegmentProfile> profiles = MallData.Profiles();

        Assert.Equal(
            "39 customers (19.5%): Spending Score (1-100) averages 82.1 against 50.2 overall; Annual Income (k$) averages 86.5 against 60.6 overall.",
            profiles[1].Describe());
        Assert.Equal(
            "22 customers (11%): Annual Income (k$) averages 25.7 against 60.6 overall; Spending Score (1-100) averages 79.4 against 50.2 overall; Age averages 25.3 against 38.9 overall.",
            profiles[4].Describe());
    }

    [Fact]
    public void Profile_ShuffledRows_IsTheSameToTheLastBit()
    {
        CustomerTable table = MallFile.Load();
        int[] labels = MallData.Labels(table);
        int[] order = [.. Enumerable.Range(0, table.RowCount)];
        new Random(3).Shuffle(order);
        SegmentProfiler profiler = new([MallFile.Income, MallFile.Spending]);

        IReadOnlyList<SegmentProfile> shuffled =
            profiler.Profile(table.Take(order), [.. order.Select(row => labels[row])]);

        IReadOnlyList<SegmentProfile> original = profiler.Profile(table, labels);
        Assert.Equal(original.Select(profile => profile.Name), shuffled.Select(profile => profile.Name));
        Assert.Equal(original.SelectMany(profile => profile.Numbers), shuffled.SelectMany(profile => profile.Numbers));
        Assert.Equal(Levels(original), Levels(shuffled));
    }

    private static IEnumerable<LevelProfile> Levels(IEnumerable<SegmentProfile> profiles) =>
        profiles.SelectMany(profile => profile.Categories).SelectMany(category => category.Levels);

    private static NumericProfile Number(SegmentProfile profile, string column) =>
        profile.Numbers.Single(number => number.Column == column);
}
