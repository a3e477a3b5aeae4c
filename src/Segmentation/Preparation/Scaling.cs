namespace Segmentation;

/// <summary>How features are brought to a common scale: (x - center) / scale.</summary>
public enum Scaling
{
    /// <summary>Center is the mean, scale the population standard deviation (denominator n), as in scikit-learn.</summary>
    Standard,

    /// <summary>Center is the minimum, scale the range, so that the values run from 0 to 1.</summary>
    MinMax,

    /// <summary>
    /// Center is the median, scale the interquartile range (R7): outliers have no say. Where the interquartile range is 0
    /// although the values differ, as when more than half of them are equal, scale is the population standard deviation.
    /// </summary>
    Robust,

    /// <summary>Center 0 and scale 1: features stay in their original unit.</summary>
    None,
}
