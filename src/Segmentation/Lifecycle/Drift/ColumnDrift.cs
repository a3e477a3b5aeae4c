namespace Segmentation;

/// <summary>Whether a column lacks more or fewer values than in training.</summary>
/// <param name="Column">Its name.</param>
/// <param name="TrainingShare">The share of training customers without a value, 0 to 1.</param>
/// <param name="Missing">The customers without a value now.</param>
/// <param name="Share">Their share, 0 to 1.</param>
/// <param name="AdjustedPValue">How often chance alone gives such a difference, by Fisher's exact test, adjusted for the number of checks.</param>
/// <param name="Verdict">What it calls for.</param>
public sealed record MissingDrift(
    string Column, double TrainingShare, int Missing, double Share, double AdjustedPValue, DriftVerdict Verdict);

/// <summary>Whether a column of categories has levels that training did not have.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Unseen">The levels that training did not have, the most frequent first, at most 10 of them.</param>
/// <param name="UnseenCount">How many levels there are that training did not have.</param>
/// <param name="Customers">The customers who have one of them.</param>
/// <param name="Share">Their share, 0 to 1.</param>
/// <param name="AdjustedPValue">
/// How often chance alone gives so many, where as many are expected as training had levels of a single customer (Good 1953),
/// adjusted for the number of checks.
/// </param>
/// <param name="Verdict">What it calls for.</param>
public sealed record LevelDrift(
    string Column, IReadOnlyList<string> Unseen, int UnseenCount, int Customers, double Share, double AdjustedPValue, DriftVerdict Verdict);
