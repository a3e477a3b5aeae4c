namespace Segmentation;

/// <summary>Chooses the column that identifies a row; see <see cref="CsvOptions.IdColumn"/>.</summary>
internal static class IdColumnRule
{
    private const double MostlyDistinct = 0.9;
    private const double HalfDistinct = 0.5;

    public static string? Choose(IEnumerable<Column> columns)
    {
        (TextColumn Column, double Share)[] ids =
        [
            .. columns.OfType<TextColumn>()
                .Where(column => column.Kind == ColumnKind.Id)
                .OrderBy(column => IdNames.Rank(column.Name))
                .Select(column => (column, DistinctShare(column))),
        ];
        TextColumn? chosen = ids.FirstOrDefault(id => id.Share == 1).Column
            ?? ids.FirstOrDefault(id => id.Share >= MostlyDistinct).Column
            ?? (ids.Count(id => IsNamed(id.Column)) == 1 && ids[0].Share >= HalfDistinct ? ids[0].Column : null);
        return chosen?.Name;
    }

    /// <summary>Whether its name says ids or codes, and not its cells alone.</summary>
    private static bool IsNamed(TextColumn column) => IdNames.IsId(column.Name) || IdNames.IsCode(column.Name);

    /// <summary>The number of different ids.</summary>
    public static int DistinctCount(TextColumn column) => IsRising(column.Values) ? column.RowCount : DistinctCount(column.Values);

    /// <summary>The number of distinct ids divided by the number of rows.</summary>
    private static double DistinctShare(TextColumn column) => (double)DistinctCount(column) / column.RowCount;

    /// <summary>Whether every row has an id that is greater than the one before: then all differ, as in most files.</summary>
    private static bool IsRising(ReadOnlySpan<string?> ids)
    {
        for (int row = 0; row < ids.Length; row++)
        {
            if (ids[row] is null || (row > 0 && string.CompareOrdinal(ids[row - 1], ids[row]) >= 0))
            {
                return false;
            }
        }

        return true;
    }

    private static int DistinctCount(ReadOnlySpan<string?> ids)
    {
        HashSet<string> distinct = new(StringComparer.Ordinal);
        foreach (string? id in ids)
        {
            if (id is not null)
            {
                distinct.Add(id);
            }
        }

        return distinct.Count;
    }
}
