namespace Segmentation;

/// <summary>Whether there are customers of a new kind: those farther from every centroid than 99% of the training customers.</summary>
/// <param name="Customers">How many.</param>
/// <param name="Share">Their share, 0 to 1; about 0.01 of the same kind of customers. 0 where nobody can be scored.</param>
/// <param name="AdjustedPValue">
/// How often chance alone gives so many, adjusted for the number of checks. It allows for the
/// 99th percentile and the centroids being themselves found from the training customers; for many of them it is the binomial test.
/// </param>
/// <param name="Verdict">What it calls for.</param>
public sealed record UnlikeDrift(int Customers, double Share, double AdjustedPValue, DriftVerdict Verdict);
