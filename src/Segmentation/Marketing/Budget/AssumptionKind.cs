namespace Segmentation;

/// <summary>What a budget has to assume of a segment.</summary>
public enum AssumptionKind
{
    /// <summary>What a customer who responds is worth.</summary>
    Value,

    /// <summary>The share of the customers that responds at most, however much is spent.</summary>
    Response,

    /// <summary>How fast contacts bring the response: at 1, one contact each brings 63% of it.</summary>
    Steepness,

    /// <summary>What one contact costs.</summary>
    Cost,
}

/// <summary>Where an assumed number comes from.</summary>
public enum AssumptionSource
{
    /// <summary>The library's own, for want of anything better.</summary>
    Default,

    /// <summary>Given by the user.</summary>
    Given,

    /// <summary>The segment's mean of the value column.</summary>
    Measured,
}
