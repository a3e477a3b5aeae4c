using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// What a careful analyst would notice, in words: what stands about the rows first, then column by column. Rules for
/// the shape of a column pass over columns that look like ids.
/// </summary>
internal static class FindingRules
{
    private const double StrongSkewness = 1;

    internal static IEnumerable<Finding> Apply(
        CustomerTable table, IReadOnlyList<ColumnSummary> summaries, CorrelationMatrix pearson, CorrelationMatrix spearman)
    {
        Dictionary<string, string> idReasons = new(StringComparer.Ordinal);
        foreach (NumericColumn column in table.Columns.OfType<NumericColumn>())
        {
            if (IdLikeness.ReasonOf(column) is string reason)
            {
                idReasons.Add(column.Name, reason);
            }
        }

        NumericSummary[] shapes =
            [.. summaries.OfType<NumericSummary>().Where(summary => !idReasons.ContainsKey(summary.Name))];
        string[] rowIds =
        [
            .. summaries.Where(summary => idReasons.ContainsKey(summary.Name) && summary.Distinct == summary.Count)
                .Select(summary => summary.Name),
        ];
        return
        [
            .. DuplicateFindings.Apply(table, rowIds),
            .. NoId(table, idReasons),
            .. summaries.Where(IsConstant).Select(Constant),
            .. idReasons.Select(pair => LooksLikeId(pair.Key, pair.Value)),
            .. summaries.Where(summary => summary.Missing > 0).Select(Missing),
            .. ValueFindings.Of(table, table.Columns),
            .. summaries.OfType<CategoricalSummary>().Select(RareLevels.Of).OfType<Finding>(),
            .. CorrelationFindings.Of(
                [.. table.Columns.OfType<NumericColumn>()], column => !idReasons.ContainsKey(column.Name), pearson, spearman),
            .. shapes.Where(IsSkewed).Select(Skewed),
            .. shapes.Where(HasOutliers).Select(Outliers),
        ];
    }

    /// <summary>One cell alone is no sign that a column never varies.</summary>
    private static bool IsConstant(ColumnSummary summary) => summary.Count >= 2
        && (summary.Distinct == 1
            || (summary is NumericSummary { Minimum: double low, Maximum: double high } && Rounding.SameUpToRounding(low, high)));

    private static Finding Constant(ColumnSummary summary)
    {
        string value = summary switch
        {
            NumericSummary numeric => Invariant($" ({numeric.Minimum})"),
            CategoricalSummary categorical => $" ('{categorical.Levels[0].Level}')",
            _ => string.Empty,
        };
        return new Finding(
            FindingKind.ConstantColumn,
            [summary.Name],
            Invariant($"'{summary.Name}' has the same value{value} in all {summary.Count} rows that have one, so it cannot tell customers apart."));
    }

    /// <summary>A file without a column that is known to be an id; a table made in memory may do without one.</summary>
    private static IEnumerable<Finding> NoId(CustomerTable table, Dictionary<string, string> idReasons)
    {
        if (table.LoadReport is not null && table.Id is null && !table.Columns.Any(column => column.Kind == ColumnKind.Id))
        {
            string right = idReasons.Count == 0
                ? "where one does, name it (--id COLUMN)"
                : $"'{idReasons.Keys.First()}' looks like one, for {idReasons.Values.First()}: name it (--id \"{idReasons.Keys.First()}\") if it is";
            yield return new Finding(
                FindingKind.NoId, [], $"No column is known to identify a customer, so that rows are called by their number; {right}.");
        }
    }

    private static Finding LooksLikeId(string name, string reason) => new(
        FindingKind.LooksLikeId, [name], $"'{name}' looks like an id: {reason}. Do not cluster on it.");

    private static Finding Missing(ColumnSummary summary) => new(
        FindingKind.MissingValues,
        [summary.Name],
        summary.Count == 0
            ? summary.Missing == 1
                ? $"'{summary.Name}' is missing in the only row."
                : Invariant($"'{summary.Name}' is missing in all {summary.Missing} rows.")
            : Invariant($"'{summary.Name}' is missing in {summary.Missing} of {summary.Count + summary.Missing} rows ({NumberText.Percent((double)summary.Missing / (summary.Count + summary.Missing))})."));

    /// <summary>
    /// More than 1 to either side, and more than two standard errors, which few rows easily exceed by chance. A column
    /// of two values is a yes or no, which has no tail.
    /// </summary>
    private static bool IsSkewed(NumericSummary summary)
    {
        double n = summary.Count;
        double standardError = Math.Sqrt(6 * n * (n - 1) / ((n - 2) * (n + 1) * (n + 3)));
        return summary is { Distinct: > 2, Skewness: double skewness }
            && Math.Abs(skewness) > Math.Max(StrongSkewness, 2 * standardError);
    }

    private static Finding Skewed(NumericSummary summary)
    {
        string side = summary.Skewness > 0 ? "high" : "low";
        string advice = summary switch
        {
            { Skewness: > 0, Minimum: > 0 } => "Look at its histogram; its logarithm may cluster better.",
            { Skewness: > 0, Minimum: 0 } => "Look at its histogram; the logarithm of 1 + x may cluster better.",
            _ => "Look at its histogram.",
        };
        return new Finding(
            FindingKind.SkewedColumn,
            [summary.Name],
            Invariant($"'{summary.Name}' has a long tail of {side} values: skewness {summary.Skewness:0.00}, mean {summary.Mean:G6}, median {summary.Median:G6}. {advice}"));
    }

    /// <summary>Where half of the values are equal the fences have no width, and being beyond them says nothing.</summary>
    private static bool HasOutliers(NumericSummary summary) => summary.Outliers > 0 && summary.Q3 > summary.Q1;

    private static Finding Outliers(NumericSummary summary) => new(
        FindingKind.Outliers,
        [summary.Name],
        Invariant($"'{summary.Name}' has {summary.Outliers} of {summary.Count} values beyond Tukey's fences ({summary.LowerFence:G6} to {summary.UpperFence:G6})."));
}
