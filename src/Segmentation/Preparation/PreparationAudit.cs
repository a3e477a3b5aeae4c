namespace Segmentation;

/// <summary>
/// What a preparation will do to the segments, said before anything is clustered: which column will decide them, which
/// counts twice, where a logarithm would help, and what was pooled, filled or left out.
/// </summary>
/// <remarks>
/// Variances, splits, correlations and skewnesses are those of at most 20,000 rows, taken at even distances; counts and
/// outliers those of all rows. A table's order of rows matters only past that.
/// </remarks>
/// <example>
/// <code>
/// foreach (AuditFinding finding in PreparationAudit.Of(table, new Preprocessor { Features = ["Gender", "Age"] }).Findings)
/// {
///     Console.WriteLine(finding.Message);
/// }
/// </code>
/// </example>
public sealed class PreparationAudit
{
    internal static readonly PreparationAudit Empty = new([]);

    private PreparationAudit(IReadOnlyList<AuditFinding> findings)
    {
        Findings = findings;
    }

    /// <summary>What was found, the most serious first.</summary>
    public IReadOnlyList<AuditFinding> Findings { get; }

    /// <summary>Those findings that will likely harm the segments.</summary>
    public IEnumerable<AuditFinding> Warnings => Findings.Where(finding => finding.IsWarning);

    /// <summary>Audits what a preprocessor would make of a table. Constant columns are findings here, not errors.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Preprocessor.Fit"/>.</exception>
    /// <exception cref="DataException">As for <see cref="Preprocessor.Fit"/>, but for constant features.</exception>
    public static PreparationAudit Of(CustomerTable table, Preprocessor preprocessor)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(preprocessor);
        FittedPreprocessor fitted = (preprocessor with { ConstantFeatures = ConstantFeatures.Exclude }).Fit(table);
        return Of(
            table,
            preprocessor,
            fitted,
            preprocessor.Missing == MissingValues.KPod ? fitted.TransformPartly(table).FilledByMeans() : fitted.Transform(table));
    }

    /// <summary>As the other, of what was made already.</summary>
    internal static PreparationAudit Of(
        CustomerTable table, Preprocessor preprocessor, FittedPreprocessor fitted, PreparedData prepared)
    {
        AuditedFeatures features = new(table, fitted, prepared);
        AuditFinding[] dominating = [.. VarianceAudit.Dominating(features, preprocessor)];
        IEnumerable<AuditFinding> findings =
        [
            .. ValueAudit.Of(table, fitted, dominating.SelectMany(finding => finding.Columns)),
            .. dominating,
            .. VarianceAudit.MostOfTheVariance(features),
            .. SameThingAudit.Of(features),
            .. ColumnAudit.Ids(table, fitted),
            .. MissingAudit.Of(table, preprocessor, fitted, prepared),
            .. ShapeAudit.Outliers(table, fitted, prepared),
            .. ShapeAudit.Skewed(features, table),
            .. ColumnAudit.Pooled(table, fitted),
            .. ColumnAudit.LeftOut(fitted),
        ];
        return new PreparationAudit([.. findings.OrderBy(finding => finding.Kind)]);
    }
}
