namespace Segmentation.Tests;

public sealed class IdShapesTests
{
    [Theory]
    [InlineData("C-{0:00000}")]
    [InlineData("{0:0000}-VHVEG")]
    [InlineData("K{0:0000}")]
    public void Read_CodesThatAllDiffer_AreTheIdWhateverTheirName(string form)
    {
        CustomerTable table = Csv.Read(Rows("who", i => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, i)));

        Assert.Equal("who", table.Id?.Name);
    }

    [Fact]
    public void Read_EmailAddresses_AreIds()
    {
        Assert.Equal("contact", Csv.Read(Rows("contact", i => $"anna{i}@example.org")).Id?.Name);
    }

    [Fact]
    public void Read_Uuids_AreIds()
    {
        Assert.Equal("x", Csv.Read(Rows("x", i => $"00000000-0000-4000-8000-{i:000000000000}")).Id?.Name);
    }

    [Theory]
    [InlineData("{0}00kg")]
    [InlineData("EUR{0}00")]
    [InlineData("word {0}")]
    [InlineData("{0}.5%")]
    public void Read_AmountsWithUnitsAndText_AreNoIds(string form)
    {
        CustomerTable table = Csv.Read(Rows("x", i => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, i + 10)));

        Assert.NotEqual(ColumnKind.Id, table["x"].Kind);
    }

    [Fact]
    public void Read_CodesThatRepeat_AreCategories()
    {
        Assert.Equal(ColumnKind.Categorical, Csv.Read(Rows("tariff", i => $"T-{100 + (i / 2)}"))["tariff"].Kind);
    }

    [Fact]
    public void ReasonOf_AccountNumbers_IsTheirLength()
    {
        double[] accounts = [.. Enumerable.Range(1, 30).Select(i => 4_081_700_013.0 + (i * 7_919_113))];

        Assert.NotNull(IdLikeness.ReasonOf(new NumericColumn("Konto", accounts)));
        Assert.NotNull(IdLikeness.ReasonOf(new NumericColumn("x", accounts)));
    }

    [Fact]
    public void ReasonOf_LargeRoundAmounts_IsNone()
    {
        Assert.Null(IdLikeness.ReasonOf(new NumericColumn("Income", [.. Enumerable.Range(100, 60).Select(i => i * 1_500_000.0)])));
    }

    private static string Rows(string name, Func<int, string> text) =>
        $"{name},y\n{string.Concat(Enumerable.Range(0, 40).Select(i => $"{text(i)},{i * 3 % 17}.5\n"))}";
}
