using static System.FormattableString;

namespace Segmentation;

/// <summary>What missing cells cost: rows, or numbers that nobody measured.</summary>
internal static class MissingAudit
{
    private const double Mostly = 0.5;
    private const double ManyDropped = 0.2;

    public static IEnumerable<AuditFinding> Of(
        CustomerTable table, Preprocessor options, FittedPreprocessor fitted, PreparedData prepared)
    {
        Column[] columns = [.. fitted.ColumnNames.Select(name => table[name]).Where(column => column.MissingCount > 0)];
        foreach (Column column in columns)
        {
            double share = (double)column.MissingCount / table.RowCount;
            Dictionary<string, double> numbers = new() { ["missing"] = column.MissingCount, ["missingShare"] = share };
            string count = Invariant($"'{column.Name}' is missing in {column.MissingCount:#,0} of {table.RowCount:#,0} rows ({NumberText.Percent(share)})");
            if (share > Mostly)
            {
                string then = options.Missing == MissingValues.DropRows
                    ? "which are left out for it"
                    : $"which get {FillWords(options.Missing)}: segments would rather tell who has the value than what it is";
                yield return new AuditFinding(AuditKind.MostlyMissing, [column.Name], $"{count}, {then}. Leave the column out.", numbers);
            }
            else if (options.Missing != MissingValues.DropRows)
            {
                yield return new AuditFinding(AuditKind.FilledCells, [column.Name], $"{count}, which get {FillWords(options.Missing)}.", numbers);
            }
        }

        double dropped = (double)prepared.Dropped.Count / table.RowCount;
        if (dropped > ManyDropped && options.Missing == MissingValues.DropRows)
        {
            Column most = columns.MaxBy(column => column.MissingCount)!;
            yield return new AuditFinding(
                AuditKind.ManyRowsDropped,
                [most.Name],
                Invariant($"{prepared.Dropped.Count:#,0} of {NumberText.Customers(table.RowCount)} ({NumberText.Percent(dropped)}) {(prepared.Dropped.Count == 1 ? "is left out because it lacks" : "are left out because they lack")} a feature, most often '{most.Name}' ({most.MissingCount:#,0}). Fill missing values (--missing median or kpod), or use fewer features."),
                new Dictionary<string, double> { ["dropped"] = prepared.Dropped.Count, ["droppedShare"] = dropped });
        }
    }

    private static string FillWords(MissingValues missing) => missing switch
    {
        MissingValues.FillMean => "the mean",
        MissingValues.FillMode => "the most frequent value",
        MissingValues.KPod => "the value of their segment's centroid",
        _ => "the median (of a category the most frequent value)",
    };
}
