namespace Segmentation.Tests.Exploration;

public sealed class HistogramTests
{
    [Fact]
    public void Of_BinCount_GivesEqualBinsWithTheMaximumInTheLast()
    {
        Histogram histogram = Histogram.Of(new NumericColumn("x", [0, 0.5, 1, double.NaN, 1.5, 4]), 4);

        Assert.Equal(
            [new HistogramBin(0, 1, 2), new HistogramBin(1, 2, 2), new HistogramBin(2, 3, 0), new HistogramBin(3, 4, 1)],
            histogram.Bins);
    }

    [Fact]
    public void Of_WholeNumbers_GivesWholeBinWidths()
    {
        // Sturges asks for 5 bins; 9 different whole numbers fit into bins of width 2.
        Histogram histogram = Histogram.Of(new NumericColumn("x", [1, 2, 3, 4, 5, 6, 7, 8, 9]));

        Assert.Equal([1, 3, 5, 7, 9], histogram.Bins.Select(bin => bin.From));
        Assert.Equal([2, 2, 2, 2, 1], histogram.Bins.Select(bin => bin.Count));
        Assert.Equal(11, histogram.Bins[^1].To);
    }

    [Fact]
    public void Of_ManyValuesWithALongTail_StaysAtSixtyBins()
    {
        double[] values = [.. Enumerable.Range(1, 10000).Select(i => 1000.5 / i)];

        Histogram histogram = Histogram.Of(new NumericColumn("x", values));

        Assert.Equal(60, histogram.Bins.Count);
        Assert.Equal(10000, histogram.Bins.Sum(bin => bin.Count));
    }

    [Fact]
    public void Of_SpreadValues_FollowsFreedmanAndDiaconis()
    {
        // 1000 values with IQR 0.4995 and range 0.999: width 2 * 0.4995 / 10, so 10 bins where Sturges asks for 11.
        double[] even = [.. Enumerable.Range(0, 1000).Select(i => i / 1000.0)];

        // Four in five of them a hundred times as dense: so narrow a spread asks for hundreds of bins.
        double[] peaked = [.. even.Select(x => x < 0.8 ? 0.4 + (x / 100) : x)];

        Assert.Equal(11, Histogram.Of(new NumericColumn("x", even)).Bins.Count);
        Assert.Equal(60, Histogram.Of(new NumericColumn("x", peaked)).Bins.Count);
    }

    [Theory]
    [InlineData(new[] { 7.0, 7, 7 }, 6.5, 7.5)]
    [InlineData(new[] { 2e9 }, 2e9 - 2, 2e9 + 2)]
    public void Of_ConstantColumn_GivesOneBinAroundIt(double[] values, double from, double to)
    {
        Histogram histogram = Histogram.Of(new NumericColumn("x", values), 5);

        Assert.Equal([new HistogramBin(from, to, values.Length)], histogram.Bins);
    }

    [Fact]
    public void Of_NoValues_HasNoBins()
    {
        Assert.Empty(Histogram.Of(new NumericColumn("x", [double.NaN])).Bins);
    }

    [Fact]
    public void Of_HugeValues_HasFiniteEdges()
    {
        Histogram histogram = Histogram.Of(new NumericColumn("x", [-1.7e308, -1, 0, 1, 1.7e308]));

        Assert.All(histogram.Bins, bin => Assert.True(double.IsFinite(bin.From) && double.IsFinite(bin.To) && bin.From < bin.To));
        Assert.Equal(5, histogram.Bins.Sum(bin => bin.Count));
    }

    [Fact]
    public void Of_NoBins_IsRefused()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => Histogram.Of(new NumericColumn("x", [1, 2]), 0));

        Assert.StartsWith("A histogram has at least 1 bin.", error.Message, StringComparison.Ordinal);
    }
}
