namespace Segmentation.Tests.Marketing.Experiments;

public sealed class HoldoutDesignTests
{
    [Fact]
    public void Uncorrected_EqualArms_IsThatOfRsHelpPage()
    {
        // help(power.prop.test): power.prop.test(p1 = .50, p2 = .75, power = .90) gives n = 76.7.
        HoldoutDesign design = new() { BaselineRate = 0.5, Power = 0.9 };

        Assert.Equal(76.7, TwoProportions.Uncorrected(design, 0.25, 1), 0.05);
    }

    [Fact]
    public void For_EqualArms_NeedsWhatTheTableOfFleissSays()
    {
        // Fleiss, Statistical Methods for Rates and Proportions, table of n for each arm: 0.60 against 0.70 at 1% with power 95%.
        HoldoutDesign design = new() { BaselineRate = 0.6, Effect = 0.1, Significance = 0.01, Power = 0.95, HoldoutShare = 0.5 };

        Holdout holdout = design.For(5000);

        Assert.Equal((2 * 827, 827), (holdout.NeededCustomers, holdout.NeededHeldOut));
    }

    [Fact]
    public void Corrected_EqualArms_IsWorkedByHand()
    {
        // 0.25 against 0.40, power 90%: (1.95996 x sqrt(2 x 0.325 x 0.675) + 1.28155 x sqrt(0.1875 + 0.24))^2 / 0.0225 = 202.81;
        // 202.81 / 4 x (1 + sqrt(1 + 4 / (202.81 x 0.15)))^2 = 215.94.
        HoldoutDesign design = new() { BaselineRate = 0.25, Power = 0.9 };

        Assert.Equal(202.81, TwoProportions.Uncorrected(design, 0.15, 1), 0.005);
        Assert.Equal(215.94, TwoProportions.Corrected(design, 0.15, 1), 0.005);
    }

    [Theory]
    [InlineData(0.1, 0.05, 0.2)]
    [InlineData(0.1, 0.05, 0.5)]
    [InlineData(0.02, 0.03, 0.1)]
    [InlineData(0.6, 0.2, 0.7)]
    public void For_NeededCustomers_ShowTheEffectAsOftenAsStated(double baseline, double effect, double share)
    {
        HoldoutDesign design = new() { BaselineRate = baseline, Effect = effect, HoldoutShare = share };
        Holdout holdout = design.For((int)design.For(100).NeededCustomers);
        const int Campaigns = 1000;
        Random random = new(7);

        double power = Share(baseline + effect);
        double falseAlarms = Share(baseline);

        // Three standard errors of a share of 1,000 campaigns.
        Assert.InRange(power, 0.8 - (3 * Math.Sqrt(0.16 / Campaigns)), 0.86);
        Assert.InRange(falseAlarms, 0, 0.05 + (3 * Math.Sqrt(0.0475 / Campaigns)));

        double Share(double treated) => Enumerable.Range(0, Campaigns)
            .Count(_ => IsSignificant(Responses(holdout.HeldOut, baseline), holdout.HeldOut, Responses(holdout.Treatment, treated), holdout.Treatment))
            / (double)Campaigns;

        int Responses(int customers, double rate) => Enumerable.Range(0, customers).Count(_ => random.NextDouble() < rate);
    }

    [Theory]
    [InlineData(39, 8)]
    [InlineData(59, 12)]
    [InlineData(2348, 470)]
    public void For_SmallestEffect_HasThePowerExactly(int customers, int heldOut)
    {
        Holdout holdout = new HoldoutDesign().For(customers);

        double power = ExactPower(heldOut, 0.1, customers - heldOut, 0.1 + holdout.SmallestEffect!.Value);

        // Counts are whole: the exact power steps around 80%.
        Assert.Equal(heldOut, holdout.HeldOut);
        Assert.InRange(power, 0.795, 0.825);
    }

    [Fact]
    public void For_NeededCustomers_AreEnoughAndOneFewerAreNot()
    {
        HoldoutDesign design = new();
        int needed = (int)design.For(39).NeededCustomers;

        Assert.Equal(2348, needed);
        Assert.True(design.For(needed).IsMeasurable);
        Assert.False(design.For(needed - 1).IsMeasurable);
    }

    [Fact]
    public void For_ArmsThatMissTheShare_AreMeasurableWhereTheyAreAsManyAsNeeded()
    {
        // A stable split of a fifth of these may hold out any number of them.
        HoldoutDesign design = new() { Effect = 0.2 };
        HashSet<bool> seen = [];
        for (int customers = 150; customers <= 260; customers += 11)
        {
            for (int heldOut = 1; heldOut < 60; heldOut += 4)
            {
                foreach (Holdout holdout in new[] { design.For(customers, heldOut), design.ForMean(customers, heldOut, 10, 4.5) })
                {
                    Assert.Equal(holdout.IsMeasurable, holdout.NeededCustomers <= customers);
                    seen.Add(holdout.IsMeasurable);
                }
            }
        }

        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public void For_MoreCustomers_ShowSmallerEffects()
    {
        double[] smallest = [.. new[] { 30, 100, 300, 1000, 3000, 10_000, 1_000_000 }.Select(size => new HoldoutDesign().For(size).SmallestEffect!.Value)];

        Assert.Equal(smallest.OrderDescending(), smallest);
        Assert.Equal(smallest.Length, smallest.Distinct().Count());
    }

    [Theory]
    [InlineData(39, 8)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 0)]
    [InlineData(1000, 200)]
    public void For_AnySize_HoldsOutTheShareButNeverAll(int customers, int heldOut) =>
        Assert.Equal((heldOut, customers - heldOut), (new HoldoutDesign().For(customers).HeldOut, new HoldoutDesign().For(customers).Treatment));

    [Fact]
    public void Describe_TooSmall_SaysSoWithItsNumbers() => Assert.Equal(
        "Hold out 8 of 39 customers: this shows a rise of 57.8 points or more from a response of 10% (assumed); too small to measure a rise of "
        + "5 points, which would take 2,348 customers, 470 of them held out (power 80%, two-sided significance 5%).",
        new HoldoutDesign().For(39).Describe());

    [Fact]
    public void Describe_LargeEnough_SaysSoAndThatTheResponseWasGiven() => Assert.Equal(
        "Hold out 800 of 4,000 customers: this shows a rise of 3.71 points or more from a response of 10%; enough to measure a rise of "
        + "5 points, which takes 2,348 customers, 470 of them held out (power 80%, two-sided significance 5%).",
        new HoldoutDesign { BaselineRate = 0.1 }.For(4000).Describe());

    [Fact]
    public void Describe_OneCustomer_SaysThatThereAreNoTwoArms() => Assert.Equal(
        "All of 1 customer in a single arm: this shows nothing; a rise of 5 points from a response of 10% (assumed) would take 2,348 customers, 470 of them "
        + "held out (power 80%, two-sided significance 5%).",
        new HoldoutDesign().For(1).Describe());

    [Fact]
    public void Describe_NoEffectAtAll_SaysSo() =>
        Assert.Contains(": this shows no rise at all from a response of 10% (assumed); too small to measure", new HoldoutDesign().For(3).Describe(), StringComparison.Ordinal);

    [Fact]
    public void WithRelativeLift_IsAShareOfTheBaseline()
    {
        HoldoutDesign design = new HoldoutDesign { BaselineRate = 0.04 }.WithRelativeLift(0.5);

        Assert.Equal(0.02, design.Effect, 15);
        Assert.Throws<ArgumentException>(() => new HoldoutDesign { BaselineRate = 0.6 }.WithRelativeLift(1));
    }

    [Fact]
    public void For_EffectBeyondEverybody_IsRefused() => Assert.Equal(
        "An effect of 60 points on a response of 50% would exceed 100%.",
        Assert.Throws<ArgumentException>(() => new HoldoutDesign { BaselineRate = 0.5, Effect = 0.6 }.For(10)).Message);

    [Fact]
    public void Options_OutOfRange_AreRefusedByName()
    {
        Assert.StartsWith("Power must lie between", Assert.Throws<ArgumentOutOfRangeException>(() => new HoldoutDesign { Power = 1 }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new HoldoutDesign { Significance = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new HoldoutDesign { HoldoutShare = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new HoldoutDesign { BaselineRate = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new HoldoutDesign { Effect = -0.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new HoldoutDesign().For(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HoldoutDesign().For(5, 6));
    }

    /// <summary>The chi-squared test of two shares with Yates's correction, written anew.</summary>
    private static bool IsSignificant(int few, int heldOut, int many, int treatment)
    {
        double pooled = (few + many) / (double)(heldOut + treatment);
        double inverse = (1.0 / heldOut) + (1.0 / treatment);
        double distance = Math.Abs(((double)many / treatment) - ((double)few / heldOut)) - (inverse / 2);
        return distance > 1.959963984540054 * Math.Sqrt(pooled * (1 - pooled) * inverse);
    }

    /// <summary>The chance that the test says so, over every pair of counts.</summary>
    private static double ExactPower(int heldOut, double without, int treatment, double with)
    {
        double[] few = Binomial(heldOut, without);
        double[] many = Binomial(treatment, with);
        double power = 0;
        for (int x = 0; x <= heldOut; x++)
        {
            for (int y = 0; y <= treatment; y++)
            {
                power += IsSignificant(x, heldOut, y, treatment) ? few[x] * many[y] : 0;
            }
        }

        return power;
    }

    private static double[] Binomial(int trials, double rate)
    {
        double[] logs = new double[trials + 1];
        logs[0] = trials * Math.Log(1 - rate);
        for (int x = 1; x <= trials; x++)
        {
            logs[x] = logs[x - 1] + Math.Log((trials - x + 1.0) / x * rate / (1 - rate));
        }

        return [.. logs.Select(Math.Exp)];
    }
}
