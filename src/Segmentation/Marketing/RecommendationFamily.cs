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

    /// <summary>What to build or change for them.</summary>
    ProductDesign,

    /// <summary>How to keep them from leaving.</summary>
    Retention,

    /// <summary>How much to spend on them.</summary>
    Budget,
}
