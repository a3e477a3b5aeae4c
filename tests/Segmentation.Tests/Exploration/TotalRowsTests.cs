using System.Globalization;
using System.Text;

namespace Segmentation.Tests.Exploration;

public sealed class TotalRowsTests
{
    [Fact]
    public void Doubt_SubtotalsBelowGroups_NamesThemWithTheirLines()
    {
        Finding? doubt = CustomerRows.Doubt(Table("Total North", "Total South", "Grand total"));

        Assert.Equal(FindingKind.TotalRows, doubt!.Kind);
        Assert.True(doubt.DoubtsCustomers);
        Assert.Equal(3, doubt.Count);
        Assert.StartsWith("3 rows look like totals of others and no customers: 'Total North' in line 42, 'Total South' in line 43, 'Grand total' in line 44.", doubt.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Summe")]
    [InlineData("Sub-total")]
    [InlineData("小計")]
    [InlineData("TOTAL: 40 rows")]
    public void Doubt_OneTotal_IsSaidInTheSingular(string total) => Assert.StartsWith(
        $"1 row looks like a total of others and no customer: '{total}' in line 42. Take it out", CustomerRows.Doubt(Table(total))!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Totally Toys Ltd")]
    [InlineData("Summer Gardens")]
    [InlineData("Jean Total-Dupont")]
    public void Doubt_NamesThatMerelySoundLikeIt_AreCustomers(string name) => Assert.Null(CustomerRows.Doubt(Table(name)));

    private static CustomerTable Table(params string[] last)
    {
        StringBuilder text = new("Customer,Revenue\n");
        for (int i = 0; i < 40; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"K{i:000},{100 + (i * 37 % 91)}\n");
        }

        foreach (string name in last)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name},9000\n");
        }

        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text.ToString()));
        return CustomerTable.Read(stream, "customers.csv");
    }
}
