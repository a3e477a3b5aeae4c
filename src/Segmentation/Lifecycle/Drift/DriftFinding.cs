namespace Segmentation;

/// <summary>A sentence about a change.</summary>
/// <param name="Verdict">What it calls for; keep for one that is too small to matter.</param>
/// <param name="Text">The sentence.</param>
internal sealed record DriftFinding(DriftVerdict Verdict, string Text);
