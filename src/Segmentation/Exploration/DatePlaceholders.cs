namespace Segmentation;

/// <summary>Finds dates at the ends of a column that stand for "unknown" or "never": 9999-12-31, 1900-01-01.</summary>
internal static class DatePlaceholders
{
    private const double DaysOfAYear = 365.25;
    private const int Often = 3;

    private static readonly HashSet<(int Month, int Day)> UsualDays = [(1, 1), (12, 31), (12, 30), (1, 2)];

    /// <summary>The placeholders, each with its count, rising.</summary>
    public static IReadOnlyList<(DateTime Date, int Count)> Of(DateColumn column)
    {
        Dictionary<DateTime, int> counts = [];
        foreach (DateTime? cell in column.Values)
        {
            if (cell is DateTime date)
            {
                counts[date.Date] = counts.GetValueOrDefault(date.Date) + 1;
            }
        }

        DateTime[] dates = [.. counts.Keys.Order()];
        int first = 0;
        int last = dates.Length - 1;
        while (first < last && IsPlaceholder(dates[first], counts[dates[first]], dates[first + 1] - dates[first], dates[last] - dates[first + 1]))
        {
            first++;
        }

        while (first < last && IsPlaceholder(dates[last], counts[dates[last]], dates[last] - dates[last - 1], dates[last - 1] - dates[first]))
        {
            last--;
        }

        return dates.Length < 2 ? [] : [.. dates.Where((_, i) => i < first || i > last).Select(date => (date, counts[date]))];
    }

    /// <summary>The latest date that is none; null where there is no date.</summary>
    public static DateTime? LatestOther(DateColumn column)
    {
        HashSet<DateTime> placeholders = [.. Of(column).Select(placeholder => placeholder.Date)];
        DateTime? latest = null;
        foreach (DateTime? cell in column.Values)
        {
            if (cell is DateTime date && (latest is null || date > latest) && !placeholders.Contains(date.Date))
            {
                latest = date;
            }
        }

        return latest;
    }

    /// <summary>
    /// A date of a year that no file comes from; the first or last day of a year at least 5 years from all others; or any date
    /// in three rows or more that is as far from the others as they are from each other.
    /// </summary>
    private static bool IsPlaceholder(DateTime date, int count, TimeSpan gap, TimeSpan others)
    {
        double years = gap.TotalDays / DaysOfAYear;
        bool isUsual = UsualDays.Contains((date.Month, date.Day));
        return date.Year is < 1800 or >= 2200
            || (isUsual && years >= 5 && (count > 1 || date.Year is <= 1900 or >= 2099))
            || (count >= Often && years >= 5 && gap > others);
    }
}
