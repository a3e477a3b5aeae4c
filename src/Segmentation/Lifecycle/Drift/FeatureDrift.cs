namespace Segmentation;

/// <summary>Whether a feature is distributed as in training.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="TrainingMean">The mean in training, in original units.</param>
/// <param name="Mean">The mean now, in original units; null without customers.</param>
/// <param name="Bins">The bins that were compared: the training deciles, of which those with fewer than 10 expected customers are joined.</param>
/// <param name="StabilityIndex">The population stability index, 0 for the same distribution; null where there are too few customers for two bins.</param>
/// <param name="CriticalValue">
/// What chance alone exceeds with the probability that one check is allowed: (1/N + 1/M) times the chi-square quantile with
/// one degree of freedom less than bins (Yurdakul and Naranjo 2020).
/// </param>
/// <param name="AdjustedPValue">How often chance alone gives the index, adjusted for the number of checks; compare it with <see cref="DriftDetection.FalseAlarmRate"/>.</param>
/// <param name="UnitFactor">
/// 1000 where the numbers are about 1,000 times what they were, 0.001 where they are a thousandth, so that the unit seems to
/// be another one; also for 100 and 1,000,000. Null where not.
/// </param>
/// <param name="Verdict">What it calls for.</param>
public sealed record FeatureDrift(
    string Feature,
    double TrainingMean,
    double? Mean,
    int Bins,
    double? StabilityIndex,
    double? CriticalValue,
    double? AdjustedPValue,
    double? UnitFactor,
    DriftVerdict Verdict);
