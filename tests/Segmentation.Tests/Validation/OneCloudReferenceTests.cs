using MathNet.Numerics.Random;

namespace Segmentation.Tests.Validation;

/// <summary>What columns of few values look like where there are no groups.</summary>
public sealed class OneCloudReferenceTests
{
    [Fact]
    public void Nearest_TwoHeaps_AreOneWorkedByHand()
    {
        // With the peak in the first bin 1, 1 and 4 fall only if pooled with their neighbour: (4, 2.33, 2.33, 2.33) is off
        // by 10.67 less; rising to the last, 4, 1, 1 pool to 2: (2, 2, 2, 4) is off by 4 + 1 + 1 = 6, and so is the mirror.
        Assert.Equal([0.4, 0.2, 0.2, 0.2], SinglePeak.Nearest([4, 1, 1, 4], [1, 1, 1, 1]), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void Nearest_OnePeak_IsLeftAsItIs() =>
        Assert.Equal([0.1, 0.3, 0.4, 0.2], SinglePeak.Nearest([1, 3, 4, 2], [1, 1, 1, 1]), (x, y) => Math.Abs(x - y) < 1e-12);

    [Fact]
    public void Nearest_BinsOfOtherWidths_AreComparedByTheirDensity()
    {
        // Densities 4, 2 and 1: one peak, though the counts 4, 4 and 8 rise.
        Assert.Equal([0.25, 0.25, 0.5], SinglePeak.Nearest([4, 4, 8], [1, 2, 8]), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Theory]
    [InlineData(0.5, 1.0 / 3)]
    [InlineData(-0.5, -1.0 / 3)]
    [InlineData(0.0, 0.0)]
    public void NormalCorrelation_TwoEvenFlags_IsSheppards(double normal, double ofFlags)
    {
        // Two normal numbers with correlation r, cut at their medians, have 2/pi arcsin(r) (Sheppard 1899).
        HermiteSeries flag = HermiteSeries.Of([0, 0, 1, 1]);

        Assert.Equal(normal, HermiteSeries.NormalCorrelation(flag, flag, ofFlags), 0.002);
    }

    [Fact]
    public void NormalCorrelation_Copies_IsOne() =>
        Assert.Equal(1, HermiteSeries.NormalCorrelation(HermiteSeries.Of([0, 1, 1]), HermiteSeries.Of([0, 1, 1]), 1));

    [Fact]
    public void Draw_FlagsAndRatings_KeepsHowOftenEachValueOccurs()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([.. Enumerable.Range(0, 300).Select(i => new[] { i % 10 == 0 ? 1.0 : 0, 1.0 + (i * i % 5) })]);

        FeatureMatrix drawn = new UniformReference(matrix).Draw(3);

        foreach (int feature in new[] { 0, 1 })
        {
            Assert.Equal(Counts(matrix, feature), Counts(drawn, feature));
        }

        Assert.False(matrix.Values.SequenceEqual(drawn.Values));
    }

    [Fact]
    public void Draw_TwoCopiesOfAFlag_StayCopies()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([.. Enumerable.Range(0, 200).Select(i => new[] { i % 3 == 0 ? 1.0 : 0, i % 3 == 0 ? 1.0 : 0 })]);

        FeatureMatrix drawn = new UniformReference(matrix).Draw(5);

        Assert.All(Enumerable.Range(0, 200), row => Assert.Equal(drawn.Row(row)[0], drawn.Row(row)[1]));
    }

    [Fact]
    public void Draw_LevelsOfACategory_HaveExactlyOneInEachRow()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows(
            [.. Enumerable.Range(0, 240).Select(i => new[] { i % 4 == 0 ? 1.0 : 0, i % 4 is 1 or 2 ? 1.0 : 0, i % 4 == 3 ? 1.0 : 0, i % 7 == 0 ? 1.0 : 0 })]);

        FeatureMatrix drawn = new UniformReference(matrix).Draw(5);

        Assert.All(Enumerable.Range(0, 240), row => Assert.Equal(1, drawn.Row(row)[..3].ToArray().Sum()));
        Assert.Equal(60, Enumerable.Range(0, 240).Sum(row => drawn.Row(row)[0]));
    }

    [Fact]
    public void Of_RatingsInTwoHeaps_FillsTheHoleBetweenThem()
    {
        double[] ratings = [.. Enumerable.Range(0, 200).Select(i => i < 100 ? i % 4 : 7.0 + (i % 4)).Order()];

        double[] drawn = ReferenceColumn.Of(ratings).Draw(2000, new Xoshiro256StarStar(1));

        // One peak nearest to two even heaps of four values each is nearly flat over all 11.
        Assert.InRange(drawn.Count(value => value is 4 or 5 or 6), 300, 800);
        Assert.All(drawn, value => Assert.Equal(Math.Round(value), value));
    }

    [Fact]
    public void Of_FewRatingsInTwoHeaps_FillsTheHoleToo()
    {
        double[] ratings = [.. Enumerable.Range(0, 200).Select(i => i < 100 ? 1.0 + (i % 3) : 7.0 + (i % 3)).Order()];

        double[] drawn = ReferenceColumn.Of(ratings).Draw(2000, new Xoshiro256StarStar(1));

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], drawn.Distinct().Order());
    }

    [Fact]
    public void Of_CountsOnALogarithm_KeepsTheirValues()
    {
        double[] logs = [.. Enumerable.Range(0, 400).Select(i => Math.Log(1 + (i % 20 * (i % 20) / 30))).Order()];

        ReferenceColumn column = ReferenceColumn.Of(logs);

        Assert.True(column.IsOfFewValues);
        Assert.Subset(logs.ToHashSet(), column.Draw(500, new Xoshiro256StarStar(1)).ToHashSet());
    }

    [Fact]
    public void Of_NumbersThatAllDiffer_AreNoFewValues()
    {
        ReferenceColumn column = ReferenceColumn.Of([.. Enumerable.Range(0, 100).Select(i => Math.Sqrt(i))]);

        Assert.False(column.IsOfFewValues);
        Assert.All(column.Draw(50, new Xoshiro256StarStar(1)), value => Assert.InRange(value, 0, Math.Sqrt(99)));
    }

    private static (double Value, int Count)[] Counts(FeatureMatrix matrix, int feature) =>
        [.. Enumerable.Range(0, matrix.RowCount).GroupBy(row => matrix.Row(row)[feature]).Select(rows => (rows.Key, rows.Count())).Order()];
}
