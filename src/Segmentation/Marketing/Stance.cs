using static Segmentation.RecommendationFamily;

namespace Segmentation;

/// <summary>
/// Which side a rule takes in a question that its family knows. Two rules that take opposite sides on one segment
/// contradict each other; a rule without a stance contradicts nothing.
/// </summary>
public enum Stance
{
    /// <summary>Pricing and promotion: a lower price wins them.</summary>
    Discount,

    /// <summary>Pricing and promotion: prices are held.</summary>
    FullPrice,

    /// <summary>Budget: spend more on them than on others.</summary>
    Invest,

    /// <summary>Budget: spend less on them than on others.</summary>
    Save,

    /// <summary>Targeting: address them first.</summary>
    Pursue,

    /// <summary>Targeting: leave them out of campaigns.</summary>
    LeaveOut,

    /// <summary>Engagement or retention: contact them more often.</summary>
    ContactMore,

    /// <summary>Engagement or retention: contact them less often.</summary>
    ContactLess,
}

/// <summary>Which stances there are in a family, and which oppose each other.</summary>
internal static class Stances
{
    public static IReadOnlyList<Stance> Of(RecommendationFamily family) => family switch
    {
        PricingAndPromotion => [Stance.Discount, Stance.FullPrice],
        Budget => [Stance.Invest, Stance.Save],
        Targeting => [Stance.Pursue, Stance.LeaveOut],
        Engagement or Retention => [Stance.ContactMore, Stance.ContactLess],
        _ => [],
    };

    /// <summary>Whether two rules take opposite sides: the same family, and both stances that it knows.</summary>
    public static bool Oppose(PlaybookRule one, PlaybookRule other) =>
        one.Family == other.Family && one.Stance is Stance left && other.Stance is Stance right && left != right;
}
