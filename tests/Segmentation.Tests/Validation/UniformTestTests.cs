namespace Segmentation.Tests.Validation;

public sealed class UniformTestTests
{
    [Fact]
    public void AdjustedPValues_FourSets_GivesTheAnswerWorkedByHand()
    {
        // At k = 2 the values are 9, 1, 1, 1: mean 3, deviation the square root of 12; the real rows are at 1.73, the others
        // at -0.58. At k = 3 they are 5, 9, 1, 5: mean 5, deviation the square root of 8; 0, 1.41, -1.41 and 0. The others'
        // highest are 1.41, -0.58 and 0: none is above 1.73, and two are at least 0.
        double[] p = UniformTest.AdjustedPValues([[9, 5], [1, 9], [1, 1], [1, 5]], [2, 3]);

        Assert.Equal([1 / 4.0, 3 / 4.0], p);
    }

    [Fact]
    public void AdjustedPValues_MoreClustersThanTen_LeaveThoseUpToTenAsTheyWere()
    {
        double[][] sets = [[9, 5, 1], [1, 9, 20], [1, 1, 1], [1, 5, 1]];

        Assert.Equal(
            UniformTest.AdjustedPValues([.. sets.Select(set => set[..2])], [2, 3]),
            UniformTest.AdjustedPValues(sets, [2, 3, 11])[..2]);
    }

    [Fact]
    public void AdjustedPValues_AllSetsAlike_AreOne() =>
        Assert.Equal([1.0], UniformTest.AdjustedPValues([[0.5], [0.5], [0.5]], [2]));
}
