using static System.FormattableString;

namespace Segmentation;

/// <summary>Sentences about a run that the report and the command share.</summary>
public static class ResultText
{
    /// <summary>How many customers fell into how many segments, by which columns.</summary>
    public static string Count(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string segments = result.Profiles.Count == 1 ? "1 segment" : $"{result.Profiles.Count} segments";
        return $"{NumberText.Customers(result.Prepared.Matrix.RowCount)} in {segments} by {Features(result)}.";
    }

    /// <summary>How sure the number of segments is, and against what it was chosen.</summary>
    public static string Sureness(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        ClusterCountVerdict verdict = result.Verdict;
        if (result.Options.ClusterCount is not int asked)
        {
            return $"The data support this number with {VerdictText.Word(verdict.Confidence)} confidence.";
        }

        return verdict.RecommendedCount switch
        {
            null => $"You asked for {asked}; the data show no clear structure.",
            int recommended when recommended == asked =>
                $"You asked for {asked}; the data support that with {VerdictText.Word(verdict.Confidence)} confidence.",
            int recommended => $"You asked for {asked}; the data support {recommended}, with {VerdictText.Word(verdict.Confidence)} confidence.",
        };
    }

    /// <summary>The clustered columns in words: "Income and Spending", "Age, Income and Spending".</summary>
    public static string Features(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string[] names = [.. result.Preprocessor.Features.Select(feature => feature.Name)];
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    /// <summary>A mean silhouette width, marked where it is an estimate.</summary>
    public static string Silhouette(SilhouetteEstimate? estimate) => estimate switch
    {
        null => "–",
        { SampleSize: int size, StandardError: double error } =>
            Invariant($"{estimate.Value:0.000} (estimated from {size:#,0} rows, standard error {error:0.0000})"),
        _ => Invariant($"{estimate.Value:0.000}"),
    };

    /// <summary>A family of recommendations as marketers write it.</summary>
    public static string Title(RecommendationFamily family) => family switch
    {
        RecommendationFamily.PricingAndPromotion => "Pricing and promotion",
        _ => family.ToString(),
    };
}
