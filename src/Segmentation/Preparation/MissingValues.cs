namespace Segmentation;

/// <summary>
/// What becomes of rows that lack a feature. A row with a cell that is there and has no place on the feature's scale, such
/// as a negative amount where logarithms are taken, is left out whatever is chosen.
/// </summary>
public enum MissingValues
{
    /// <summary>They are left out, and listed.</summary>
    DropRows,

    /// <summary>
    /// The feature's median over the training rows that have it takes the place of the missing cell; of a category, which
    /// has no median, the most frequent level.
    /// </summary>
    FillMedian,

    /// <summary>
    /// The feature's mean over the training rows that have it takes the place of the missing cell; of a 0/1 feature that is
    /// the level's share.
    /// </summary>
    FillMean,

    /// <summary>
    /// The most frequent value of the training rows that have the feature takes the place of the missing cell; of equally
    /// frequent ones the smallest, or the first level.
    /// </summary>
    FillMode,

    /// <summary>
    /// Rows are clustered by the features that they have: a missing cell is filled from the row's own centroid, again and
    /// again (<see cref="PartialKMeans"/>). Only rows without any feature are left out.
    /// </summary>
    KPod,
}
