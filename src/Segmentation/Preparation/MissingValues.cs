namespace Segmentation;

/// <summary>What becomes of rows that lack a feature.</summary>
public enum MissingValues
{
    /// <summary>They are left out, and listed.</summary>
    DropRows,

    /// <summary>The feature's median over the training rows that have it takes the place of the missing cell.</summary>
    FillMedian,

    /// <summary>The feature's mean over the training rows that have it takes the place of the missing cell.</summary>
    FillMean,
}
