using System.Globalization;

namespace Segmentation;

/// <summary>What a segment's card and the texts for other tools say of it, the strongest first, a sentence each.</summary>
internal static class CardFindings
{
    public static IReadOnlyList<string> Of(SegmentProfile profile) =>
        profile.Share == 1 ? [] : [.. profile.Findings.Select(finding => finding.Describe() + ".")];

    /// <summary>The same without the n and the test, for the card that has the segment's size above them.</summary>
    public static IReadOnlyList<string> Short(SegmentProfile profile) =>
        profile.Share == 1 ? [] : [.. profile.Findings.Select(finding => $"{finding.Comparison} ({Effect(finding)}).")];

    /// <summary>What is said where there is no finding.</summary>
    public static string None(SegmentProfile profile) => profile.Share == 1
        ? "It holds all customers, so there is nothing that it could differ from."
        : $"No column differs from all customers by {NumberText.Of(Trait.MaterialEffect)} standard deviations, and no share by {NumberText.Of(100 * Trait.MaterialShare)} percentage points.";

    private static string Effect(Evidence finding) => finding.IsShare
        ? $"{(100 * (finding.Value - finding.BaseValue)).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture)} points"
        : $"{ReportNumbers.Effect(finding.Effect)} standard deviations";
}
