namespace Segmentation.Tests.Charts;

public sealed class TicksTests
{
    [Theory]
    [InlineData(0, 10, 6, 2, new double[] { 0, 2, 4, 6, 8, 10 })]
    [InlineData(0, 10, 5, 5, new double[] { 0, 5, 10 })]
    [InlineData(-7, 23, 5, 10, new double[] { 0, 10, 20 })]
    [InlineData(0, 1, 6, 0.2, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(3.2, 3.9, 3, 0.5, new[] { 3.5 })]
    [InlineData(0, 137, 4, 50, new double[] { 0, 50, 100 })]
    public void Between_HandWorkedRanges_TakesTheSmallestRoundStepThatFits(
        double minimum, double maximum, int most, double step, double[] expected)
    {
        (IReadOnlyList<double> values, double found) = Ticks.Between(minimum, maximum, most);

        Assert.Equal(step, found);
        Assert.Equal(expected.Length, values.Count);
        Assert.All(expected.Zip(values), pair => Assert.Equal(pair.First, pair.Second, 1e-12)); // 3 * 0.2 is not 0.6 exactly
    }

    [Fact]
    public void Between_WholeNumbers_NeverStepsByLess()
    {
        Assert.Equal([0, 1, 2], Ticks.Between(0, 2, 10, smallestStep: 1).Values);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-290)]
    public void Between_ExtremeSizes_StillGivesAFewTicks(double size)
    {
        Assert.InRange(Ticks.Between(-size, size, 6).Values.Length, 2, 6);
    }
}
