namespace Segmentation;

/// <summary>
/// The chance of a false alarm that is left for one check. There are five kinds of checks, each with a sixth of the
/// whole; within a kind the checks share it equally (Bonferroni). So the chance that any of them gives an alarm without a
/// change is at most the whole, however the checks depend on each other; the last sixth is for what is only nearly so: the
/// chi-square distribution, and segments that were fitted to the training customers.
/// </summary>
/// <param name="FalseAlarmRate">For all checks together.</param>
/// <param name="Checks">The checks of the kind.</param>
internal readonly record struct DriftLevel(double FalseAlarmRate, int Checks)
{
    /// <summary>Features; shares; centroids; customers unlike training; missing values and unseen levels; a reserve.</summary>
    private const int Parts = 6;

    /// <summary>For one check.</summary>
    public double OfOne => FalseAlarmRate / (Parts * Math.Max(1, Checks));

    /// <summary>The p-value to compare with the rate of all checks.</summary>
    public double Adjusted(double pValue) => Math.Min(1, pValue * Parts * Math.Max(1, Checks));

    /// <summary>Whether an adjusted p-value says that it is more than chance.</summary>
    public bool IsMoreThanChance(double? adjusted) => adjusted < FalseAlarmRate;
}
