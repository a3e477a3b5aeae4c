using static System.FormattableString;

namespace Segmentation;

/// <summary>What an experiment with so many customers can show; see <see cref="HoldoutDesign"/>.</summary>
public sealed record Holdout
{
    internal Holdout()
    {
    }

    /// <summary>The design that this follows from.</summary>
    public required HoldoutDesign Design { get; init; }

    /// <summary>The customers, both arms together.</summary>
    public required int Customers { get; init; }

    /// <summary>The customers who are left alone.</summary>
    public required int HeldOut { get; init; }

    /// <summary>The customers who get the campaign.</summary>
    public int Treatment => Customers - HeldOut;

    /// <summary>Of the value whose means are compared, in its unit; null where responses are compared.</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>The effect asked for: a rise of the response as a share of the customers, or of the mean in its unit.</summary>
    public required double Effect { get; init; }

    /// <summary>
    /// The smallest effect that these customers show with the design's power, in the unit of <see cref="Effect"/>; null
    /// where they could not even show a response of everybody.
    /// </summary>
    public required double? SmallestEffect { get; init; }

    /// <summary>
    /// The customers that <see cref="Effect"/> takes, split by the design's share, or as these arms are where they miss it (see
    /// <see cref="SplitKind.Stable"/>): so at most <see cref="Customers"/> where it <see cref="IsMeasurable"/>.
    /// </summary>
    public required long NeededCustomers { get; init; }

    /// <summary>How many of <see cref="NeededCustomers"/> are held out.</summary>
    public required long NeededHeldOut { get; init; }

    /// <summary>Whether these customers can show <see cref="Effect"/>; false means too small to measure.</summary>
    public bool IsMeasurable => SmallestEffect <= Effect;

    /// <summary>The experiment in one sentence, all its numbers and assumptions with it.</summary>
    public string Describe()
    {
        string needs = Invariant($"{NumberText.Customers(NeededCustomers)}, {NeededHeldOut:#,0} of them held out");
        string test = $"(power {NumberText.Percent(Design.Power)}, two-sided significance {NumberText.Percent(Design.Significance)})";
        if (HeldOut == 0 || Treatment == 0)
        {
            return $"All of {NumberText.Customers(Customers)} in a single arm: this shows nothing; {Size(Effect)} {Of} would take {needs} {test}.";
        }

        string shows = SmallestEffect is double smallest ? $"{Size(smallest)} or more {Of}" : $"no {(StandardDeviation is null ? "rise" : "difference")} at all {Of}";
        string verdict = IsMeasurable
            ? $"enough to measure {Size(Effect)}, which takes {needs}"
            : $"too small to measure {Size(Effect)}, which would take {needs}";
        return Invariant($"Hold out {HeldOut:#,0} of {NumberText.Customers(Customers)}: this shows {shows}; {verdict} {test}.");
    }

    internal static string Points(double share) => NumberText.Counted(share * 100, "point");

    private string Size(double effect) =>
        StandardDeviation is null ? $"a rise of {Points(effect)}" : $"a difference of {NumberText.Of(effect)}";

    private string Of => StandardDeviation is double deviation
        ? $"between the means (standard deviation {NumberText.Of(deviation)})"
        : $"from a response of {NumberText.Percent(Design.Baseline)}{(Design.BaselineRate is null ? " (assumed)" : "")}";
}
