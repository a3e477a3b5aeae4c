namespace Segmentation;

/// <summary>Words for verdicts.</summary>
public static class VerdictText
{
    /// <summary>The word for a confidence: high, medium or low.</summary>
    public static string Word(Confidence confidence) => confidence switch
    {
        Confidence.High => "high",
        Confidence.Medium => "medium",
        _ => "low",
    };

    /// <summary>The words for a grade: highly stable, stable, doubtful or unstable.</summary>
    public static string Word(StabilityGrade grade) => grade switch
    {
        StabilityGrade.HighlyStable => "highly stable",
        StabilityGrade.Stable => "stable",
        StabilityGrade.Doubtful => "doubtful",
        _ => "unstable",
    };
}
