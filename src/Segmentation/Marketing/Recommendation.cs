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
public sealed record Recommendation(
    int Segment,
    RecommendationFamily Family,
    string Rule,
    string Action,
    string Reason,
    IReadOnlyList<Evidence> Evidence);

/// <summary>A number that supports a sentence.</summary>
/// <param name="Column">The column it comes from.</param>
/// <param name="Level">The category's level, or null for a number.</param>
/// <param name="Value">The segment's mean in original units, or the level's share in the segment.</param>
/// <param name="BaseValue">The same over all clustered customers.</param>
/// <param name="Effect">The difference in overall standard deviations, or in shares for a level.</param>
/// <param name="Count">The customers behind the value.</param>
public sealed record Evidence(
    string Column, string? Level, double Value, double BaseValue, double Effect, int Count);
