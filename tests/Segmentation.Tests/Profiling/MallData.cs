using System.Text.Json;

namespace Segmentation.Tests.Profiling;

/// <summary>The public Mall data with the reference clustering of raw income and spending, k = 5.</summary>
internal static class MallData
{
    /// <summary>The reference centroids (income, spending) by falling size: 81, 39, 35, 23 and 22 customers.</summary>
    public static double[][] Centroids()
    {
        JsonElement five = MallFile.Reference()
            .GetProperty("feature_sets").GetProperty("income_spending_raw").GetProperty("kmeans").GetProperty("5");
        int[] sizes = five.GetProperty("sizes_first_appearance").Deserialize<int[]>()!;
        double[][] centroids = five.GetProperty("centroids_first_appearance").Deserialize<double[][]>()!;
        return [.. centroids.Zip(sizes).OrderByDescending(pair => pair.Second).Select(pair => pair.First)];
    }

    /// <summary>For each customer the index of the nearest reference centroid.</summary>
    public static int[] Labels(CustomerTable table)
    {
        double[][] centroids = Centroids();
        NumericColumn income = table.Numeric(MallFile.Income);
        NumericColumn spending = table.Numeric(MallFile.Spending);
        return [.. Enumerable.Range(0, table.RowCount).Select(row => Enumerable.Range(0, centroids.Length).MinBy(cluster =>
            Math.Pow(income[row] - centroids[cluster][0], 2) + Math.Pow(spending[row] - centroids[cluster][1], 2)))];
    }

    public static IReadOnlyList<SegmentProfile> Profiles()
    {
        CustomerTable table = MallFile.Load();
        return new SegmentProfiler([MallFile.Income, MallFile.Spending]).Profile(table, Labels(table));
    }
}
