using static System.FormattableString;

namespace Segmentation;

/// <summary>What of a table's findings matters to a run: rows that count twice, and the columns that were used as they are.</summary>
internal static class TableWarnings
{
    private const int MostNamed = 4;

    /// <summary>The share of a normal distribution beyond Tukey's fences.</summary>
    private const double NormalOutliers = 0.00698;

    /// <summary>Customers who stand in the table more than once.</summary>
    public static IEnumerable<ResultWarning> AboutRows(SegmentationResult result) => result.Summary.Findings
        .Where(finding => finding.Kind is FindingKind.DuplicateRows or FindingKind.DuplicateIds)
        .Select(finding => new ResultWarning(WarningSubject.Rows, finding.Message));

    /// <summary>Columns that say nearly the same, where the audit of what was clustered does not say so already.</summary>
    public static IEnumerable<ResultWarning> Correlations(SegmentationResult result)
    {
        HashSet<string> used = [.. AsTheyAre(result)];
        NumericColumn[] columns = [.. result.Customers.Columns.OfType<NumericColumn>().Where(column => result.Summary.Pearson.ColumnNames.Contains(column.Name))];
        return
        [
            .. CorrelationFindings.Of(columns, column => used.Contains(column.Name), result.Summary.Pearson, result.Summary.Spearman)
                .Where(finding => !result.Audit.Findings.Any(said => said.Kind == AuditKind.SameThing && finding.Columns.All(said.Columns.Contains)))
                .Select(finding => new ResultWarning(WarningSubject.Columns, finding.Message)),
        ];
    }

    /// <summary>What was noticed while the file was read, but of columns that take no part: <see cref="DataUse"/> tells of those.</summary>
    public static IEnumerable<ResultWarning> Loading(SegmentationResult result) =>
        from warning in result.Customers.LoadReport?.Warnings ?? []
        where !result.DataUse.Unused.Any(column => warning.StartsWith($"Column '{column.Column}'", StringComparison.Ordinal))
        select new ResultWarning(WarningSubject.Columns, warning);

    /// <summary>Long tails and outliers that the audit does not speak of.</summary>
    public static IEnumerable<ResultWarning> Shapes(SegmentationResult result)
    {
        HashSet<string> used = [.. AsTheyAre(result)];
        foreach (FindingKind kind in new[] { FindingKind.SkewedColumn, FindingKind.Outliers })
        {
            Finding[] findings = [.. result.Summary.Findings.Where(finding =>
                finding.Kind == kind && finding.Columns.All(used.Contains) && !AuditWarnings.Say(result.Audit, finding)
                && (kind != FindingKind.Outliers || AreMany(Summary(result.Summary, finding))))];
            if (findings.Length > 0)
            {
                yield return new(WarningSubject.Columns, findings.Length == 1 ? findings[0].Message : Merged(kind, findings, result.Summary));
            }
        }
    }

    /// <summary>The columns that were clustered as the numbers that they are.</summary>
    private static IEnumerable<string> AsTheyAre(SegmentationResult result) =>
        result.Preprocessor.Features.Where(feature => feature.Encoding is null).Select(feature => feature.Column);

    private static string Merged(FindingKind kind, Finding[] findings, TableSummary summary)
    {
        NumericSummary[] columns = [.. findings.Select(finding => Summary(summary, finding))];
        return kind == FindingKind.SkewedColumn
            ? $"{columns.Length} columns have long tails: {Listed(columns.OrderByDescending(column => Math.Abs(column.Skewness ?? 0)), column => Invariant($"skewness {column.Skewness:0.00}"))}. Look at their histograms."
            : $"{columns.Length} columns have values beyond Tukey's fences: {Listed(columns.OrderByDescending(column => column.Outliers), column => Invariant($"{column.Outliers:#,0} of {column.Count:#,0}"))}.";
    }

    private static NumericSummary Summary(TableSummary summary, Finding finding) =>
        summary.Columns.OfType<NumericSummary>().First(column => column.Name == finding.Columns[0]);

    /// <summary>Whether there are clearly more than a normal column of that length has, by three standard deviations.</summary>
    private static bool AreMany(NumericSummary column)
    {
        double expected = NormalOutliers * column.Count;
        return column.Outliers > expected + (3 * Math.Sqrt(expected));
    }

    private static string Listed(IEnumerable<NumericSummary> columns, Func<NumericSummary, string> detail)
    {
        string[] names = [.. columns.Select(column => $"'{column.Name}' ({detail(column)})")];
        return names.Length > MostNamed
            ? $"{string.Join(", ", names.Take(MostNamed - 1))} and {names.Length - MostNamed + 1} more"
            : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }
}
