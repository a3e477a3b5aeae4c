namespace Segmentation;

/// <summary>
/// The order in which customers are worked on, whatever the order of the file: by id, then by every column in turn.
/// Rows that are equal everywhere may stand in any order, for exchanging them changes nothing.
/// </summary>
internal static class CustomerOrder
{
    /// <summary>The table's rows in that order.</summary>
    public static int[] Of(CustomerTable table)
    {
        int[] rows = [.. Enumerable.Range(0, table.RowCount)];
        Column[] keys = table.Id is TextColumn id ? [id, .. table.Columns.Where(column => column != id)] : [.. table.Columns];
        Array.Sort(rows, (row, otherRow) =>
        {
            foreach (Column key in keys)
            {
                int order = key.Compare(row, otherRow);
                if (order != 0)
                {
                    return order;
                }
            }

            return 0;
        });
        return rows;
    }
}
