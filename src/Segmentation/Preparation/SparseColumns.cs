using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// Columns that nobody asked for and that would cost more customers than they are worth: while fewer than half of the rows
/// have all columns, the one that is missing most often is left out.
/// </summary>
internal static class SparseColumns
{
    /// <summary>Takes them out of the columns; one that has varied values always stays.</summary>
    /// <param name="columns">The columns to compare by.</param>
    /// <param name="isAsked">Whether someone named the column, so that it stays.</param>
    public static IReadOnlyList<Exclusion> TakeFrom(List<Column> columns, Func<Column, bool> isAsked)
    {
        // A column without any cell is told as such in another place, and costs nothing until then.
        Column[] known = [.. columns.Where(column => column.MissingCount < column.RowCount)];
        Column[] candidates = [.. known.Where(column => column.MissingCount > 0 && !isAsked(column)).OrderByDescending(column => column.MissingCount)];
        if (candidates.Length == 0)
        {
            return [];
        }

        int[] lacking = new int[known[0].RowCount];
        foreach (Column column in known.Where(column => column.MissingCount > 0))
        {
            Add(lacking, column, 1);
        }

        List<Exclusion> exclusions = [];
        foreach (Column column in candidates)
        {
            int complete = lacking.Count(count => count == 0);
            if (2 * complete >= lacking.Length)
            {
                break;
            }

            if (columns.Any(other => other != column && (isAsked(other) || Varies(other))))
            {
                columns.Remove(column);
                Add(lacking, column, -1);
                exclusions.Add(new(ExclusionKind.Sparse, column.Name, Sentence(column, complete)));
            }
        }

        return exclusions;
    }

    private static string Sentence(Column column, int complete) => Invariant(
        $"Column '{column.Name}' is missing in {column.MissingCount:#,0} of {column.RowCount:#,0} rows ({NumberText.Percent((double)column.MissingCount / column.RowCount)}), and with it only {NumberText.Counted(complete, "row")} would have all columns, so it is left out. Name it (--features) to use it all the same, or fill missing values (--missing median).");

    private static void Add(int[] lacking, Column column, int step)
    {
        for (int row = 0; row < lacking.Length; row++)
        {
            lacking[row] += column.IsMissing(row) ? step : 0;
        }
    }

    private static bool Varies(Column column) =>
        column is NumericColumn numeric && FeatureChoice.WhyUseless(numeric, [.. Enumerable.Range(0, numeric.RowCount)]) is null;
}
