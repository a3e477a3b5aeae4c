using System.Globalization;

namespace Segmentation.Tests.Profiling.Rules;

public sealed class RoundThresholdTests
{
    [Theory]
    [InlineData(69.1, 70.05, 70)] // one digit beside the final zero
    [InlineData(39, 40, 39)] // whole numbers before 39.5
    [InlineData(0, 1, 0)]
    [InlineData(0, 10, 5)] // of 0 to 9 the one in the middle
    [InlineData(0, 100, 50)]
    [InlineData(7, 12, 10)] // 9 and 10 are as near to 9.5; 10 is rounder
    [InlineData(-3, 4, 0)]
    [InlineData(-71, -69.5, -70)]
    [InlineData(0.011, 0.049, 0.03)]
    [InlineData(12345, 12346, 12345)]
    [InlineData(12345.25, 12345.75, 12345.5)]
    [InlineData(1e150, 3e150, 2e150)]
    [InlineData(1e-150, 3e-150, 2e-150)]
    public void Between_Gap_IsItsRoundestNumber(double low, double high, double expected) =>
        Assert.Equal(expected, RoundThreshold.Between(low, high));

    [Fact]
    public void Between_MachineWithAnotherMinus_IsTheSameNumber()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("en-US") { NumberFormat = { NegativeSign = "~" } };
        try
        {
            Assert.Equal(-0.03, RoundThreshold.Between(-0.049, -0.011));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Between_NeighbouringDoubles_IsTheLower()
    {
        Assert.Equal(0.1, RoundThreshold.Between(0.1, Math.BitIncrement(0.1)));
        Assert.Equal(-1e300, RoundThreshold.Between(-1e300, Math.BitIncrement(-1e300)));
        Assert.Equal(0, RoundThreshold.Between(0, double.Epsilon));
    }

    [Fact]
    public void Between_AnyGap_LiesInItAndReadsBackFromItsText()
    {
        Random random = new(1);
        for (int i = 0; i < 20_000; i++)
        {
            double low = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20));
            double high = low + (random.NextDouble() * Math.Pow(10, random.Next(-20, 20)));
            if (low == high)
            {
                continue;
            }

            double threshold = RoundThreshold.Between(low, high);

            Assert.True(low <= threshold && threshold < high, $"{low:R} <= {threshold:R} < {high:R}");
            Assert.Equal(threshold, double.Parse(RoundThreshold.Text(threshold), CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData(70, "70")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(0.125, "0.125")]
    [InlineData(12345, "12,345")]
    [InlineData(12345.6, "12,345.6")] // NumberText alone would say 12,346
    [InlineData(69.5731, "69.5731")]
    public void Text_Threshold_IsTheVeryNumber(double threshold, string expected) =>
        Assert.Equal(expected, RoundThreshold.Text(threshold));
}
