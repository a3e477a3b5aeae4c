namespace Segmentation;

/// <summary>What rows and features are by their values: no customers, no amounts. The findings are those of the table's summary.</summary>
internal static class ValueAudit
{
    /// <param name="table">The table.</param>
    /// <param name="fitted">How it is prepared.</param>
    /// <param name="said">The columns that other findings call flags already.</param>
    public static IEnumerable<AuditFinding> Of(CustomerTable table, FittedPreprocessor fitted, IEnumerable<string> said)
    {
        if (CustomerRows.Doubt(table) is Finding doubt)
        {
            yield return Of(doubt);
        }

        HashSet<string> amounts = [.. fitted.Features.Where(feature => feature.Encoding is null or LogEncoding or AgeEncoding).Select(feature => feature.Column)];
        foreach (Finding finding in ValueFindings.Of(table, table.Columns.Where(column => amounts.Contains(column.Name)), [.. said]))
        {
            yield return Of(finding);
        }

        foreach (CategoricalColumn column in table.Columns.OfType<CategoricalColumn>().Where(column => !fitted.ColumnNames.Contains(column.Name)))
        {
            if (RareLevels.Of(CategoricalSummary.Of(column)) is Finding rare)
            {
                yield return Of(rare);
            }
        }
    }

    /// <summary>The kind of an audit's finding that says the same as one of a table's summary; null where no audit says it.</summary>
    public static AuditKind? KindOf(FindingKind kind) => kind switch
    {
        FindingKind.Transactions => AuditKind.Transactions,
        FindingKind.CollapsedIds => AuditKind.CollapsedIds,
        FindingKind.TotalRows => AuditKind.TotalRows,
        FindingKind.Placeholders => AuditKind.Placeholders,
        FindingKind.ImpossibleValues => AuditKind.ImpossibleValues,
        FindingKind.CompactDates => AuditKind.CompactDates,
        FindingKind.SerialDates => AuditKind.SerialDates,
        FindingKind.Codes => AuditKind.Codes,
        FindingKind.Postcodes => AuditKind.Postcodes,
        FindingKind.Years => AuditKind.Years,
        FindingKind.MostlyZeros => AuditKind.MostlyZeros,
        FindingKind.RareLevels => AuditKind.RareLevels,
        FindingKind.Flags => AuditKind.Flags,
        FindingKind.Percentages => AuditKind.Percentages,
        _ => null,
    };

    private static AuditFinding Of(Finding finding) => new(
        KindOf(finding.Kind)!.Value,
        finding.Columns,
        finding.Message,
        finding.Count is int count ? new Dictionary<string, double> { ["count"] = count } : []);
}
