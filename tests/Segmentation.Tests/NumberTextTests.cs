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
    [InlineData(0.5, 2, "0.50")]
    [InlineData(0.797, 2, "0.797")]        // not 0.80
    [InlineData(0.7994, 2, "0.799")]
    [InlineData(0.79996, 2, "0.7999")]     // rounded it would be 0.8000: away from the bound
    [InlineData(0.8, 2, "0.80")]
    [InlineData(0.8000001, 2, "0.8001")]
    [InlineData(0.803, 2, "0.803")]
    [InlineData(0.849, 2, "0.849")]        // on neither bound
    [InlineData(0.9, 0, "0.9")]            // not 1, across a bound
    [InlineData(7.4, 0, "7")]
    public void Beside_Bounds_LiesOnTheSameSideOfThemAsTheNumber(double value, int decimals, string expected)
    {
        Assert.Equal(expected, NumberText.Beside(value, decimals, 0.8, 0.85, 0.95));
    }

    [Theory]
    [InlineData(71464.2, 71463.9, "71,464.2", "71,463.9")]   // not 71,464 twice
    [InlineData(71464, 70000, "71,464", "70,000")]
    [InlineData(54.4, 54.4, "54.4", "54.4")]
    [InlineData(54.38, 54.4, "54.38", "54.4")]
    [InlineData(1, 1.0000000000000002, "1", "1")]
    public void Apart_TwoNumbers_DifferWhereTheyDo(double one, double other, string oneText, string otherText)
    {
        Assert.Equal((oneText, otherText), NumberText.Apart(one, other));
    }

    [Theory]
    [InlineData(1, "1 customer")]
    [InlineData(1200, "1,200 customers")]
    public void Customers_Count_HasItsNoun(int count, string expected)
    {
        Assert.Equal(expected, NumberText.Customers(count));
    }
}
