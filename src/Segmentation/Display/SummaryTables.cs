using System.Globalization;

namespace Segmentation;

/// <summary>Tables of column summaries, one for each kind of column; null where there is no such column.</summary>
internal static class SummaryTables
{
    private const int MostLevels = 8;

    public static DisplayTable? Numbers(IReadOnlyList<NumericSummary> columns) => columns.Count == 0 ? null : new(
        "Numbers, in original units",
        ["Column", "Count", "Missing", "Mean", "Std. dev.", "Min", "Q1", "Median", "Q3", "Max", "Skewness", "Outliers"],
        columns.Select(column => new DisplayCell[]
        {
            column.Name, column.Count, column.Missing, column.Mean, column.StandardDeviation, column.Minimum,
            column.Q1, column.Median, column.Q3, column.Maximum, column.Skewness, column.Outliers,
        }));

    public static DisplayTable? Categories(IReadOnlyList<CategoricalSummary> columns) => columns.Count == 0 ? null : new(
        "Categories, shares among the cells that are not missing",
        ["Column", "Level", "Count", "Share"],
        columns.SelectMany(Levels));

    public static DisplayTable? Others(IReadOnlyList<ColumnSummary> columns) => columns.Count == 0 ? null : new(
        "Ids, dates and texts",
        ["Column", "Kind", "Count", "Missing", "Different", "From", "To"],
        columns.Select(column => new DisplayCell[]
        {
            column.Name, column.Kind.ToString(), column.Count, column.Missing, column.Distinct,
            Day((column as DateSummary)?.Earliest), Day((column as DateSummary)?.Latest),
        }));

    private static IEnumerable<DisplayCell[]> Levels(CategoricalSummary column)
    {
        foreach (LevelCount level in column.Levels.Take(MostLevels))
        {
            yield return [column.Name, level.Level, level.Count, DisplayCell.Share(level.Share)];
        }

        if (column.Levels.Count > MostLevels)
        {
            int rest = column.Levels.Skip(MostLevels).Sum(level => level.Count);
            string others = FormattableString.Invariant($"({column.Levels.Count - MostLevels:#,0} more)");
            yield return [column.Name, others, rest, DisplayCell.Share((double)rest / column.Count)];
        }

        if (column.Missing > 0)
        {
            yield return [column.Name, "(missing)", column.Missing, DisplayCell.Share(null)];
        }
    }

    private static string? Day(DateTime? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
