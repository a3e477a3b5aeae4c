namespace Segmentation.Tests.Profiling;

public sealed class ShrunkShareTests
{
    // SciPy: the Dirichlet-multinomial likelihood on a grid of 4,001 logarithms, then minimize_scalar to 1e-9. The search
    // here stops at 1e-3 of the logarithm.
    public static TheoryData<int[][], double> Published => new()
    {
        { [[27, 3], [3, 27]], 1.3002027531411338 },
        { [[40, 10], [25, 25], [10, 40]], 4.0679456446527045 },
        { [[30, 20, 10], [28, 22, 12], [5, 5, 50], [20, 20, 20]], 6.595196479824036 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Concentration_SegmentsThatDiffer_IsTheMaximumThatSciPyFinds(int[][] counts, double expected)
    {
        double concentration = ShrunkShare.Concentration(counts, Overall(counts));

        Assert.Equal(0, Math.Log(concentration / expected), 1e-3);
    }

    [Fact]
    public void Concentration_SegmentsAlike_LeavesNothingOfTheDifference()
    {
        int[][] counts = [[50, 50], [49, 51], [51, 49]];

        double concentration = ShrunkShare.Concentration(counts, Overall(counts));

        Assert.InRange(concentration, 0.99 * ShrunkShare.MostConcentration, ShrunkShare.MostConcentration);
    }

    [Fact]
    public void Concentration_EverySegmentOfOneLevel_IsTheWeightOfOneCustomer()
    {
        int[][] counts = [[50, 0], [0, 50]];

        Assert.Equal(0, Math.Log(ShrunkShare.Concentration(counts, Overall(counts))), 1e-3);
    }

    [Fact]
    public void Mean_ThreeOfFourWithAPriorOfSix_IsWorkedByHand()
    {
        // As if 6 more customers had the level at the base rate of a third: (3 + 2) / (4 + 6).
        Assert.Equal(0.5, ShrunkShare.Mean(count: 3, cells: 4, baseRate: 1.0 / 3, concentration: 6), 1e-15);
    }

    // scipy.stats.beta.ppf(0.05, a, b) with a = count + c * rate, b = the rest. Bisection stops at 1e-9 of it.
    [Theory]
    [InlineData(3, 4, 0.125, 8, 0.13507547291964123)]
    [InlineData(0, 3, 0.5, 1, 0.0006029985422092987)]
    [InlineData(1200, 2000, 0.6666666666666666, 0.75, 0.5819572465574385)]
    [InlineData(250_000, 1_250_000, 0.3, 1, 0.19941187263724067)]
    public void LowerBound_BetaPosterior_IsTheQuantileThatSciPyFinds(
        int count, int cells, double baseRate, double concentration, double expected)
    {
        double bound = ShrunkShare.LowerBound(count, cells, baseRate, concentration);

        Assert.Equal(1, bound / expected, 1e-8);
    }

    // For a small a the distribution function is near (b x)^a, so the quantile is near 0.05^(1/a) / b: 1e-1418, 1e-328 and 3e-17.
    [Theory]
    [InlineData(0, 20_000, 1e-5, 92)]
    [InlineData(0, 500, 0.001, 4)]
    [InlineData(0, 100, 0.09, 1)]
    public void LowerBound_RareLevelThatTheSegmentLacks_IsZero(int count, int cells, double baseRate, double concentration)
    {
        Assert.Equal(0, ShrunkShare.LowerBound(count, cells, baseRate, concentration));
    }

    [Fact]
    public void Profile_LevelOfOneCustomerInAThousand_IsDescribedInEverySegment()
    {
        int[] labels = [.. Enumerable.Range(0, 1000).Select(i => i < 500 ? 0 : 1)];
        CategoricalColumn column = new("Kind", [.. labels.Select((label, i) => i == 0 ? "C" : label == 0 ? "A" : "B")]);

        IReadOnlyList<SegmentProfile> profiles = new SegmentProfiler([]).Profile(new CustomerTable([column]), labels);

        LevelProfile lacking = profiles[1].Categories[0].Levels.Single(level => level.Level == "C");
        Assert.Equal((0, 0.0), (lacking.Count, lacking.Test!.LiftLowerBound));
    }

    [Fact]
    public void Profile_ThreeOfFourCustomers_IsNoHeadlineThoughItsPValueIsSmall()
    {
        // Four customers, three of level "Rare", and five segments of 200 with 2, 2, 3, 1 and 2 of it.
        int[] rare = [2, 2, 3, 1, 2, 3];
        int[] sizes = [200, 200, 200, 200, 200, 4];
        int[] labels = [.. sizes.SelectMany((size, segment) => Enumerable.Repeat(segment, size))];
        string[] levels = [.. sizes.SelectMany((size, segment) => Enumerable.Range(0, size).Select(i => i < rare[segment] ? "Rare" : "Usual"))];

        SegmentProfile last = new SegmentProfiler([]).Profile(new CustomerTable([new CategoricalColumn("Kind", levels)]), labels)[5];

        LevelProfile level = last.Categories[0].Levels.Single(level => level.Level == "Rare");
        Assert.Equal(0.75, level.Share);
        Assert.True(level.AdjustedPValue < Trait.ClaimLevel);
        Assert.InRange(level.Test!.ShrunkLift, 1, 1.01);
        Assert.True(level.Test.LiftLowerBound < 1);
        Assert.Empty(last.Findings);
        Assert.Equal("Nothing stands out", last.Name);
    }

    private static int[] Overall(int[][] counts) =>
        [.. Enumerable.Range(0, counts[0].Length).Select(level => counts.Sum(segment => segment[level]))];
}
