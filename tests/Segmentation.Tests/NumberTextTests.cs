namespace Segmentation.Tests;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(86.53846, "86.5")]
    [InlineData(40, "40")]
    [InlineData(-1.2345, "-1.23")]
    [InlineData(0.012345, "0.0123")]
    [InlineData(12345.6, "12,346")]
    [InlineData(0.0000123, "1.23e-5")]
    [InlineData(1.5e300, "1.5e+300")]
    public void Of_Number_HasAboutThreeSignificantDigits(double value, string expected)
    {
        Assert.Equal(expected, NumberText.Of(value));
    }

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.0001, "<0.1%")]
    [InlineData(0.195, "19.5%")]
    [InlineData(0.99999, ">99.9%")]
    [InlineData(1, "100%")]
    public void Percent_Share_IsNeverRoundedToNoneOrAll(double share, string expected)
    {
        Assert.Equal(expected, NumberText.Percent(share));
    }

    [Theory]
    [InlineData(1, "1 customer")]
    [InlineData(1200, "1,200 customers")]
    public void Customers_Count_HasItsNoun(int count, string expected)
    {
        Assert.Equal(expected, NumberText.Customers(count));
    }
}
