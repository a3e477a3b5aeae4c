using System.Text.Json;
using Segmentation.TestSupport;

namespace Segmentation.Tests;

/// <summary>The public Mall data and the values that scikit-learn, pandas and SciPy compute from them.</summary>
internal static class MallFile
{
    public const string Age = "Age";
    public const string Income = "Annual Income (k$)";
    public const string Spending = "Spending Score (1-100)";

    public static CustomerTable Load() => CustomerTable.Load(Repository.Public("data/Mall_Customers.csv"));

    /// <summary>The same customers as another site publishes them: Genre for Gender, and ids such as 0001.</summary>
    public static CustomerTable LoadGenre() => CustomerTable.Load(Repository.Public("data/Mall_Customers_Genre.csv"));

    public static JsonElement Reference() =>
        JsonDocument.Parse(File.ReadAllText(Repository.Public("reference/mall.json"))).RootElement;
}
