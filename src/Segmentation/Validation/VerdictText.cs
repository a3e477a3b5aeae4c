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
}
