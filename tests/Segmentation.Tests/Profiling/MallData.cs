using System.Globalization;
using System.Text.Json;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Profiling;

/// <summary>The public Mall data with the reference clustering of raw income and spending, k = 5.</summary>
internal static class MallData
{
    public const string Income = "Annual Income (k$)";
    public const string Spending = "Spending Score (1-100)";

    /// <summary>The reference centroids (income, spending) by falling size: 81, 39, 35, 23 and 22 customers.</summary>
    public static double[][] Centroids()
    {
        using JsonDocument reference = JsonDocument.Parse(File.ReadAllText(Repository.Public("reference/mall.json")));
        JsonElement five = reference.RootElement
            .GetProperty("feature_sets").GetProperty("income_spending_raw").GetProperty("kmeans").GetProperty("5");
        int[] sizes = five.GetProperty("sizes_first_appearance").Deserialize<int[]>()!;
        double[][] centroids = five.GetProperty("centroids_first_appearance").Deserialize<double[][]>()!;
        return [.. centroids.Zip(sizes).OrderByDescending(pair => pair.Second).Select(pair => pair.First)];
    }

    public static CustomerTable Table()
    {
        string[][] rows =
        [
            .. File.ReadLines(Repository.Public("data/Mall_Customers.csv")).Skip(1)
                .Where(line => line.Length > 0).Select(line => line.Split(',')),
        ];
        return new(
            [
                new TextColumn("CustomerID", Cells(0), ColumnKind.Id),
                new CategoricalColumn("Gender", Cells(1)),
                new NumericColumn("Age", Numbers(2)),
                new NumericColumn(Income, Numbers(3)),
                new NumericColumn(Spending, Numbers(4)),
            ],
            "CustomerID");

        string[] Cells(int column) => [.. rows.Select(row => row[column].Trim())];

        double[] Numbers(int column) => [.. Cells(column).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
    }

    /// <summary>For each customer the index of the nearest reference centroid.</summary>
    public static int[] Labels(CustomerTable table)
    {
        double[][] centroids = Centroids();
        NumericColumn income = table.Numeric(Income);
        NumericColumn spending = table.Numeric(Spending);
        return [.. Enumerable.Range(0, table.RowCount).Select(row => Enumerable.Range(0, centroids.Length).MinBy(cluster =>
            Math.Pow(income[row] - centroids[cluster][0], 2) + Math.Pow(spending[row] - centroids[cluster][1], 2)))];
    }

    public static IReadOnlyList<SegmentProfile> Profiles()
    {
        CustomerTable table = Table();
        return new SegmentProfiler([Income, Spending]).Profile(table, Labels(table));
    }
}
