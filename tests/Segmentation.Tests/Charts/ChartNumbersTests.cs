namespace Segmentation.Tests.Charts;

public sealed class ChartNumbersTests
{
    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(0.0042, "0.004")]
    [InlineData(0.126, "0.13")]
    [InlineData(-4.567, "−4.57")]
    [InlineData(45.67, "45.7")]
    [InlineData(9.999, "10.0")]
    [InlineData(456.7, "457")]
    [InlineData(4567.8, "4,568")]
    [InlineData(1_234_567, "1.23 M")]
    [InlineData(2.5e9, "2.50 bn")]
    [InlineData(1e18, "1e18")]
    [InlineData(0.00001234, "1.23e−5")]
    public void Short_AnySize_HasAboutThreeDigits(double value, string expected) =>
        Assert.Equal(expected, ChartNumbers.Short(value));

    [Theory]
    [InlineData(0.5, 3, 1.5, "1.5")]
    [InlineData(50_000, 250_000, 150_000, "150,000")]
    [InlineData(500_000, 3e6, 1.5e6, "1.5 M")]
    [InlineData(2e9, 8e9, -4e9, "−4 bn")]
    [InlineData(1, 1_000_000_005, 1_000_000_002, "1,000,000,002")]
    [InlineData(2e18, 9e18, 4e18, "4e18")]
    [InlineData(2e18, 9e18, 0, "0")]
    [InlineData(2e-6, 9e-6, 4e-6, "4e−6")]
    public void ForTicks_AnySize_SharesOneUnit(double step, double largest, double value, string expected) =>
        Assert.Equal(expected, ChartNumbers.ForTicks(step, largest)(value));
}
