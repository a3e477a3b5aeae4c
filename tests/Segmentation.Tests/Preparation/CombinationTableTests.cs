namespace Segmentation.Tests.Preparation;

public sealed class CombinationTableTests
{
    [Fact]
    public void Of_TwoFlags_CountsTheFourCombinations()
    {
        CustomerTable table = new(
        [
            new NumericColumn("Member", [.. Enumerable.Range(0, 40).Select(i => i < 25 ? 1.0 : 0)]),
            new NumericColumn("Online", [.. Enumerable.Range(0, 40).Select(i => i % 2.0)]),
        ]);

        CombinationTable found = CombinationTable.Of(table, new Preprocessor().Fit(table))!;

        Assert.Equal(["Member", "Online"], found.Columns);
        Assert.Equal(["1 0: 13", "1 1: 12", "0 1: 8", "0 0: 7"], found.Combinations.Select(cell => $"{string.Join(' ', cell.Values)}: {cell.Customers}"));
    }

    [Fact]
    public void Of_NumbersThatDiffer_IsNoTable()
    {
        CustomerTable table = new([new NumericColumn("Income", [.. Enumerable.Range(0, 40).Select(i => i * 1.5)])]);

        Assert.Null(CombinationTable.Of(table, new Preprocessor().Fit(table)));
    }
}
