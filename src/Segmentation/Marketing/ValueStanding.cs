namespace Segmentation;

/// <summary>How a segment's value per customer compares with that of all customers.</summary>
public enum ValueLevel
{
    /// <summary>Too few customers have a value to say.</summary>
    Unknown,

    /// <summary>The 95% interval lies below the mean of all.</summary>
    Low,

    /// <summary>The 95% interval holds the mean of all: a difference may be chance.</summary>
    Average,

    /// <summary>The 95% interval lies above the mean of all.</summary>
    High,
}

/// <summary>How a segment's value per customer moved from the earlier period, by its own interval, not all at once.</summary>
public enum ValueTrend
{
    /// <summary>No earlier value was given, or too few customers have both.</summary>
    Unknown,

    /// <summary>The 95% interval of the change lies below zero.</summary>
    Shrinking,

    /// <summary>The 95% interval of the change holds zero.</summary>
    Steady,

    /// <summary>The 95% interval of the change lies above zero.</summary>
    Growing,
}

/// <summary>What the intervals of a segment's value allow to say.</summary>
/// <param name="Level">Against all customers.</param>
/// <param name="Trend">Against the earlier period.</param>
public sealed record ValueStanding(ValueLevel Level, ValueTrend Trend);
