namespace Segmentation;

/// <summary>What of an audit belongs among the warnings of a run, all findings of a kind in one sentence.</summary>
internal static class AuditWarnings
{
    private const AuditKind LastOfTheFirst = AuditKind.ImpossibleValues;

    /// <summary>What may make the segments worthless.</summary>
    public static IEnumerable<ResultWarning> First(PreparationAudit audit) => Merged(audit, finding => finding.Kind <= LastOfTheFirst);

    /// <summary>The other warnings, but for the rows that were left out, who are named in a sentence of their own.</summary>
    public static IEnumerable<ResultWarning> Further(PreparationAudit audit) => Merged(
        audit, finding => finding is { IsWarning: true, Kind: > LastOfTheFirst and not AuditKind.ManyRowsDropped });

    /// <summary>What was done and does little harm, but for the columns that were left out.</summary>
    public static IEnumerable<ResultWarning> Notes(PreparationAudit audit) =>
        Merged(audit, finding => finding is { IsWarning: false, Kind: not AuditKind.LeftOut });

    /// <summary>Whether the audit says what a finding about the table says.</summary>
    public static bool Say(PreparationAudit audit, Finding finding) => ValueAudit.KindOf(finding.Kind) is not null || audit.Findings.Any(said =>
        said.Kind == AuditKindOf(finding.Kind) && finding.Columns.All(column => said.Columns.Contains(column)));

    private static IEnumerable<ResultWarning> Merged(PreparationAudit audit, Func<AuditFinding, bool> belongs) =>
        from finding in audit.Findings
        where belongs(finding)
        group finding by finding.Kind into kind
        from message in AuditMerging.Messages([.. kind])
        select new ResultWarning(kind.Key is <= AuditKind.TotalRows or AuditKind.MostlyMissing or AuditKind.ManyRowsDropped ? WarningSubject.Rows : WarningSubject.Columns, message);

    private static AuditKind? AuditKindOf(FindingKind kind) => kind switch
    {
        FindingKind.SkewedColumn => AuditKind.SkewedAmount,
        FindingKind.Outliers => AuditKind.ExtremeOutliers,
        _ => null,
    };
}
