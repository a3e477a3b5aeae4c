namespace Segmentation;

/// <summary>
/// One difference between a segment and all clustered customers, with every number that is needed to judge it. Names,
/// descriptions, findings and recommendations all rest on these.
/// </summary>
/// <param name="Column">The column it comes from.</param>
/// <param name="Level">The category's level; null for every other kind.</param>
/// <param name="Value">The segment's mean in original units, or the share of the segment's cells, 0 to 1.</param>
/// <param name="BaseValue">The same over all clustered customers.</param>
/// <param name="Effect">
/// Value less BaseValue: in overall sample standard deviations for a mean, in shares for the other kinds. From all
/// customers, because names and sentences say "against all"; see <see cref="EffectFromRest"/> for the others.
/// </param>
/// <param name="Count">The n behind the value: the segment's customers whose cell is present (all, for missing cells).</param>
public sealed record Evidence(
    string Column, string? Level, double Value, double BaseValue, double Effect, int Count)
{
    /// <summary>What it is about; by default a level where one is given, else a mean.</summary>
    public EvidenceKind Kind { get; init; } = Level is null ? EvidenceKind.Mean : EvidenceKind.Level;

    /// <summary>
    /// Whether the segments were made from the column. No test is valid then: they were made so that it differs.
    /// </summary>
    public bool Clustered { get; init; }

    /// <summary>
    /// Whether it is about a yes or no: the mean of a number that is only ever 0 or 1, and so a share, or the level that
    /// says yes or no.
    /// </summary>
    public bool IsFlag { get; init; }

    /// <summary>
    /// Value less that of the customers outside the segment, in the unit of <see cref="Effect"/> (overall deviations, so
    /// that segments of every size share a ruler); null where there is nobody outside.
    /// </summary>
    public double? EffectFromRest { get; init; }

    /// <summary>
    /// How often a random draw of the segment's size would differ as much: the v-test for a mean, the hypergeometric test
    /// for a share, both two-sided. Null for a clustered column and where nothing can be compared.
    /// </summary>
    public double? PValue { get; init; }

    /// <summary>The p-value adjusted for all tests that were made on the table (Benjamini and Hochberg 1995).</summary>
    public double? AdjustedPValue { get; init; }

    /// <summary>The lift shrunk towards 1 by as much as the segments resemble each other; null where not tested.</summary>
    public double? ShrunkLift { get; init; }

    /// <summary>The lift that is exceeded with 95% posterior probability; null where not tested.</summary>
    public double? LiftLowerBound { get; init; }

    /// <summary>Where lower values are counted: the lower quartile, or the lower fence, in original units; else null.</summary>
    public double? Below { get; init; }

    /// <summary>Where higher values are counted: the upper quartile, or the upper fence, in original units; else null.</summary>
    public double? Above { get; init; }

    /// <summary>How many times as frequent as overall; null for a mean, and where it never occurs overall.</summary>
    public double? Lift => Kind == EvidenceKind.Mean || BaseValue == 0 ? null : Value / BaseValue;

    /// <summary>
    /// The size of the difference, comparable between kinds: of a mean in overall standard deviations (Cohen's d), of a
    /// share, the mean of a 0/1 column included, the difference of the arcsines, 2 asin(sqrt(p)) (Cohen's h). Cohen (1988)
    /// reads both alike: 0.2 is small, 0.5 medium, 0.8 large. A share that goes from most to all counts for more than a
    /// rare one that doubles.
    /// </summary>
    public double Strength => IsShare ? Math.Abs(Arcsine(Value) - Arcsine(BaseValue)) : Math.Abs(Effect);

    /// <summary>Whether value and base value are shares.</summary>
    internal bool IsShare => Kind != EvidenceKind.Mean || IsFlag;

    /// <summary>
    /// Whether a sentence may be built on it: the difference is large (half a standard deviation for a mean, ten
    /// percentage points for a share) and, unless the column was clustered on, no chance: an adjusted p-value below 0.01,
    /// and for a share above the overall one a lower bound of the lift above 1.
    /// </summary>
    public bool StandsOut => Kind == EvidenceKind.Mean
        ? Math.Abs(Effect) >= Trait.MaterialEffect && (Clustered || Trait.IsNoChance(AdjustedPValue))
        : Math.Abs(Effect) >= Trait.MaterialShare
            && (Clustered || (Trait.IsNoChance(AdjustedPValue) && (Effect < 0 || LiftLowerBound > 1)));

    /// <summary>
    /// All its numbers as one sentence without a full stop, such as "Age averages 25.3 in this segment against 38.9 overall
    /// (1.0 standard deviations below, 1.1 below the rest; 22 customers; adjusted p &lt; 0.001)".
    /// </summary>
    public string Describe() => EvidenceText.Describe(this);

    /// <summary>Value and base value alone, such as "Age averages 25.3 against 38.9 overall".</summary>
    internal string Comparison => EvidenceText.Compare(this);

    private static double Arcsine(double share) => 2 * Math.Asin(Math.Sqrt(Math.Clamp(share, 0, 1)));
}
