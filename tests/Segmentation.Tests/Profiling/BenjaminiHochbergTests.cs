namespace Segmentation.Tests.Profiling;

public sealed class BenjaminiHochbergTests
{
    [Fact]
    public void Adjust_FourPValues_AreThoseWorkedByHand()
    {
        // Sorted 0.01, 0.03, 0.035, 0.5 times 4/rank: 0.04, 0.06, 0.046667, 0.5; the second may not exceed the third.
        double?[][] adjusted = BenjaminiHochberg.Adjust([[0.5, 0.03], [0.01, 0.035]]);

        Assert.Equal(0.5, adjusted[0][0]!.Value, 1e-15);
        Assert.Equal(0.035 * 4 / 3, adjusted[0][1]!.Value, 1e-15);
        Assert.Equal(0.04, adjusted[1][0]!.Value, 1e-15);
        Assert.Equal(0.035 * 4 / 3, adjusted[1][1]!.Value, 1e-15);
    }

    [Fact]
    public void Adjust_MissingPValue_StaysMissingAndDoesNotCount()
    {
        double?[][] adjusted = BenjaminiHochberg.Adjust([[null, 0.02], [], [0.01]]);

        Assert.Null(adjusted[0][0]);
        Assert.Equal(0.02, adjusted[0][1]);
        Assert.Empty(adjusted[1]);
        Assert.Equal(0.02, adjusted[2][0]);
    }
}
