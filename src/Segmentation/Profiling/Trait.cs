namespace Segmentation;

/// <summary>
/// A finding that names and rules speak of: the mean of a number or the share of a level. The limits from which a
/// difference is worth words stand here.
/// </summary>
/// <param name="Evidence">The numbers.</param>
internal sealed record Trait(Evidence Evidence)
{
    /// <summary>From half a standard deviation on, Cohen's "medium", a number is called high or low.</summary>
    public const double MaterialEffect = 0.5;

    /// <summary>From ten percentage points on a share is worth a sentence.</summary>
    public const double MaterialShare = 0.10;

    /// <summary>
    /// Below this adjusted p-value a difference is taken as real. Benjamini-Hochberg bounds the share of false claims, not
    /// the chance of any: where other columns truly differ, a column without effect gets a claim more often. On the Mall
    /// data with shuffled genders the p-values alone claimed something in 4.9% of 2,000 runs at a level of 5%, and in 0.8%
    /// at 1%; with shuffled labels, and the bound of the lift beside, 0.3% of 1,000 runs do at 1%.
    /// </summary>
    public const double ClaimLevel = 0.01;

    /// <summary>
    /// Whether an adjusted p-value is small enough to take a difference as real: strictly below <see cref="ClaimLevel"/>, and
    /// known. Whatever speaks or marks asks here.
    /// </summary>
    public static bool IsNoChance(double? adjustedPValue) => adjustedPValue < ClaimLevel;

    /// <inheritdoc cref="Evidence.Clustered"/>
    public bool Clustered => Evidence.Clustered;

    /// <inheritdoc cref="Evidence.Strength"/>
    public double Strength => Evidence.Strength;

    /// <inheritdoc cref="Evidence.StandsOut"/>
    public bool StandsOut => Evidence.StandsOut;

    /// <summary>
    /// The means and levels of a segment that can be compared, numbers first, in the order of the profile. Of a category
    /// only the levels that are more frequent than overall: that others are rarer follows.
    /// </summary>
    public static IReadOnlyList<Trait> Of(SegmentProfile profile) =>
    [
        .. SegmentFindings.Compared(profile)
            .Where(evidence => evidence.Kind is EvidenceKind.Mean or EvidenceKind.Level)
            .Select(evidence => new Trait(evidence)),
    ];
}
