using static System.FormattableString;

namespace Segmentation;

/// <summary>Columns that are no features, and levels that are none by themselves.</summary>
internal static class ColumnAudit
{
    private const int MostNamed = 5;

    /// <summary>Features that look like ids, which a user named all the same.</summary>
    public static IEnumerable<AuditFinding> Ids(CustomerTable table, FittedPreprocessor fitted) =>
        from name in fitted.ColumnNames
        where table[name] is NumericColumn && fitted.Features.All(feature => feature.Column != name || feature.Encoding is not { IsLevel: true })
        let reason = IdLikeness.ReasonOf((NumericColumn)table[name])
        where reason is not null
        select new AuditFinding(
            AuditKind.IdAmongFeatures,
            [name],
            $"'{name}' is a feature and looks like an id: {reason}. Customers with near numbers would count as alike. Leave it out.",
            new Dictionary<string, double>());

    public static IEnumerable<AuditFinding> Pooled(CustomerTable table, FittedPreprocessor fitted)
    {
        foreach (OtherLevelsEncoding other in fitted.Features.Select(feature => feature.Encoding).OfType<OtherLevelsEncoding>())
        {
            int rows = other.Encode(table).Numbers.Count(number => number == 1);
            string names = string.Join(", ", other.Pooled.Take(MostNamed).Select(level => $"'{level}'"));
            string more = other.Pooled.Count > MostNamed ? Invariant($" and {other.Pooled.Count - MostNamed:#,0} more") : string.Empty;
            string verb = other.Pooled.Count == 1 ? "is rare and counts" : "are rare and count";
            yield return new AuditFinding(
                AuditKind.PooledLevels,
                [other.Column],
                Invariant($"{names}{more} of '{other.Column}' ({NumberText.Customers(rows)}) {verb} as 'other'; {other.Kept.Count} {(other.Kept.Count == 1 ? "value has a feature of its" : "values have features of their")} own."),
                new Dictionary<string, double> { ["pooledLevels"] = other.Pooled.Count, ["pooledRows"] = rows, ["keptLevels"] = other.Kept.Count });
        }
    }

    public static IEnumerable<AuditFinding> LeftOut(FittedPreprocessor fitted) => fitted.Excluded.Select(reason =>
        new AuditFinding(AuditKind.LeftOut, [], reason, new Dictionary<string, double>()));
}
