namespace Segmentation;

/// <summary>Finds rows that are equal in every one of some columns.</summary>
internal static class DuplicateRows
{
    /// <summary>The rows that repeat an earlier one, each with the first row that it repeats, in row order.</summary>
    /// <remarks>
    /// Rows are hashed column by column and compared only where their hashes meet, so the work grows with the number
    /// of cells. A missing cell equals a missing cell.
    /// </remarks>
    internal static IEnumerable<(int Row, int FirstRow)> Find(IReadOnlyList<Column> columns, int rowCount)
    {
        int[] hashes = new int[rowCount];
        foreach (Column column in columns)
        {
            for (int row = 0; row < rowCount; row++)
            {
                hashes[row] = HashCode.Combine(hashes[row], CellHash(column, row));
            }
        }

        HashSet<int> seen = new(new RowComparer(columns, hashes));
        for (int row = 0; row < rowCount; row++)
        {
            if (!seen.Add(row))
            {
                seen.TryGetValue(row, out int first);
                yield return (row, first);
            }
        }
    }

    private static int CellHash(Column column, int row) => column switch
    {
        NumericColumn numeric => numeric[row].GetHashCode(),
        CategoricalColumn categorical => categorical.Codes[row],
        DateColumn date => date.Values[row].GetHashCode(),
        _ => column.TextAt(row)?.GetHashCode(StringComparison.Ordinal) ?? 0,
    };

    private sealed class RowComparer(IReadOnlyList<Column> columns, int[] hashes) : IEqualityComparer<int>
    {
        public bool Equals(int row, int otherRow) => columns.All(column => column.Compare(row, otherRow) == 0);

        public int GetHashCode(int row) => hashes[row];
    }
}
