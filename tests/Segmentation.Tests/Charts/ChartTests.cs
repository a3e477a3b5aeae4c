namespace Segmentation.Tests.Charts;

public sealed class ChartTests
{
    private static readonly (int, double, double?)[] Scores = [(2, 40, 0.3), (3, 10, 0.5), (4, 8, 0.4)];

    [Fact]
    public void Elbow_KneedleAndRecommendedDiffer_MarksBoth()
    {
        Figure figure = Chart.Elbow(ChartSamples.Verdict(Scores, elbow: 3, recommended: 4));

        Assert.Equal(["Elbow (Kneedle): k = 3", "Recommended: k = 4"], figure.Layout.ReferenceLines.Select(line => line.Label));
    }

    [Fact]
    public void Elbow_TheyAgree_MarksOneLine()
    {
        Figure figure = Chart.Elbow(ChartSamples.Verdict(Scores, elbow: 3, recommended: 3));

        ReferenceLine line = Assert.Single(figure.Layout.ReferenceLines);
        Assert.Equal(new ReferenceLine(3, "Elbow (Kneedle) and recommended: k = 3"), line);
    }

    [Fact]
    public void Elbow_NoChoice_SaysSo()
    {
        Figure figure = Chart.Elbow(ChartSamples.Verdict(Scores, elbow: null, recommended: null));

        Assert.Empty(figure.Layout.ReferenceLines);
        Assert.Equal("No elbow was found, and no number is recommended.", figure.Layout.Subtitle);
    }

    [Fact]
    public void SilhouetteByCount_Estimates_HaveErrorBars()
    {
        Figure figure = Chart.SilhouetteByCount(ChartSamples.Verdict([(1, 50, null), .. Scores], 3, 3, error: 0.02));

        ScatterTrace line = Assert.IsType<ScatterTrace>(figure.Data[0]);
        Assert.Equal([2, 3, 4], line.X);
        Assert.Equal([0.02, 0.02, 0.02], line.YError);
    }

    [Fact]
    public void Silhouette_FewRows_DrawsEachRowAsAStepInFallingOrder()
    {
        Figure figure = Chart.Silhouette(ChartSamples.Silhouette([0, 0, 1], [0.2, 0.6, 0.4]));

        ScatterTrace first = Assert.IsType<ScatterTrace>(figure.Data[0]);
        Assert.Equal([0, 0.6, 0.6, 0.2, 0.2, 0], first.X);
        Assert.Equal([0, 0, 1, 1, 2, 2], first.Y);
        Assert.Equal(["Segment 1\n2 rows, mean 0.40", "Segment 2\n1 row, mean 0.40"], figure.Layout.YAxis.TickTexts);
    }

    [Fact]
    public void Silhouette_ManyRows_DrawsAReducedOutlineWithTheSameEnds()
    {
        int[] labels = [.. Enumerable.Range(0, 100_000).Select(i => i % 4)];
        double[] widths = [.. Enumerable.Range(0, 100_000).Select(i => i / 100_000.0)];

        Figure figure = Chart.Silhouette(ChartSamples.Silhouette(labels, widths));

        ScatterTrace first = Assert.IsType<ScatterTrace>(figure.Data[0]);
        Assert.Equal(99_996 / 100_000.0, first.X[1]);
        Assert.Equal(0, first.X[^2]);
        Assert.Equal(25_000, first.Y[^1]);
        Assert.InRange(figure.ToSvg().Length, 1, 60_000);
    }

    [Fact]
    public void SegmentScatter_ManyPoints_ThinsEachSegmentAndSaysSo()
    {
        const int Rows = 100_000;
        double[] x = [.. Enumerable.Range(0, Rows).Select(i => (double)i)];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(i => i < 20 ? 1 : 0)];

        Figure figure = ChartSamples.Scatter(x, x, labels, null);

        Assert.Equal([1999, 20], figure.Data.Select(trace => ((ScatterTrace)trace).X.Length));
        Assert.Equal("A fixed sample of 2,019 of 100,000 customers, spread over the segments by size", figure.Layout.Subtitle);
        Assert.Equal(figure.ToPlotlyJson(), ChartSamples.Scatter(x, x, labels, null).ToPlotlyJson());
    }

    [Fact]
    public void SegmentScatter_MissingCells_AreCounted()
    {
        Figure figure = ChartSamples.Scatter([1, double.NaN, 3], [1, 2, double.NaN], [0, 0, 1], null);

        Assert.Equal("1 customer; 2 more with a missing value", figure.Layout.Subtitle);
    }

    [Fact]
    public void SegmentScatter_TooFewLabels_NamesBothNumbers()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ChartSamples.Scatter([1, 2], [1, 2], [0], null));

        Assert.StartsWith("There are 1 labels for 2 rows.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SegmentScatter_Profiles_GiveNamesAndMeans()
    {
        CustomerTable table = new([new NumericColumn("x", [1, 2]), new NumericColumn("y", [3, 4])]);
        SegmentProfile[] profiles = [ChartSamples.Profile(1, "All", 2, 1, ("x", 1.5, 0), ("y", 3.5, 0))];

        Figure figure = Chart.SegmentScatter(table, "x", "y", [0, 0], profiles);

        Assert.Equal(["1 · All", "Mean of each segment"], figure.Data.Select(trace => trace.Name));
        ScatterTrace means = Assert.IsType<ScatterTrace>(figure.Data[1]);
        Assert.Equal((1.5, 3.5), (means.X[0], means.Y[0]));
    }

    [Fact]
    public void SegmentCharts_SamePalette_GiveASegmentTheSameColour()
    {
        SegmentProfile[] profiles = [ChartSamples.Profile(1, "One", 1, 0.5), ChartSamples.Profile(2, "Two", 1, 0.5)];

        BarTrace sizes = (BarTrace)Chart.SegmentSizes(profiles, SegmentPalette.Classic).Data[0];
        ScatterTrace knife = (ScatterTrace)Chart.Silhouette(
            ChartSamples.Silhouette([0, 1], [0.5, 0.4]), palette: SegmentPalette.Classic).Data[1];

        Assert.Equal(SegmentPalette.Classic.ColorOf(2), sizes.Colors[1]);
        Assert.Equal(SegmentPalette.Classic.ColorOf(2), knife.FillColor);
    }

    [Theory]
    [InlineData(new double[] { 1, 2 }, new[] { 1, 2 }, "2 intervals have 3 edges, but there are 2.")]
    [InlineData(new double[] { 1, 1 }, new[] { 1 }, "The edges of a histogram are finite and rise.")]
    [InlineData(new double[] { 1, double.NaN }, new[] { 1 }, "The edges of a histogram are finite and rise.")]
    public void Histogram_WrongEdges_SaysWhatIsWrong(double[] edges, int[] counts, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Chart.Histogram("Age", edges, counts));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
