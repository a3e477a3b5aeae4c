using static System.FormattableString;

namespace Segmentation;

/// <summary>What of a table takes part, in sentences that the command and the report share.</summary>
internal static class DataUseText
{
    /// <summary>A sentence names no more columns than this.</summary>
    private const int MostNames = 8;

    private const int LongestName = 60;

    public static IEnumerable<string> Of(DataUse use)
    {
        yield return Rows(use);
        yield return $"Compared by {Listed([.. use.Columns.Select(Named)])}{Which(use)}";
        if (!use.IsByDefault)
        {
            yield break;
        }

        foreach (IGrouping<UnusedReason, UnusedColumn> group in use.Unused.Where(column => column.Reason <= UnusedReason.Outcome)
            .GroupBy(column => column.Reason).OrderBy(group => group.Key))
        {
            yield return Unused([.. group]);
        }

        if (use.Unused.Where(column => column.Reason > UnusedReason.Outcome).ToArray() is { Length: > 0 } others)
        {
            yield return $"Not compared by {Listed([.. others.Select(column => Named(column.Column) + $" ({column.Detail})")])}.";
        }
    }

    /// <summary>How many rows lack what, as a clause after "for it" or "for they": "they lack Age (3) and Income (1)".</summary>
    public static string Lacking(IReadOnlyList<DroppedRow> dropped)
    {
        (string Column, int Count)[] columns =
        [
            .. dropped.SelectMany(row => row.MissingFeatures.Distinct(StringComparer.Ordinal)).CountBy(column => column)
                .OrderByDescending(column => column.Value).ThenBy(column => column.Key, StringComparer.Ordinal)
                .Select(column => (column.Key, column.Value)),
        ];
        string what = columns.Length == 1
            ? Named(columns[0].Column)
            : Listed([.. columns.Select(column => Invariant($"{Named(column.Column)} ({column.Count:#,0})"))]);
        return dropped.Count == 1 ? $"it lacks {Listed([.. columns.Select(column => Named(column.Column))])}" : $"they lack {what}";
    }

    private static string Which(DataUse use)
    {
        string encoded = use.HasEncodings ? ", and those with an encoding" : string.Empty;
        return use.IsByDefault ? $": {(use.HasEveryNumber ? "the " : string.Empty)}numeric columns that are not ids{encoded}. Choose with --features." : ", as asked.";
    }

    private static string Rows(DataUse use)
    {
        int left = use.RowsRead - use.RowsUsed;
        if (left == 0)
        {
            return use.RowsRead == 1 ? "Rows: the only one is used." : Invariant($"Rows: all {use.RowsRead:#,0} are used.");
        }

        string keep = use.Missing == MissingValues.DropRows ? $"; --missing median or kpod would keep {(left == 1 ? "it" : "them")}" : string.Empty;
        return Invariant(
            $"Rows: {use.RowsUsed:#,0} of {use.RowsRead:#,0} are used; {left:#,0} ({NumberText.Percent((double)left / use.RowsRead)}) {(left == 1 ? "is not, for" : "are not, for")} {Lacking(use.Dropped)}{keep}.");
    }

    private static string Unused(UnusedColumn[] columns)
    {
        UnusedColumn first = columns[0];
        bool one = columns.Length == 1;
        string names = Listed([.. columns.Select(column => $"{Named(column.Column)} ({column.Detail})")]);
        return first.Reason switch
        {
            UnusedReason.Sparse =>
                $"Left out, for {(one ? "it" : "they")} would cost most of the rows: {names}. Name {(one ? "it" : "them")} in --features to pay that price, or fill {(one ? "its" : "their")} gaps with {first.Option}.",
            UnusedReason.StrayTexts when one =>
                $"Not compared by {Named(first.Column)}, which is text because of {first.Detail}; {first.Option} would take it in.",
            UnusedReason.StrayTexts =>
                $"Not compared by columns that are text because of a few cells: {names}; {first.Option} would take them in.",
            UnusedReason.DecoratedNumbers =>
                $"Not compared by {names}: numbers with signs or words around them are text; leave only the numbers to use {(one ? "it" : "them")}.",
            UnusedReason.LikelyOutcome =>
                $"Not compared by {names}, which by {(one ? "its name says" : "their names say")} what became of a customer; {first.Option} compares the segments by it.",
            UnusedReason.Outcome =>
                $"Not compared by {Listed([.. columns.Select(column => Named(column.Column))])}, which {(one ? "is" : "are")} left out on purpose.",
            UnusedReason.Date => $"Not compared by the date{(one ? string.Empty : "s")} {Listed([.. columns.Select(column => Named(column.Column))])}; {Example(columns)}.",
            _ => $"Not compared by the categor{(one ? "y" : "ies")} {names}; {Example(columns)}.",
        };
    }

    private static string Example(UnusedColumn[] columns) => columns.Length == 1
        ? $"{columns[0].Option} would take it in"
        : $"{columns[0].Option}, and so on for each, would take them in";

    private static string Listed(IReadOnlyList<string> names) => names.Count switch
    {
        1 => names[0],
        <= MostNames => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
        _ => $"{string.Join(", ", names.Take(MostNames - 1))} and {names.Count - MostNames + 1} more columns",
    };

    private static string Named(string column) => PlainText.OneLine(column, LongestName);
}
