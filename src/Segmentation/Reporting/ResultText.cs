using static System.FormattableString;

namespace Segmentation;

/// <summary>Sentences about a run that the report and the command share.</summary>
public static class ResultText
{
    /// <summary>A sentence names no more columns than this.</summary>
    private const int MostNames = 4;

    private const int LongestName = 60;

    /// <summary>What segments are called that the data do not support.</summary>
    public const string DivisionMark = "a division, not a discovery";

    /// <summary>The number of segments with its noun: "1 segment", "5 segments".</summary>
    public static string Segments(int count) => count == 1 ? "1 segment" : Invariant($"{count} segments");

    /// <summary>The report's title: "5 customer segments".</summary>
    internal static string Title(SegmentationResult result) =>
        (result.Profiles.Count == 1 ? "1 customer segment" : Invariant($"{result.Profiles.Count} customer segments"))
        + (result.IsDivision ? $" ({DivisionMark})" : string.Empty);

    /// <summary>How many customers fell into how many segments, by which columns.</summary>
    public static string Count(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return $"{NumberText.Customers(result.Prepared.Matrix.RowCount)} in {Segments(result.Profiles.Count)} by {Features(result)}.";
    }

    /// <summary>How sure the number of segments is, and against what it was chosen.</summary>
    public static string Sureness(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        ClusterCountVerdict verdict = result.Verdict;
        if (result.Options.ClusterCount is not int asked)
        {
            return result.IsDivision ? $"The data support no number of segments: this is {DivisionMark}."
                : verdict.RecommendedCount is null ? "The data support no division: this is all of them."
                : $"The data support this number with {VerdictText.Word(verdict.Confidence)} confidence.";
        }

        return verdict.RecommendedCount switch
        {
            null => $"You asked for {asked}; the data show no clear structure{(result.IsDivision ? $": this is {DivisionMark}" : string.Empty)}.",
            int recommended when recommended == asked =>
                $"You asked for {asked}; the data support that with {VerdictText.Word(verdict.Confidence)} confidence.",
            int recommended => $"You asked for {asked}; the data support {recommended}, with {VerdictText.Word(verdict.Confidence)} confidence.",
        };
    }

    /// <summary>Of a division what speaks against it and what would change that, a sentence each; nothing of a discovery.</summary>
    public static IReadOnlyList<string> AgainstDivision(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Verdict.Division is not ClusterCountDivision division ? []
            : result.Verdict.BestCount == result.Profiles.Count ? [.. division.Against, .. division.Change is string change ? [change] : Array.Empty<string>()]
            : [.. division.Sentences];
    }

    /// <summary>The warnings but for what speaks against a division, which stands above them wherever a result is shown.</summary>
    public static IReadOnlyList<string> FurtherWarnings(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.Warnings.Where(warning =>
            !(result.IsDivision && result.Verdict.Doubt is string doubt && warning.EndsWith(doubt, StringComparison.Ordinal)))];
    }

    /// <summary>The clustered columns in words: "Income and Spending", "Age, Income, Spending and 9 more columns".</summary>
    public static string Features(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string[] names = [.. result.Preprocessor.Features.Select(feature => feature.Column).Distinct().Select(column => PlainText.OneLine(column, LongestName))];
        return names.Length switch
        {
            1 => names[0],
            <= MostNames => $"{string.Join(", ", names[..^1])} and {names[^1]}",
            _ => $"{string.Join(", ", names[..(MostNames - 1)])} and {names.Length - MostNames + 1} more columns",
        };
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
        RecommendationFamily.ProductDesign => "Product design",
        _ => family.ToString(),
    };
}
