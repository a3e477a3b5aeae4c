namespace Segmentation.Tests.Validation;

public sealed class KneedleTests
{
    [Fact]
    public void Elbow_CurveThatBendsOnce_IsTheBend()
    {
        // Scaled and turned over: 0, .8, .9, .95, 1; less 0, .25, .5, .75, 1 gives 0, .55, .4, .2, 0. The mean step is
        // .25, and .4 does not fall below .55 - .25 = .3, but .2 does.
        Assert.Equal(1, Kneedle.Elbow([1, 2, 3, 4, 5], [100, 20, 10, 5, 0]));
    }

    [Fact]
    public void Elbow_StraightLine_IsNone()
    {
        Assert.Null(Kneedle.Elbow([1, 2, 3, 4, 5], [8, 6, 4, 2, 0]));
    }

    [Fact]
    public void Elbow_CurveThatBendsTheOtherWay_IsNone()
    {
        Assert.Null(Kneedle.Elbow([1, 2, 3, 4, 5], [100, 98, 90, 70, 0]));
    }

    [Fact]
    public void Elbow_PeakThatDoesNotFallBackFarEnough_WaitsForTheNext()
    {
        // Above the diagonal: 0, .3, .2, .4, 0. The first peak rises again before it has fallen by .25.
        Assert.Equal(3, Kneedle.Elbow([0, 1, 2, 3, 4], [1, 0.45, 0.3, -0.15, 0]));
        Assert.Equal(1, Kneedle.Elbow([0, 1, 2, 3, 4], [1, 0.45, 0.3, -0.15, 0], sensitivity: 0.3));
    }

    [Fact]
    public void Elbow_TooFewPointsOrNoFall_IsNone()
    {
        Assert.Null(Kneedle.Elbow([1, 2], [5, 1]));
        Assert.Null(Kneedle.Elbow([1, 2, 3], [0, 0, 0]));
    }

    [Fact]
    public void Elbow_XThatDoesNotRise_IsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Kneedle.Elbow([1, 1, 2], [3, 2, 1]));

        Assert.StartsWith("x must rise, but x[1] = 1 follows 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elbow_MallInertias_DependsOnTheRange()
    {
        // The published best inertias of raw income and spending for k = 1 to 10 (DESIGN section 9).
        double[] inertias =
        [
            269981.28, 181363.59595959607, 106348.37306211119, 73679.78903948837, 44448.45544793369,
            37233.81451071002, 30227.60651315203, 24986.52564064289, 21794.885609098194, 19634.554629349972,
        ];
        double[] counts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

        Assert.Equal(5, counts[Kneedle.Elbow(counts, inertias)!.Value]);
        Assert.Equal(3, counts[Kneedle.Elbow(counts.AsSpan(0, 6), inertias.AsSpan(0, 6))!.Value]);
    }
}
