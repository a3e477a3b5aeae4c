namespace Segmentation;

/// <summary>What a finding is about.</summary>
public enum EvidenceKind
{
    /// <summary>The mean of a number.</summary>
    Mean,

    /// <summary>The share of a level of a category.</summary>
    Level,

    /// <summary>The share above the upper quartile of all clustered customers.</summary>
    AboveUpperQuartile,

    /// <summary>The share below the lower quartile of all clustered customers.</summary>
    BelowLowerQuartile,

    /// <summary>The share of cells that are missing.</summary>
    Missing,

    /// <summary>The share beyond Tukey's fences of all clustered customers.</summary>
    Outliers,
}
