namespace Segmentation.Tests.Charts;

public sealed class TeachingChartTests
{
    [Fact]
    public void KMeansIteration_AMove_IsDrawnFromTheOldPlaceToTheNew()
    {
        KMeansTrace trace = new KMeans(1).Trace(FeatureMatrix.FromRows([0, 0], [4, 2]), FeatureMatrix.FromRows([4, 2]));

        ArrowTrace arrow = Assert.IsType<ArrowTrace>(Chart.KMeansIteration(trace.Iterations[0]).Data[^1]);

        Assert.Equal((4, 2, 2, 1), (arrow.FromX[0], arrow.FromY[0], arrow.ToX[0], arrow.ToY[0]));
    }

    [Fact]
    public void KMeansIterations_MoreThanAsked_ShowsTheFirstAndTheLast()
    {
        KMeansTrace trace = new KMeans(4) { Seed = 1 }.Trace(Clustering.Blobs.Noise(rows: 500, seed: 1));

        Gallery gallery = Chart.KMeansIterations(trace, most: 3);

        Assert.True(trace.Iterations.Count > 3);
        Assert.Equal(
            ["Iteration 1", "Iteration 2", $"Iteration {trace.Iterations.Count}"],
            gallery.Items.Cast<Figure>().Select(figure => figure.Layout.Title));
    }

    [Fact]
    public void Clusters_OneFeature_SaysThatTwoAreNeeded()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Chart.Clusters(FeatureMatrix.FromRows([1], [2]), [0, 0]));

        Assert.StartsWith("A scatter needs two features.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SegmentScatter3D_ManyPoints_AreThinnedAndMissingOnesCounted()
    {
        double[] x = [.. Enumerable.Range(0, 20_000).Select(i => i == 0 ? double.NaN : i)];

        Figure figure = ChartSamples.Space(x, x, x, new int[20_000]);

        Assert.Equal(
            "A fixed sample of 2,000 of 19,999 customers; 1 more with a missing value",
            figure.Layout.Subtitle);
        Assert.InRange(figure.ToSvg().Length, 1, 150_000);
    }

    [Fact]
    public void SegmentScatter3D_StaticPicture_DrawsNearPointsLargerAndLater()
    {
        Figure flat = ChartSamples.Space([0, 1], [0, 1], [0, 0], [0, 1]).Flat;

        ScatterTrace[] points = [.. flat.Data.OfType<ScatterTrace>().Where(trace => trace is { Marker: not null, X.Length: > 0 })];

        Assert.True(points[0].X[0] > points[1].X[0], "The far point should be drawn first.");
        Assert.True(points[0].Marker!.Size < points[1].Marker!.Size);
    }

    [Fact]
    public void Radar_ManyColumns_ShowsThoseThatDifferMostInTheirOrder()
    {
        SegmentProfile profile = ChartSamples.Profile(
            1, "All", 1, 1, [.. Enumerable.Range(0, 12).Select(i => ($"c{i}", (double?)i, (double?)(i < 2 ? 0 : 12 - i)))]);

        Figure figure = Chart.Radar([profile]);

        Assert.Equal(Enumerable.Range(2, 10).Select(i => $"c{i}"), figure.Layout.XAxis.TickTexts);
        Assert.EndsWith("The 10 columns that differ most.", figure.Layout.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void CategoryShares_UnknownColumn_NamesThoseThereAre()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Chart.CategoryShares([ChartSamples.Profile(1, "All", 1, 1)], "Gender"));

        Assert.StartsWith("No categorical column named 'Gender' in the profiles. Columns: .", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CategoryShares_UnknownShare_IsNotSaidToBeNone()
    {
        SegmentProfile unknown = ChartSamples.Profile(1, "All", 3, 1) with { Categories = [new("Gender", 0, [new("F", 0, null, 3, 0.5, null)])] };

        Figure figure = Chart.CategoryShares([unknown], "Gender");

        Assert.Contains("F: all customers 50%, 1 · All unknown.", figure.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Scatter_ManyCustomersWithoutSegments_SaysNothingOfSegments()
    {
        double[] x = [.. Enumerable.Range(0, 6000).Select(i => (double)i)];

        Figure figure = Chart.Scatter(new([new NumericColumn("x", x), new NumericColumn("y", x)]), "x", "y");

        Assert.Equal("A fixed sample of 2,000 of 6,000 customers", figure.Layout.Subtitle);
        Assert.Equal("A fixed sample of 2,000 of 6,000 customers.", figure.Description);
    }

    [Fact]
    public void Clusters_ManyRows_SaysHowManyOfThemAreDrawn()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([.. Enumerable.Range(0, 6000).Select(i => new double[] { i, i % 7 })]);
        int[] labels = [.. Enumerable.Range(0, 6000).Select(row => row % 2)];
        KMeansIteration iteration = new KMeans(2).Trace(matrix, FeatureMatrix.FromRows([0, 0], [5999, 0])).Iterations[0];

        Assert.Equal("A fixed sample of 2,000 of 6,000 rows, spread over the clusters by size", Chart.Clusters(matrix, labels).Layout.Subtitle);
        Assert.EndsWith(". A fixed sample of 2,000 of 6,000 rows, spread over the clusters by size", Chart.KMeansIteration(iteration).Layout.Subtitle, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, -10, "loss", " text-anchor=\"end\"")]                            // left of the bar, where there is room
    [InlineData(-300, 4, "a rather long text for a loss", " fill=\"#ffffff\"")]       // no room: within the bar, as can be read on it
    [InlineData(-3, 900, "a rather long text for a loss", "")]                        // nor within: right of zero
    public void BarTrace_NegativeValue_HasItsTextWhereItCanBeRead(double value, double other, string text, string attributes)
    {
        BarTrace bars = new([0, 1], [value, other]) { Orientation = Orientation.Horizontal, Colors = ["#086872"], Text = [text, "other"] };

        string svg = new Figure([bars], new Layout { Title = "t", XAxis = new() { IncludesZero = true } }, "d").ToSvg();

        Assert.Matches($"<text x=\"[0-9.]+\" y=\"[0-9.]+\"{attributes}>{text}</text>", svg);
    }

    [Fact]
    public void ClassicPalette_FirstFiveSegments_AreTheColoursOfTheClassicWriteUp()
    {
        Figure figure = ChartSamples.Space([0, 1, 2, 3, 4], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]);
        Figure classic = Chart.SegmentScatter3D(
            new([new NumericColumn("x", [0, 1]), new NumericColumn("y", [0, 1]), new NumericColumn("z", [0, 1])]),
            "x", "y", "z", [0, 1], palette: SegmentPalette.Classic);

        Assert.Equal("#d62728", ((Scatter3DTrace)classic.Data[0]).Marker.Color);
        Assert.NotEqual(((Scatter3DTrace)figure.Data[0]).Marker.Color, ((Scatter3DTrace)classic.Data[0]).Marker.Color);
    }
}
