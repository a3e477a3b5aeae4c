using MathNet.Numerics.Random;

namespace Segmentation.Tests.Exploration;

public sealed class ChanceRepeatsTests
{
    [Fact]
    public void Of_RatingsThatMustRepeat_SayNothing() =>
        Assert.DoesNotContain(FindingsOf(Ratings(400, 3, seed: 1)), finding => finding.Kind == FindingKind.DuplicateRows);

    [Fact]
    public void Of_RatingsWithMoreCombinationsThanRows_SayNothingInNinetyNineOfAHundred()
    {
        int said = Enumerable.Range(1, 100).Count(seed =>
            FindingsOf(Ratings(400, 4, seed)).Any(finding => finding.Kind == FindingKind.DuplicateRows));

        Assert.InRange(said, 0, 1);
    }

    [Fact]
    public void Of_RegionAndItsCode_AreNotCountedAsTwoChances()
    {
        // 36 regions with a code of their own each; ages and visits collide now and then within a region.
        int said = Enumerable.Range(1, 50).Count(seed =>
        {
            Xoshiro256StarStar random = new(seed);
            int[] regions = [.. Enumerable.Range(0, 300).Select(_ => random.Next(36))];
            return FindingsOf(new CustomerTable(
            [
                new CategoricalColumn("Region", [.. regions.Select(region => $"R{region}")]),
                new CategoricalColumn("Code", [.. regions.Select(region => $"C{region}")]),
                new NumericColumn("Age", [.. regions.Select(region => (double)(region + random.Next(20)))]),
                new NumericColumn("Visits", [.. regions.Select(_ => (double)random.Next(40))]),
            ])).Any(finding => finding.Kind == FindingKind.DuplicateRows);
        });

        Assert.InRange(said, 0, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public void Of_CopiesOfRowsWithManyValues_AreFound(int copies)
    {
        Xoshiro256StarStar random = new(7);
        double[] Numbers() => [.. Enumerable.Range(0, 200).Select(_ => Math.Round(random.NextDouble() * 1000, 1))];
        double[] Repeated(double[] numbers) => [.. numbers, .. numbers.Take(copies)];
        CustomerTable table = new([new NumericColumn("Spend", Repeated(Numbers())), new NumericColumn("Visits", Repeated(Numbers()))]);

        Finding finding = Assert.Single(FindingsOf(table), finding => finding.Kind == FindingKind.DuplicateRows);

        Assert.StartsWith(copies == 1 ? "1 row repeats" : "12 rows repeat", finding.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Finding> FindingsOf(CustomerTable table) => TableSummary.Of(table).Findings;

    private static CustomerTable Ratings(int rows, int columns, int seed)
    {
        Xoshiro256StarStar random = new(seed);
        return new(Enumerable.Range(1, columns).Select(column =>
            new NumericColumn($"Q{column}", [.. Enumerable.Range(0, rows).Select(_ => 1.0 + random.Next(5))])));
    }
}
