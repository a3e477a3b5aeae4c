namespace Segmentation;

/// <summary>Whether the segments are as large as in training.</summary>
/// <param name="Moved">The share of customers, 0 to 1, that would have to be in another segment for the shares of training: half the sum of the differences.</param>
/// <param name="ChiSquare">Pearson's chi-square for two samples; null where there are too few customers to compare.</param>
/// <param name="CriticalValue">What chance alone exceeds with the probability that one check is allowed.</param>
/// <param name="AdjustedPValue">How often chance alone gives the chi-square, adjusted for the number of checks.</param>
/// <param name="Verdict">What it calls for.</param>
public sealed record ShareDrift(double Moved, double? ChiSquare, double? CriticalValue, double? AdjustedPValue, DriftVerdict Verdict);
