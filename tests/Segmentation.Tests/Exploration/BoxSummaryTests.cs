namespace Segmentation.Tests.Exploration;

public sealed class BoxSummaryTests
{
    [Fact]
    public void ByCluster_AnOutlier_EndsTheWhiskerBeforeIt()
    {
        NumericColumn column = new("x", [5, 1, 20, 2, 3, 4, double.NaN, 7]);

        BoxSummary?[] boxes = [.. BoxSummary.ByCluster(column, [0, 0, 0, 0, 0, 0, 2, 2])];

        // 1 2 3 4 5 20: Q1 = 2.25, Q3 = 4.75, so the fences are -1.5 and 8.5.
        Assert.Equivalent(new BoxSummary(6, 1, 2.25, 3.5, 4.75, 5, [20]), boxes[0]);
        Assert.Null(boxes[1]);
        Assert.Equivalent(new BoxSummary(1, 7, 7, 7, 7, 7, []), boxes[2]);
    }

    [Fact]
    public void ByCluster_ManyOutliers_KeepsSomeFromTheFirstToTheLast()
    {
        double[] values = [.. Enumerable.Range(0, 10_000).Select(i => i < 8000 ? 0.0 : i)];

        BoxSummary box = BoxSummary.ByCluster(new NumericColumn("x", values), new int[10_000])[0]!;

        Assert.Equal(BoxSummary.MostOutliers, box.Outliers.Count);
        Assert.Equal((8000, 9999), (box.Outliers[0], box.Outliers[^1]));
    }

    [Fact]
    public void ByCluster_TooFewLabels_NamesBothNumbers()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => BoxSummary.ByCluster(new NumericColumn("x", [1, 2]), [0]));

        Assert.StartsWith("There are 1 labels for 2 rows.", error.Message, StringComparison.Ordinal);
    }
}
