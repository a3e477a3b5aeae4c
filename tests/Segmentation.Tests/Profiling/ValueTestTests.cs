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
