using System.Globalization;
using System.Text.Json;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Exploration;

/// <summary>The public Mall data and the values that pandas and SciPy compute from them.</summary>
internal static class MallFile
{
    public const string Age = "Age";
    public const string Income = "Annual Income (k$)";
    public const string Spending = "Spending Score (1-100)";

    public static CustomerTable Load()
    {
        string[][] rows = [.. File.ReadLines(Repository.Public("data/Mall_Customers.csv")).Skip(1).Select(line => line.Split(','))];
        double[] Numbers(int column) => [.. rows.Select(row => double.Parse(row[column], CultureInfo.InvariantCulture))];
        return new CustomerTable(
            [
                new TextColumn("CustomerID", [.. rows.Select(row => row[0])], ColumnKind.Id),
                new CategoricalColumn("Gender", [.. rows.Select(row => row[1])]),
                new NumericColumn(Age, Numbers(2)),
                new NumericColumn(Income, Numbers(3)),
                new NumericColumn(Spending, Numbers(4)),
            ],
            "CustomerID");
    }

    public static JsonElement Reference() =>
        JsonDocument.Parse(File.ReadAllText(Repository.Public("reference/mall.json"))).RootElement;
}
