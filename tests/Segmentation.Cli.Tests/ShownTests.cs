namespace Segmentation.Cli.Tests;

public sealed class ShownTests
{
    [Theory]
    [InlineData(0, "0.0%")]
    [InlineData(2.0 / 541_876, "<0.1%")]
    [InlineData(0.41, "41.0%")]
    [InlineData(541_874.0 / 541_876, ">99.9%")]
    [InlineData(1, "100.0%")]
    public void Percent_Share_HasOneDecimalAndIsNeverRoundedToNoneOrAll(double share, string expected)
    {
        Assert.Equal(expected, Shown.Percent(share));
    }
}
