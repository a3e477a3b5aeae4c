namespace Segmentation.Tests.Profiling;

public sealed class ValueTestTests
{
    [Fact]
    public void Statistic_ThreeOfSixCustomers_IsTheFinitePopulationForm()
    {
        // Values 1, 2, 3 | 7, 8, 9: mean 5, sum of squares 58. By hand, with the population variance 58/6 as catdes has
        // it: v = (2 - 5) / sqrt(58/6 / 3 * (6 - 3) / (6 - 1)) = -3 / 1.390444 = -2.157585.
        double effect = (2 - 5) / Math.Sqrt(58.0 / 5);

        double v = ValueTest.Statistic(effect, draws: 3, population: 6);

        Assert.Equal(-2.157584856684229, v, 1e-12);
    }

    // FactoMineR's catdes on Russett's data (1964) of 46 countries, as printed: cluster 1 has 22 of them, cluster 4 has 12.
    // catdes prints the population deviation; the effect is in sample deviations. Seven printed digits allow 1e-5.
    [Theory]
    [InlineData(97.49545, 92.82609, 6.668988, 22, 4.496867, 6.896198e-06)]
    [InlineData(80.59545, 71.19783, 14.333701, 22, 4.210871, 2.543884e-05)]
    [InlineData(287.68182, 563.56522, 488.908040, 22, -3.624185, 2.898740e-04)]
    [InlineData(84.71667, 92.82609, 6.668988, 12, -4.846043, 1.259482e-06)]
    [InlineData(831.5, 73.58696, 185.67006, 2, 5.838112, 5.279572e-09)]
    public void Statistic_RussettsCountries_IsThatOfCatdes(
        double mean, double overall, double deviation, int draws, double expected, double expectedP)
    {
        double effect = (mean - overall) / (deviation * Math.Sqrt(46.0 / 45));

        double v = ValueTest.Statistic(effect, draws, population: 46);

        Assert.Equal(1, v / expected, 1e-5);
        Assert.Equal(1, ValueTest.PValue(expected) / expectedP, 1e-5);
    }

    // Twice the normal tail, from the C library's erfc.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1.959963984540054, 0.05)]
    [InlineData(-1.959963984540054, 0.05)]
    [InlineData(5, 5.733031437583892e-07)]
    [InlineData(20, 5.507248237212663e-89)]
    [InlineData(37, 1.1451142445050278e-299)]
    public void PValue_KnownStatistic_IsTwiceTheNormalTail(double statistic, double expected)
    {
        double p = ValueTest.PValue(statistic);

        // Near the smallest double Math.NET's erfc keeps about 12 digits.
        Assert.Equal(1, p / expected, 1e-11);
    }

    [Fact]
    public void PValue_StatisticOfThousands_IsZero()
    {
        Assert.Equal(0, ValueTest.PValue(3000));
    }
}
