using static System.FormattableString;

namespace Segmentation;

/// <summary>Says what several findings of an audit have in common once, with the numbers of those that matter most.</summary>
internal static class AuditMerging
{
    private const int MostNamed = 4;
    private const int MostOptions = 3;

    /// <summary>The message of a single finding as it is; of several of a kind that can be merged one, else each.</summary>
    public static IEnumerable<string> Messages(IReadOnlyList<AuditFinding> ofOneKind) =>
        ofOneKind.Count > 1 && Merged(ofOneKind) is string one ? [one] : ofOneKind.Select(finding => finding.Message);

    private static string? Merged(IReadOnlyList<AuditFinding> findings) => findings[0].Kind switch
    {
        AuditKind.DominatingColumn =>
            $"{Listed(findings, "splitShare", Share)} will likely decide the segments, many of which would hold only one of their values: a split by each takes away so much of the variance that is clustered, the best split by a number {Share(findings[0].Numbers["bestOtherSplitShare"])}. Let them count less ({Options(findings, "--weight", finding => Invariant($"{finding.Columns[0]}={finding.Numbers["suggestedWeight"]}"))}), or leave them out and compare the segments by them afterwards.",
        AuditKind.IdAmongFeatures =>
            $"{Listed(findings)} are features and look like ids: customers with near numbers would count as alike. Leave them out.",
        AuditKind.MostlyMissing =>
            $"{Listed(findings, "missingShare", Share)} are missing in so many of the rows. Leave the columns out.",
        AuditKind.ExtremeOutliers =>
            $"A few customers hold much of the variance of {findings.Count} columns and would likely be a segment of their own: {Listed(findings, "varianceShare", Share)}. Look at them first (segment audit names them).",
        AuditKind.SkewedAmount =>
            $"{Listed(findings, "skewness", Two)} have long tails of high values (their skewness in brackets), which get most of the say; the logarithms have a skewness from {findings.Min(finding => finding.Numbers["skewnessOfLog"]):0.00} to {findings.Max(finding => finding.Numbers["skewnessOfLog"]):0.00}. Consider {Options(findings, "--encode", finding => $"{finding.Columns[0]}=log")}.",
        AuditKind.PooledLevels =>
            $"Rare values of {Listed(findings, "pooledRows", rows => NumberText.Customers((long)rows))} count as 'other'.",
        AuditKind.FilledCells =>
            $"Missing cells of {Listed(findings, "missingShare", Share)} are filled.",
        _ => null,
    };

    /// <summary>The columns, with one of their numbers and the largest of it first where one is given.</summary>
    private static string Listed(IReadOnlyList<AuditFinding> findings, string? number = null, Func<double, string>? shown = null)
    {
        string[] names = [.. findings.OrderByDescending(finding => number is null ? 0 : finding.Numbers[number])
            .Select(finding => number is null ? $"'{finding.Columns[0]}'" : $"'{finding.Columns[0]}' ({shown!(finding.Numbers[number])})")];
        return names.Length > MostNamed
            ? $"{string.Join(", ", names.Take(MostNamed - 1))} and {names.Length - MostNamed + 1} more columns"
            : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    /// <summary>The option for each of the first columns: <c>--encode "A=log" --encode "B=log"</c>.</summary>
    private static string Options(IReadOnlyList<AuditFinding> findings, string option, Func<AuditFinding, string> value) =>
        string.Join(' ', findings.Take(MostOptions).Select(finding => $"{option} \"{value(finding)}\""))
        + (findings.Count > MostOptions ? " and so on" : string.Empty);

    private static string Share(double share) => NumberText.Percent(share);

    private static string Two(double number) => Invariant($"{number:0.00}");
}
