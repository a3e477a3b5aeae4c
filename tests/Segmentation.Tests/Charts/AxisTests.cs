namespace Segmentation.Tests.Charts;

public sealed class AxisTests
{
    /// <summary>497 values of 1 to 497 and three whales: quartiles about 125.75 and 375.25, so the end is at 495 + 3 x 250.</summary>
    [Fact]
    public void Cut_3Of500ValuesFarOut_EndsBeforeThemAndSaysHowMany()
    {
        double[] values = [.. Enumerable.Range(1, 497).Select(value => (double)value), 50_000, 60_000, 70_000];

        AxisCut cut = AxisCut.Of(values, AxisKind.Linear)!;

        Assert.Equal((0, 3, 1, 70_000), (cut.Below, cut.Above, cut.Lowest, cut.Highest));
        Assert.Equal(497 + (0.05 * 496), cut.Maximum, 1e-9);
        Assert.Equal(["3 to the right, up to 70,000"], cut.Describe("to the left", "to the right"));
    }

    [Theory]
    [InlineData(10, 500)]   // 2% of the values are no exception
    [InlineData(3, 46)]     // too few values to tell
    [InlineData(0, 500)]
    public void Cut_ManyFarOutOrFewValuesOrNone_IsNull(int far, int all)
    {
        double[] values = [.. Enumerable.Range(1, all - far).Select(value => (double)value), .. Enumerable.Repeat(50_000.0, far)];

        Assert.Null(AxisCut.Of(values, AxisKind.Linear));
    }

    /// <summary>On logarithms 1,000 is only three times as far as 10.</summary>
    [Fact]
    public void Cut_FarOutButNotOnALogAxis_IsNull()
    {
        double[] values = [.. Enumerable.Range(1, 99).Select(value => (double)value), 1000];

        Assert.NotNull(AxisCut.Of(values, AxisKind.Linear));
        Assert.Null(AxisCut.Of(values, AxisKind.Log));
    }

    [Fact]
    public void SegmentScatter_3Of500CustomersFarOut_SaysSoInPictureAndPlotly()
    {
        double[] x = [.. Enumerable.Range(1, 497).Select(value => (double)value), 50_000, 60_000, 70_000];
        CustomerTable table = new([new NumericColumn("Fresh", x), new NumericColumn("Milk", [.. x.Select((_, i) => i % 10.0)])]);

        Figure figure = Chart.SegmentScatter(table, "Fresh", "Milk", new int[500]);

        Assert.Equal("500 customers. Beyond the axes lie 3 to the right, up to 70,000.", figure.Layout.Subtitle);
        Assert.Contains("3 to the right", figure.Description, StringComparison.Ordinal);
        Assert.Contains("\"range\":[", figure.ToPlotlyJson(), StringComparison.Ordinal);
        Assert.Equal(500, figure.Data.OfType<ScatterTrace>().Single().X.Length);
    }

    [Theory]
    [InlineData(AxisKind.Log, 0, 4, 5, new[] { 1.0, 10, 100, 1000, 10000 })]
    [InlineData(AxisKind.Log, 0, 8, 5, new[] { 1.0, 1e2, 1e4, 1e6, 1e8 })]
    [InlineData(AxisKind.Log, 1, 3, 10, new[] { 10.0, 20, 50, 100, 200, 500, 1000 })]
    [InlineData(AxisKind.LogOfOnePlus, 0, 4, 5, new[] { 0.0, 10, 100, 1000 })]
    public void LogTicks_Range_AreRoundAndApart(AxisKind kind, double minimum, double maximum, int most, double[] expected)
    {
        Assert.Equal(expected, LogTicks.Between(kind, (minimum, maximum), most), (one, other) => Math.Abs(one - other) < 1e-9 * Math.Max(1, one));
    }

    /// <summary>Plotly has no logarithm of one plus: there every value is greater by one, and what is told is the value.</summary>
    [Fact]
    public void ToPlotlyJson_LogOfOnePlus_ShiftsTheValuesAndTellsTheirOwn()
    {
        CustomerTable table = new([new NumericColumn("Spent", [0, 9, 99]), new NumericColumn("Age", [20, 30, 40])]);

        string json = Chart.SegmentScatter(table, "Spent", "Age", [0, 0, 0], xKind: AxisKind.LogOfOnePlus).ToPlotlyJson();

        Assert.Contains("\"x\":[1,10,100]", json, StringComparison.Ordinal);
        Assert.Contains("\"customdata\":[[0,20],[9,30],[99,40]]", json, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"log\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrap_LongWordOfParts_BreaksAfterAnUnderscore()
    {
        Assert.Equal(["ONEOFF_", "PURCHASES_", "FREQUENCY"], TextBlock.Wrap("ONEOFF_PURCHASES_FREQUENCY", 110, 5).Lines);
    }
}
