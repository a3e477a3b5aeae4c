namespace Segmentation;

/// <summary>How the number of clusters follows from gaps and their standard errors, named as in R's cluster::maxSE.</summary>
public enum GapRule
{
    /// <summary>
    /// The smallest k whose gap is at least that of k + 1 less one standard error of it: the 1-SE rule of Tibshirani,
    /// Walther and Hastie (2001).
    /// </summary>
    Tibs2001SEmax,

    /// <summary>The smallest k whose gap is within one standard error of the first local maximum.</summary>
    FirstSEmax,

    /// <summary>The smallest k whose gap is within one standard error of the highest.</summary>
    GlobalSEmax,

    /// <summary>The first local maximum.</summary>
    FirstMax,

    /// <summary>The highest gap of all.</summary>
    GlobalMax,
}
