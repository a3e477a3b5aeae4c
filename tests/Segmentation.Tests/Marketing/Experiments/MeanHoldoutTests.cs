namespace Segmentation.Tests.Marketing.Experiments;

public sealed class MeanHoldoutTests
{
    [Theory]
    [InlineData(20, 20, 1, 0.868952801551676)]       // also R's help: power.t.test(n = 20, delta = 1, sd = 1), power = 0.8689528
    [InlineData(80, 20, 0.5, 0.508145097154689)]
    [InlineData(3, 2, 2, 0.332633483542083)]
    [InlineData(1, 2, 3, 0.152549441034595)]
    [InlineData(40_000, 10_000, 0.03, 0.765241776003901)]
    public void Power_UnequalArms_IsThatOfScipysNoncentralT(int treatment, int heldOut, double effect, double expected)
    {
        // scipy 1.10: nct.sf(t.isf(0.025, df), df, effect / sqrt(1 / treatment + 1 / heldOut)). Both integrate numerically.
        double noncentrality = effect / Math.Sqrt((1.0 / treatment) + (1.0 / heldOut));

        Assert.Equal(expected, TwoMeans.Power(noncentrality, treatment + heldOut - 2, 0.05), 1e-8);
    }

    [Fact]
    public void ForMean_OneStandardDeviationWithPower90_NeedsWhatRSays()
    {
        // help(power.t.test): power.t.test(power = .90, delta = 1) gives n = 22.02110 for each arm, so 23.
        HoldoutDesign design = new() { Power = 0.9, HoldoutShare = 0.5 };

        Assert.InRange(design.ForMean(100, 50, 30, 30).NeededCustomers, 45, 46);
        Assert.True(design.ForMean(46, 23, 30, 30).IsMeasurable);
        Assert.False(design.ForMean(44, 22, 30, 30).IsMeasurable);
    }

    [Fact]
    public void ForMean_ManyCustomers_JoinsTheNormalApproximationWithoutAStep() =>
        Assert.Equal(TwoMeans.Power(2.8, 999_999, 0.05), TwoMeans.Power(2.8, 1_000_001, 0.05), 1e-5);

    [Fact]
    public void ForMean_SmallestEffect_HasTheUnitOfTheValue()
    {
        HoldoutDesign design = new();

        double one = design.ForMean(500, 100, 1, 1).SmallestEffect!.Value;

        Assert.Equal(40 * one, design.ForMean(500, 100, 40, 1).SmallestEffect!.Value, 1e-9);
        Assert.Equal(0.8, TwoMeans.Power(one / Math.Sqrt(0.01 + (1.0 / 400)), 498, 0.05), 1e-9);
    }

    [Fact]
    public void ForMean_TwoCustomers_ShowNothing()
    {
        Holdout holdout = new HoldoutDesign().ForMean(2, 1, 10, 5);

        Assert.Null(holdout.SmallestEffect);
        Assert.StartsWith(
            "Hold out 1 of 2 customers: this shows no difference at all between the means (standard deviation 10); too small to measure a difference of 5, which would take ",
            holdout.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void ForMean_NumbersThatAreNotPositive_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new HoldoutDesign().ForMean(10, 2, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HoldoutDesign().ForMean(10, 2, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HoldoutDesign().ForMean(10, 2, double.NaN, 1));
    }
}
