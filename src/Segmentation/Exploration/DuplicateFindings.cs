using static System.FormattableString;

namespace Segmentation;

/// <summary>Notices ids and rows that stand in a table more than once.</summary>
internal static class DuplicateFindings
{
    /// <param name="table">The table.</param>
    /// <param name="idLike">Numeric columns that tell every row apart, and so would hide that the rest is equal.</param>
    internal static IEnumerable<Finding> Apply(CustomerTable table, IReadOnlyCollection<string> idLike)
    {
        if (CustomerRows.Doubt(table) is Finding doubt)
        {
            yield return doubt;
        }
        else if (table.Id is TextColumn id && IdColumnRule.DistinctCount(id) < id.RowCount - id.MissingCount)
        {
            yield return RepeatedIds(id);
        }

        if (RepeatedRows(table, idLike) is Finding repeatedRows)
        {
            yield return repeatedRows;
        }
    }

    private static Finding RepeatedIds(TextColumn id)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string? text in id.Values)
        {
            if (text is not null)
            {
                counts[text] = counts.GetValueOrDefault(text) + 1;
            }
        }

        int repeated = counts.Count(pair => pair.Value > 1);
        string example = id.Values.ToArray().First(text => text is not null && counts[text] > 1)!;
        string subject = repeated == 1 ? "1 id stands" : Invariant($"{repeated} ids stand");
        return new Finding(
            FindingKind.DuplicateIds,
            [id.Name],
            Invariant($"{subject} in more than one row of '{id.Name}': '{example}', for example, in {counts[example]} rows."));
    }

    private static Finding? RepeatedRows(CustomerTable table, IReadOnlyCollection<string> idLike)
    {
        Column[] ids = [.. table.Columns.Where(column => column == table.Id || idLike.Contains(column.Name))];
        Column[] compared = [.. table.Columns.Except(ids)];
        if (compared.Length == 0)
        {
            return null;
        }

        (int Row, int FirstRow)[] repeats = [.. DuplicateRows.Find(compared, table.RowCount)];
        if (repeats.Length == 0 || !ChanceRepeats.AreExceeded(repeats.Length, compared, table.RowCount))
        {
            return null;
        }

        string subject = repeats.Length == 1 ? "1 row repeats" : Invariant($"{repeats.Length} rows repeat");
        string but = ids.Length == 0 ? string.Empty : $" but {string.Join(" and ", ids.Select(column => $"'{column.Name}'"))}";
        (int earlier, int later) = table.PlaceNumber(repeats[0].FirstRow) < table.PlaceNumber(repeats[0].Row)
            ? (repeats[0].FirstRow, repeats[0].Row) : (repeats[0].Row, repeats[0].FirstRow);
        return new Finding(
            FindingKind.DuplicateRows,
            [],
            Invariant($"{subject} an earlier one in every column{but}: {table.PlaceOf(later)}, for example, is equal to {table.PlaceOf(earlier)}."));
    }
}
