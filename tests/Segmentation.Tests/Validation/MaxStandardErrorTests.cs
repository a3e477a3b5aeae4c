namespace Segmentation.Tests.Validation;

public sealed class MaxStandardErrorTests
{
    /// <summary>The example of R's cluster::maxSE: its first local maximum is at 3, its highest value at 6.</summary>
    private static readonly double[] Values = [2, 3, 5, 4, 7, 8, 5, 4];

    private static readonly double[] Errors = [0.5, 0.5, 1, 0.5, 0.5, 1.5, 0.5, 0.5];

    // Worked by hand. Tibs: 2 < 3 - .5, 3 < 5 - 1, 5 >= 4 - .5, so the third. First: of 5 - 1 = 4 the third is the first at
    // or above. Global: 8 - 1.5 = 6.5, first reached by 7, the fifth.
    [Theory]
    [InlineData(GapRule.Tibs2001SEmax, 3)]
    [InlineData(GapRule.FirstSEmax, 3)]
    [InlineData(GapRule.GlobalSEmax, 5)]
    [InlineData(GapRule.FirstMax, 3)]
    [InlineData(GapRule.GlobalMax, 6)]
    public void Choose_TheExampleOfR_GivesTheAnswerWorkedByHand(GapRule rule, int expected) =>
        Assert.Equal(expected, 1 + MaxStandardError.Choose(Values, Errors, rule));

    // Two standard errors: 3 >= 5 - 2 already, and so does the first for 2 >= 3 - 1. First: 5 - 2 = 3, the second.
    // Global: 8 - 3 = 5, the third.
    [Theory]
    [InlineData(GapRule.Tibs2001SEmax, 1)]
    [InlineData(GapRule.FirstSEmax, 2)]
    [InlineData(GapRule.GlobalSEmax, 3)]
    public void Choose_TwoStandardErrors_AreContentEarlier(GapRule rule, int expected) =>
        Assert.Equal(expected, 1 + MaxStandardError.Choose(Values, Errors, rule, factor: 2));

    [Theory]
    [InlineData(GapRule.Tibs2001SEmax)]
    [InlineData(GapRule.FirstSEmax)]
    [InlineData(GapRule.FirstMax)]
    [InlineData(GapRule.GlobalMax)]
    public void Choose_ValuesThatOnlyRise_IsTheLast(GapRule rule) =>
        Assert.Equal(2, MaxStandardError.Choose([1, 2, 3], [0.1, 0.1, 0.1], rule));

    [Fact]
    public void Choose_PlateauOfTheFirstMaximum_IsItsStart() =>
        Assert.Equal(1, MaxStandardError.Choose([1, 2, 2, 5], [0, 0, 0, 0], GapRule.FirstMax));

    [Fact]
    public void Choose_NotEquallyMany_NamesBothNumbers()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => MaxStandardError.Choose([1, 2], [1], GapRule.GlobalMax));

        Assert.StartsWith("There are 2 values and 1 standard errors; as many are needed, at least one.", error.Message, StringComparison.Ordinal);
    }
}
