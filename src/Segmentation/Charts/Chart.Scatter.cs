namespace Segmentation;

public static partial class Chart
{
    /// <summary>Customers by two numeric columns, before there are segments.</summary>
    /// <param name="table">The customers. Rows where either column is missing are left out, and counted in the subtitle.</param>
    /// <param name="xColumn">The numeric column on the horizontal axis.</param>
    /// <param name="yColumn">The numeric column on the vertical axis.</param>
    /// <exception cref="ArgumentException">A column is not numeric.</exception>
    public static Figure Scatter(CustomerTable table, string xColumn, string yColumn)
    {
        ArgumentNullException.ThrowIfNull(table);
        Figure figure = SegmentScatter(table, xColumn, yColumn, new int[table.RowCount], ["Customers"]);
        return new(
            [.. figure.Data.Select(trace => trace with { Name = "Customers", InLegend = false })],
            figure.Layout,
            $"{figure.Layout.Subtitle}.");
    }

    /// <summary>The rows of a matrix over two of its features, coloured by cluster, with the centroids.</summary>
    /// <param name="matrix">The rows; its first two features are shown.</param>
    /// <param name="labels">The cluster of each row, from 0.</param>
    /// <param name="centroids">Centroids with the same features; null for none.</param>
    /// <param name="title">The title; null for the features' names.</param>
    /// <param name="palette">The clusters' colours; null for <see cref="SegmentPalette.Default"/>.</param>
    /// <exception cref="ArgumentException">There is only one feature, or not one label a row.</exception>
    public static Figure Clusters(
        FeatureMatrix matrix,
        ReadOnlySpan<int> labels,
        FeatureMatrix? centroids = null,
        string? title = null,
        SegmentPalette? palette = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.FeatureCount < 2)
        {
            throw new ArgumentException("A scatter needs two features.", nameof(matrix));
        }

        (string xName, string yName) = (matrix.FeatureNames[0], matrix.FeatureNames[1]);
        CustomerTable table = new([new NumericColumn(xName, FeatureOf(matrix, 0)), new NumericColumn(yName, FeatureOf(matrix, 1))]);
        Layout layout = new()
        {
            Title = title ?? $"{yName} by {xName}",
            XAxis = new() { Title = xName },
            YAxis = new() { Title = yName },
            PlotHeight = 340,
        };
        (double X, double Y)[] centres = centroids is null ? [] : [.. FeatureOf(centroids, 0).Zip(FeatureOf(centroids, 1))];
        return Scatter(table, labels, layout, cluster => $"Cluster {ChartNumbers.Count(cluster)}", "row", "cluster", centres, palette);
    }

    private static double[] FeatureOf(FeatureMatrix matrix, int feature) =>
        [.. Enumerable.Range(0, matrix.RowCount).Select(row => matrix.Row(row)[feature])];
}
