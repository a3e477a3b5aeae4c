namespace Segmentation;

/// <summary>
/// What an experiment on a segment is to show: some of its customers, drawn at random, are held out from a campaign, and
/// the others are compared with them. A design says how many customers that takes.
/// </summary>
/// <example><code>Holdout holdout = new HoldoutDesign { BaselineRate = 0.04, Effect = 0.02 }.For(profile);</code></example>
public sealed record HoldoutDesign
{
    /// <summary>The response without the campaign that is assumed where none is given: 0.1.</summary>
    public const double AssumedBaselineRate = 0.1;

    private const double LeastEffect = 1e-6;

    /// <summary>The chance that two arms that do not differ are said to, over both directions; default 0.05.</summary>
    public double Significance
    {
        get;
        init => field = OptionRange.Within(1e-6, 0.5, value, nameof(Significance));
    } = 0.05;

    /// <summary>The chance that an effect of the stated size is shown; default 0.8, at least 0.5.</summary>
    public double Power
    {
        get;
        init => field = OptionRange.Within(0.5, 0.999999, value, nameof(Power));
    } = 0.8;

    /// <summary>The share of customers to hold out; default 0.2. With 0.5 the fewest customers are needed.</summary>
    public double HoldoutShare
    {
        get;
        init => field = OptionRange.Within(0.001, 0.999, value, nameof(HoldoutShare));
    } = 0.2;

    /// <summary>
    /// The share of customers who respond (buy, stay, open …) without the campaign, 0 to 1. Default null: nobody knows, and
    /// <see cref="AssumedBaselineRate"/> is assumed, which every sentence says.
    /// </summary>
    public double? BaselineRate
    {
        get;
        init => field = value is double rate ? OptionRange.Within(LeastEffect, 1 - LeastEffect, rate, nameof(BaselineRate)) : null;
    }

    /// <summary>The rise of the response that is worth finding, as a share of the customers; default 0.05, that is 5 points.</summary>
    public double Effect
    {
        get;
        init => field = OptionRange.Within(LeastEffect, 1 - LeastEffect, value, nameof(Effect));
    } = 0.05;

    /// <summary>The baseline that is counted with, given or assumed.</summary>
    internal double Baseline => BaselineRate ?? AssumedBaselineRate;

    /// <summary>The same design with an effect that is a share of the baseline: 0.5 on a response of 10% is 5 points.</summary>
    /// <exception cref="ArgumentException">The effect is 0 or less, or would lift the response above 100%.</exception>
    public HoldoutDesign WithRelativeLift(double lift) => (this with { Effect = lift * Baseline }).Checked();

    /// <summary>What the segment can show, split by <see cref="HoldoutShare"/>.</summary>
    /// <exception cref="ArgumentException">The effect would lift the response above 100%.</exception>
    public Holdout For(SegmentProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return For(profile.Size);
    }

    /// <summary>What so many customers can show, split by <see cref="HoldoutShare"/>.</summary>
    /// <exception cref="ArgumentException">There is no customer, or the effect would lift the response above 100%.</exception>
    public Holdout For(int customers) => For(customers, (int)HeldOutOf(customers));

    /// <summary>What so many customers can show when so many of them are held out.</summary>
    /// <exception cref="ArgumentException">The counts are impossible, or the effect would lift the response above 100%.</exception>
    public Holdout For(int customers, int heldOut)
    {
        Checked();
        CheckCounts(customers, heldOut);
        (long needed, long neededHeldOut) = Needed(
            ShareIn(customers, heldOut), (treatment, held) => TwoProportions.IsEnough(this, Effect, treatment, held));
        return new Holdout
        {
            Design = this,
            Customers = customers,
            HeldOut = heldOut,
            Effect = Effect,
            SmallestEffect = TwoProportions.SmallestEffect(this, customers - heldOut, heldOut),
            NeededCustomers = needed,
            NeededHeldOut = neededHeldOut,
        };
    }

    /// <summary>
    /// What so many customers can show of the mean of a value, such as the spending in a month, by Student's t-test of two
    /// means. Values that are very skewed need more customers than this says.
    /// </summary>
    /// <param name="customers">The customers, both arms together.</param>
    /// <param name="heldOut">Those of them that are held out.</param>
    /// <param name="standardDeviation">Of the value, within an arm; in the value's unit.</param>
    /// <param name="effect">The difference of the means worth finding, in the value's unit; at least a millionth of the standard deviation.</param>
    /// <exception cref="ArgumentException">The counts are impossible, or a number is not positive and finite.</exception>
    public Holdout ForMean(int customers, int heldOut, double standardDeviation, double effect)
    {
        CheckCounts(customers, heldOut);
        if (!(standardDeviation > 0 && double.IsFinite(standardDeviation)))
        {
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "The standard deviation must be positive and finite.");
        }

        if (!(effect >= LeastEffect * standardDeviation && double.IsFinite(effect)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(effect), effect, "The effect must be finite and at least a millionth of the standard deviation.");
        }

        (long needed, long neededHeldOut) = Needed(
            ShareIn(customers, heldOut), (treatment, held) => TwoMeans.IsEnough(this, effect / standardDeviation, treatment, held));
        return new Holdout
        {
            Design = this,
            Customers = customers,
            HeldOut = heldOut,
            StandardDeviation = standardDeviation,
            Effect = effect,
            SmallestEffect = TwoMeans.SmallestEffect(this, customers - heldOut, heldOut) * standardDeviation,
            NeededCustomers = needed,
            NeededHeldOut = neededHeldOut,
        };
    }

    /// <summary>
    /// How many of so many customers are held out: the share, rounded half up, but at least 1 and not all; 0 of a single one.
    /// </summary>
    internal long HeldOutOf(long customers) => HeldOutOf(customers, HoldoutShare);

    /// <summary>The design itself, if its options fit each other.</summary>
    internal HoldoutDesign Checked() => Baseline + Effect <= 1
        ? this
        : throw new ArgumentException(
            $"An effect of {Holdout.Points(Effect)} on a response of {NumberText.Percent(Baseline)} would exceed 100%.");

    private static void CheckCounts(int customers, int heldOut)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(customers, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(heldOut);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(heldOut, customers);
    }

    private static long HeldOutOf(long customers, double share) => customers < 2
        ? 0
        : Math.Clamp((long)Math.Floor((share * customers) + 0.5), 1, customers - 1);

    /// <summary>The share of these arms where it is not the design's, as a stable split leaves it; else, and for a single arm, the design's.</summary>
    private double ShareIn(int customers, int heldOut) =>
        heldOut == 0 || heldOut == customers || heldOut == HeldOutOf(customers) ? HoldoutShare : (double)heldOut / customers;

    /// <summary>The fewest customers that are enough, split by the share: one fewer is not.</summary>
    private static (long Customers, long HeldOut) Needed(double share, Func<double, double, bool> isEnough)
    {
        long enough = 2;
        while (!IsEnough(enough))
        {
            enough *= 2;
        }

        long tooFew = enough / 2;
        while (enough - tooFew > 1)
        {
            long middle = tooFew + ((enough - tooFew) / 2);
            (tooFew, enough) = IsEnough(middle) ? (tooFew, middle) : (middle, enough);
        }

        return (enough, HeldOutOf(enough, share));

        bool IsEnough(long customers) => isEnough(customers - HeldOutOf(customers, share), HeldOutOf(customers, share));
    }
}
