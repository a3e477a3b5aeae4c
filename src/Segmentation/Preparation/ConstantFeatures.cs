namespace Segmentation;

/// <summary>What becomes of features that are the same in every row, or missing in every row.</summary>
public enum ConstantFeatures
{
    /// <summary>They are an error that names the feature and its value.</summary>
    Refuse,

    /// <summary>They are left out, and named with the reason.</summary>
    Exclude,
}
