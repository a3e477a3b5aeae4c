namespace Segmentation.Tests.Profiling;

public sealed class WilsonIntervalTests
{
    // Newcombe (1998), Statistics in Medicine 17, 857-872, table I, the score method without continuity correction.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Of_PublishedCounts_GivesTheirIntervals(int count, int customers, double lower, double upper)
    {
        (double low, double high) = WilsonInterval.Of(count, customers);

        Assert.Equal(lower, low, 0.00005);   // four printed digits
        Assert.Equal(upper, high, 0.00005);
    }

    [Fact]
    public void Of_Everybody_EndsAtOne()
    {
        (double low, double high) = WilsonInterval.Of(20, 20);

        Assert.Equal(1 - 0.1611, low, 0.00005);
        Assert.Equal(1, high);
    }
}
