namespace Segmentation.Tests.Exploration;

public sealed class IdLikenessTests
{
    private static readonly double[] Repeating = [1, 2, 2, 5];

    [Theory]
    [InlineData("CustomerID")]
    [InlineData("CustomerId")]
    [InlineData("customer_id")]
    [InlineData("Customer ID")]
    [InlineData("id")]
    [InlineData("userid")]
    [InlineData("CUSTOMERID")]
    public void ReasonOf_NameOfAnId_SaysSo(string name)
    {
        string? reason = IdLikeness.ReasonOf(new NumericColumn(name, Repeating));

        Assert.Equal("its name says so and all its values are whole numbers", reason);
    }

    [Theory]
    [InlineData("Paid")]
    [InlineData("AmountPaid")]
    [InlineData("PAID")]
    [InlineData("Bid")]
    [InlineData("IdleDays")]
    [InlineData("Age")]
    public void ReasonOf_NameThatOnlyContainsTheLetters_IsNone(string name)
    {
        Assert.Null(IdLikeness.ReasonOf(new NumericColumn(name, Repeating)));
    }

    [Fact]
    public void ReasonOf_FractionsUnderTheNameOfAnId_IsNone()
    {
        Assert.Null(IdLikeness.ReasonOf(new NumericColumn("Ego vs Id", [0.5, 1])));
    }

    [Fact]
    public void ReasonOf_ConsecutiveNumbersInAnyOrder_NamesTheRange()
    {
        double[] values = [.. Enumerable.Range(1001, 20).Reverse().Select(i => (double)i)];

        string? reason = IdLikeness.ReasonOf(new NumericColumn("x", values));

        Assert.Equal("its 20 values are all different whole numbers between 1001 and 1020", reason);
    }

    [Fact]
    public void ReasonOf_OneInElevenAbsent_IsStillAnId()
    {
        double[] values = [.. Enumerable.Range(1, 220).Where(i => i % 11 != 0).Select(i => (double)i)];

        Assert.NotNull(IdLikeness.ReasonOf(new NumericColumn("x", values)));
    }

    [Fact]
    public void ReasonOf_FewDifferentAges_IsNone()
    {
        Assert.Null(IdLikeness.ReasonOf(new NumericColumn("Age", [31, 32, 33, 34, 35])));
    }

    [Fact]
    public void ReasonOf_DifferentNumbersWithWideGaps_IsNone()
    {
        double[] incomes = [.. Enumerable.Range(1, 100).Select(i => 1000.0 * i)];

        Assert.Null(IdLikeness.ReasonOf(new NumericColumn("Income", incomes)));
    }

    [Fact]
    public void ReasonOf_ANumberThatRepeats_IsNone()
    {
        double[] values = [1, .. Enumerable.Range(1, 100).Select(i => (double)i)];

        Assert.Null(IdLikeness.ReasonOf(new NumericColumn("x", values)));
    }

    [Fact]
    public void ReasonOf_NoValues_IsNone()
    {
        Assert.Null(IdLikeness.ReasonOf(new NumericColumn("id", [double.NaN])));
    }
}
