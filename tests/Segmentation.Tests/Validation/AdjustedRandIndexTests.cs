namespace Segmentation.Tests.Validation;

public sealed class AdjustedRandIndexTests
{
    /// <summary>
    /// Worked by hand. The first: 6 pairs, 2 together in one grouping, 1 in the other, 1 in both; expected 2 x 1 / 6, at
    /// most 3 / 2; (1 - 1/3) / (3/2 - 1/3) = 4/7. The third: 2 and 2 pairs, none in both: (0 - 2/3) / (2 - 2/3) = -1/2.
    /// </summary>
    [Theory]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 0, 0, 1, 2 }, 4 / 7.0)]
    [InlineData(new[] { 0, 0, 0, 1, 1, 1 }, new[] { 0, 0, 1, 1, 2, 2 }, 8 / 33.0)]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 0, 1, 0, 1 }, -0.5)]
    [InlineData(new[] { 7, 7, 7, 7 }, new[] { 0, 1, 2, 3 }, 0)]
    public void Of_FewRows_GivesTheAnswerWorkedByHand(int[] labels, int[] others, double expected)
    {
        Assert.Equal(expected, AdjustedRandIndex.Of(labels, others), 1e-15);
        Assert.Equal(expected, AdjustedRandIndex.Of(others, labels), 1e-15);
    }

    [Theory]
    [InlineData(new[] { 0, 1, 1, 2 }, new[] { 5, -3, -3, 0 })]
    [InlineData(new[] { 4, 4, 4 }, new[] { 1, 1, 1 })]
    [InlineData(new[] { 0, 1, 2 }, new[] { 2, 0, 1 })]
    [InlineData(new[] { 1 }, new[] { 2 })]
    [InlineData(new int[0], new int[0])]
    public void Of_TheSameGroupingUnderOtherNames_IsOne(int[] labels, int[] others) =>
        Assert.Equal(1.0, AdjustedRandIndex.Of(labels, others));

    /// <summary>scikit-learn 1.2.1, adjusted_rand_score.</summary>
    [Fact]
    public void Of_FiveHundredRows_GivesTheValuesOfScikitLearn()
    {
        int[] x = [.. Enumerable.Range(0, 500).Select(i => ((7 * i * i) + 3) % 5)];
        int[] y = [.. Enumerable.Range(0, 500).Select(i => ((i * i * i) + (i / 7)) % 4)];
        int[] z = [.. x.Select((label, i) => i % 10 == 0 ? (label + 1) % 5 : label)];

        Assert.Equal(-0.004393984261154433, AdjustedRandIndex.Of(x, y), 1e-14); // the formulas round differently
        Assert.Equal(0.9558992487847989, AdjustedRandIndex.Of(x, z), 1e-14);
    }

    [Fact]
    public void Of_AMillionRows_DoesNotOverflow()
    {
        int[] labels = [.. Enumerable.Range(0, 1_000_000).Select(i => i % 2)];
        int[] others = [.. Enumerable.Range(0, 1_000_000).Select(i => i / 2 % 2)];

        Assert.Equal(0, AdjustedRandIndex.Of(labels, others), 1e-5);
    }

    [Fact]
    public void Of_AnotherNumberOfLabels_NamesBothNumbers()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => AdjustedRandIndex.Of([0, 1], [0]));

        Assert.StartsWith("There are 2 labels and 1 others.", error.Message, StringComparison.Ordinal);
    }
}
