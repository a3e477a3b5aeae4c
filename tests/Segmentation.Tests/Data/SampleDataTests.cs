using System.Globalization;
using Segmentation.TestSupport;

namespace Segmentation.Tests;

public sealed class SampleDataTests
{
    private const string Income = "Annual Income (k$)";
    private const string Score = "Spending Score (1-100)";

    [Fact]
    public void MallCustomers_Defaults_AreTheCommittedFile()
    {
        Assert.Equal(File.ReadAllText(Repository.PathOf("data", "mall_customers.csv")), Written(SampleData.MallCustomers()));
    }

    [Fact]
    public void Transactions_Defaults_AreTheCommittedFile()
    {
        Assert.Equal(File.ReadAllText(Repository.PathOf("data", "transactions.csv")), Written(SampleData.Transactions()));
    }

    [Theory]
    [InlineData("mall_customers.csv")]
    [InlineData("transactions.csv")]
    public void Load_CommittedFile_GivesTheGeneratedTable(string file)
    {
        CustomerTable generated = file == "transactions.csv" ? SampleData.Transactions() : SampleData.MallCustomers();

        CustomerTable loaded = CustomerTable.Load(Repository.PathOf("data", file));

        Assert.Empty(loaded.LoadReport!.Warnings);
        Assert.Equal(generated.Columns.Select(column => (column.Name, column.Kind)), loaded.Columns.Select(column => (column.Name, column.Kind)));
        Assert.Equal(generated.Id?.Name, loaded.Id?.Name);
    }

    [Fact]
    public void MallCustomers_UnderAnotherSeed_AreOthers()
    {
        Assert.NotEqual(Written(SampleData.MallCustomers(seed: 1)), Written(SampleData.MallCustomers(seed: 2)));
    }

    [Fact]
    public void MallCustomers_AnyNumber_StayWithinTheirLimits()
    {
        CustomerTable table = SampleData.MallCustomers(10_000, 7);

        Assert.Equal(10_000, table.RowCount);
        AssertWithin(table, "Age", 18, 70);
        AssertWithin(table, Income, 15, 140);
        AssertWithin(table, Score, 1, 100);
    }

    /// <summary>The limit is four standard deviations of a difference of shares between two halves of 5,000 customers.</summary>
    [Fact]
    public void MallCustomers_Gender_PlaysNoPart()
    {
        CustomerTable table = SampleData.MallCustomers(10_000, 7);
        IReadOnlyList<string?> gender = table.Texts("Gender");
        foreach (string name in new[] { "Age", Income, Score })
        {
            int[] order = [.. Enumerable.Range(0, table.RowCount).OrderBy(row => table.Numeric(name)[row])];

            double lowerShare = order.Take(5000).Count(row => gender[row] == "Female") / 5000.0;
            double upperShare = order.Skip(5000).Count(row => gender[row] == "Female") / 5000.0;

            Assert.InRange(lowerShare - upperShare, -0.04, 0.04);
        }
    }

    [Fact]
    public void MallCustomers_IncomeAndSpending_FormFiveGroups()
    {
        CustomerTable table = SampleData.MallCustomers();
        NumericColumn income = table.Numeric(Income);
        NumericColumn score = table.Numeric(Score);

        int[] sizes =
        [
            Count((i, s) => i is > 38 and < 72 && s is > 30 and < 70),
            Count((i, s) => i > 55 && s > 60),
            Count((i, s) => i > 55 && s < 40),
            Count((i, s) => i < 42 && s < 45),
            Count((i, s) => i < 42 && s > 55),
        ];

        int[] expected = [80, 40, 35, 23, 22];
        Assert.All(sizes.Zip(expected), pair => Assert.InRange(pair.First, pair.Second - 6, pair.Second + 6));

        int Count(Func<double, double, bool> isIn) => Enumerable.Range(0, table.RowCount).Count(row => isIn(income[row], score[row]));
    }

    [Fact]
    public void Transactions_Rows_AreLikeAShops()
    {
        CustomerTable table = SampleData.Transactions(500, 7);
        NumericColumn quantity = table.Numeric("Quantity");
        IReadOnlyList<string?> invoices = table.Texts("InvoiceNo");
        IReadOnlyList<string?> customers = table.Texts("CustomerID");

        Assert.Equal(500, customers.OfType<string>().Distinct().Count());
        Assert.InRange(table["CustomerID"].MissingCount / (double)table.RowCount, 0.01, 0.2);
        Assert.All(
            Enumerable.Range(0, table.RowCount),
            row => Assert.Equal(invoices[row]!.StartsWith('C'), quantity[row] < 0));
        Assert.Contains(invoices, invoice => invoice!.StartsWith('C'));
        Assert.True(TopTenthShare(table) > 0.3, "The best tenth of the customers makes more than 30% of the turnover.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Generate_NoCustomers_IsRefused(int customers)
    {
        string message = "At least one customer is needed. (Parameter 'customers')";

        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(() => SampleData.MallCustomers(customers)).Message, StringComparison.Ordinal);
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(() => SampleData.Transactions(customers)).Message, StringComparison.Ordinal);
    }

    private static double TopTenthShare(CustomerTable table)
    {
        double[] turnover =
        [
            .. Enumerable.Range(0, table.RowCount)
                .Where(row => !table["CustomerID"].IsMissing(row))
                .GroupBy(row => table["CustomerID"].TextAt(row))
                .Select(rows => rows.Sum(row => table.Numeric("Quantity")[row] * table.Numeric("UnitPrice")[row]))
                .OrderDescending(),
        ];
        return turnover.Take(turnover.Length / 10).Sum() / turnover.Sum();
    }

    private static void AssertWithin(CustomerTable table, string name, double smallest, double largest)
    {
        foreach (double value in table.Numeric(name).Values)
        {
            Assert.InRange(value, smallest, largest);
            Assert.Equal(Math.Round(value), value);
        }
    }

    private static string Written(CustomerTable table)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        table.WriteCsv(writer);
        return writer.ToString();
    }
}
