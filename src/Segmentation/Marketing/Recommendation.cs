namespace Segmentation;

/// <summary>The families of advice that marketers know.</summary>
public enum RecommendationFamily
{
    /// <summary>Whom to address, and with what message.</summary>
    Targeting,

    /// <summary>Which products to put before them.</summary>
    Assortment,

    /// <summary>How to keep the relation alive.</summary>
    Engagement,

    /// <summary>What they pay, and what is promised for it.</summary>
    PricingAndPromotion,

    /// <summary>What to make personal.</summary>
    Personalisation,

    /// <summary>Where to reach them.</summary>
    Channel,
}

/// <summary>A thing to do for a segment, with the numbers it rests on.</summary>
/// <param name="Segment">The segment's number, from 1.</param>
/// <param name="Family">What kind of advice it is.</param>
/// <param name="Rule">The id of the rule that made it.</param>
/// <param name="Action">What to do, in one sentence.</param>
/// <param name="Reason">Why, in one sentence that carries its numbers.</param>
/// <param name="Evidence">The numbers, at least one.</param>
public sealed partial record Recommendation(
    int Segment,
    RecommendationFamily Family,
    string Rule,
    string Action,
    string Reason,
    IReadOnlyList<Evidence> Evidence);
