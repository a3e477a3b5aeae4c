namespace Segmentation;

/// <summary>What of an audit belongs among the warnings of a run, which says many things in another place already.</summary>
internal static class AuditWarnings
{
    /// <summary>What may make the segments worthless.</summary>
    public static IEnumerable<string> First(PreparationAudit audit) => audit.Findings
        .Where(finding => finding.Kind <= AuditKind.IdAmongFeatures).Select(finding => finding.Message);

    /// <summary>
    /// The rest, but for rows and columns that were left out, cells that were filled, and pairs of columns that the summary
    /// has, with both its correlations.
    /// </summary>
    public static IEnumerable<string> Further(PreparationAudit audit, TableSummary summary) => audit.Findings
        .Where(finding => finding.Kind is > AuditKind.IdAmongFeatures and <= AuditKind.PooledLevels and not AuditKind.ManyRowsDropped)
        .Where(finding => finding.Kind != AuditKind.SameThing || !summary.Findings.Any(said =>
            said.Kind == FindingKind.StrongCorrelation && said.Columns.All(column => finding.Columns.Contains(column))))
        .Select(finding => finding.Message);

    /// <summary>Whether the audit says what a finding about the table says.</summary>
    public static bool Say(PreparationAudit audit, Finding finding) => ValueAudit.KindOf(finding.Kind) is not null || audit.Findings.Any(said =>
        said.Kind == AuditKindOf(finding.Kind) && finding.Columns.All(column => said.Columns.Contains(column)));

    private static AuditKind? AuditKindOf(FindingKind kind) => kind switch
    {
        FindingKind.LooksLikeId => AuditKind.IdAmongFeatures,
        FindingKind.MissingValues => AuditKind.MostlyMissing,
        FindingKind.SkewedColumn => AuditKind.SkewedAmount,
        FindingKind.Outliers => AuditKind.ExtremeOutliers,
        _ => null,
    };
}
