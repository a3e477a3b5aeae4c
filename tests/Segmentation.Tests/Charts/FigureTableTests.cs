namespace Segmentation.Tests.Charts;

public sealed class FigureTableTests
{
    [Fact]
    public void Of_Histogram_GivesEachIntervalItsCount()
    {
        FigureTable table = FigureTable.Of(Chart.Histogram("Age", [0, 10, 25], [3, 4]))!;

        Assert.Equal(["Age", "Customers"], table.Headers);
        Assert.Equal(["0 to 10 | 3", "10 to 25 | 4"], Lines(table));
    }

    [Fact]
    public void Of_LyingBars_GivesTheTextsThatStandAtThem()
    {
        SegmentProfile[] profiles = [new(1, "Many", 3, 0.75, [], []), new(2, "Few", 1, 0.25, [], [])];

        FigureTable table = FigureTable.Of(Chart.SegmentSizes(profiles))!;

        Assert.Equal(["1 · Many | 3 (75%)", "2 · Few | 1 (25%)"], Lines(table));
    }

    [Fact]
    public void Of_FewPoints_GivesEachPoint()
    {
        ScatterTrace line = new([1, 2, double.NaN, 3], [10, 20.5, 7, double.NaN]);

        FigureTable table = FigureTable.Of(Figure(line))!;

        Assert.Equal(["k", "Inertia"], table.Headers);
        Assert.Equal(["1 | 10", "2 | 20.5"], Lines(table));
    }

    [Fact]
    public void Of_ManyPoints_GivesCountAndExtremesOfEachSeries()
    {
        double[] x = [.. Enumerable.Range(0, 50).Select(i => (double)i)];
        ScatterTrace cloud = new([.. x, double.NaN], [.. x.Select(value => -2 * value), 1000]) { Name = "1 · Cloud" };
        ScatterTrace means = new([4, 5], [6, 7]) { Name = "Mean", Text = ["1", "2"] };

        FigureTable table = FigureTable.Of(Figure(cloud, means))!;

        Assert.Equal(["Series", "Points", "k: lowest", "Highest", "Inertia: lowest", "Highest"], table.Headers);
        Assert.Equal(["1 · Cloud | 50 | 0 | 49 | -98 | 0", "Mean: 1 | 1 | 4 | 4 | 6 | 6", "Mean: 2 | 1 | 5 | 5 | 7 | 7"], Lines(table));
    }

    [Fact]
    public void Of_Area_LeavesOutTheEndsThatCloseItAtZero()
    {
        ScatterTrace area = new([0, 0.7, 0.3, 0], [0, 1, 2, 3]) { Name = "1 · One", FillColor = "#000000" };

        FigureTable table = FigureTable.Of(Figure(area))!;

        Assert.Equal(["1 · One | 0.3 | 0.7"], Lines(table));
    }

    [Fact]
    public void Of_Boxes_GivesTheirFiveNumbersAndHowManyLieBeyond()
    {
        FigureTable table = FigureTable.Of(Figure(new BoxTrace(0, 1, 2, 3, 4, 5) { Name = "1 · One", Outliers = [9, 10] }))!;

        Assert.Equal(["1 · One | 1 | 2 | 3 | 4 | 5 | 2"], Lines(table));
    }

    [Fact]
    public void Of_HeatMap_GivesItsCells()
    {
        Layout layout = new()
        {
            Title = "Cells",
            XAxis = new() { TickValues = [0, 1], TickTexts = ["a", "b"] },
            YAxis = new() { TickValues = [0], TickTexts = ["1 · One"] },
        };

        FigureTable table = FigureTable.Of(new([new HeatmapTrace([[0.5, null]], ColorScale.Diverging, -1, 1)], layout, string.Empty))!;

        Assert.Equal(["Row", "a", "b"], table.Headers);
        Assert.Equal(["1 · One | 0.5 | –"], Lines(table));
    }

    [Fact]
    public void Of_EveryChartOnTwoAxes_HasAsManyCellsAsHeadersInEachRow()
    {
        FigureTable[] tables = [.. ChartSamples.All.Values.Select(FigureTable.Of).OfType<FigureTable>()];

        Assert.InRange(tables.Length, 10, ChartSamples.All.Count);
        Assert.All(tables, table => Assert.All(table.Rows, row => Assert.Equal(table.Headers.Length, row.Length)));
    }

    private static Figure Figure(params Trace[] traces) => new(
        [.. traces],
        new() { Title = "A figure", XAxis = new() { Title = "k" }, YAxis = new() { Title = "Inertia" } },
        "A figure.");

    private static IEnumerable<string> Lines(FigureTable table) => table.Rows.Select(row => string.Join(" | ", row));
}
