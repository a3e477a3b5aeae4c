namespace Segmentation.Tests.Profiling;

public sealed class HypergeometricTests
{
    // Fisher's lady tasting tea: 8 cups, 4 with milk first, 4 chosen. One tail: 1/70 for 4 right, 17/70 for 3 or more.
    [Theory]
    [InlineData(4, 2.0 / 70)]
    [InlineData(3, 34.0 / 70)]
    [InlineData(2, 1.0)]
    [InlineData(1, 34.0 / 70)]
    [InlineData(0, 2.0 / 70)]
    public void TwoSidedPValue_TeaTasting_IsTwiceFishersTail(int right, double expected)
    {
        double p = Hypergeometric.TwoSidedPValue(population: 8, successes: 4, draws: 4, observed: right);

        Assert.Equal(expected, p, 1e-14);
    }

    // FactoMineR's catdes on Russett's data (1964) of 46 countries, as printed: the levels of "demo" (15 and 19 countries)
    // and a country by itself, in clusters of 22, 6, 12 and 2. catdes counts the observed number half in either tail; the
    // exact test here counts it whole, so that a claim is never made more often than stated. Seven digits allow 1e-6.
    [Theory]
    [InlineData(19, 22, 13, 2.360839e-02)]
    [InlineData(15, 22, 1, 8.942578e-05)]
    [InlineData(15, 6, 6, 5.343329e-04)]
    [InlineData(19, 6, 0, 3.160198e-02)]
    [InlineData(1, 2, 1, 4.347826e-02)]
    [InlineData(15, 12, 7, 3.973736e-02)]
    [InlineData(19, 12, 1, 7.259914e-03)]
    public void TwoSidedPValue_RussettsCountries_IsThatOfCatdesWithTheObservedCountedWhole(
        int successes, int draws, int observed, double printed)
    {
        double probability = Choose(successes, observed) * Choose(46 - successes, draws - observed) / Choose(46, draws);

        double p = Hypergeometric.TwoSidedPValue(46, successes, draws, observed);

        Assert.Equal(1, (p - probability) / printed, 1e-6);
    }

    // Exact rational arithmetic with binomial coefficients (Python integers). The tolerance is the rounding of the
    // logarithms of the factorials, about 1e-16 times ln(population!).
    [Theory]
    [InlineData(200, 112, 35, 16, 0.245579786813532, 1e-11)]
    [InlineData(200, 112, 22, 20, 0.000490718109600028, 1e-11)]
    [InlineData(100, 90, 50, 44, 0.740666453774465, 1e-11)]
    [InlineData(20_000, 10_000, 1_000, 600, 9.38990862213724e-11, 1e-9)]
    [InlineData(20_000, 10_000, 1_000, 400, 9.38990862213724e-11, 1e-9)]
    [InlineData(20_000, 200, 1_000, 0, 6.65045427891149e-5, 1e-9)]
    [InlineData(1_000_000, 500_000, 10_000, 5_300, 1.72369001099399e-9, 1e-8)]
    [InlineData(1_000_000, 1_000, 1_000, 50, 2.24845864698181e-66, 1e-8)]
    public void TwoSidedPValue_LargeOrExtreme_AgreesWithExactArithmetic(
        int population, int successes, int draws, int observed, double expected, double relativeTolerance)
    {
        double p = Hypergeometric.TwoSidedPValue(population, successes, draws, observed);

        Assert.Equal(1, p / expected, relativeTolerance);
    }

    [Fact]
    public void TwoSidedPValue_EveryTableOfTenCustomers_AgreesWithTheSumOverAllOutcomes()
    {
        for (int successes = 0; successes <= 10; successes++)
        {
            for (int draws = 0; draws <= 10; draws++)
            {
                for (int observed = Math.Max(0, draws + successes - 10); observed <= Math.Min(draws, successes); observed++)
                {
                    double atMost = Enumerable.Range(0, observed + 1).Sum(i => Probability(i));
                    double atLeast = Enumerable.Range(observed, 11 - observed).Sum(i => Probability(i));

                    double p = Hypergeometric.TwoSidedPValue(10, successes, draws, observed);

                    Assert.Equal(Math.Min(1, 2 * Math.Min(atMost, atLeast)), p, 1e-12);
                }

                double Probability(int i) => Choose(successes, i) * Choose(10 - successes, draws - i) / Choose(10, draws);
            }
        }
    }

    [Fact]
    public void TwoSidedPValue_TooSmallForADouble_IsZero()
    {
        Assert.Equal(0, Hypergeometric.TwoSidedPValue(1_000_000, 500_000, 400_000, 400_000));
    }

    private static double Choose(int n, int k) =>
        k < 0 || k > n ? 0 : Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
}
