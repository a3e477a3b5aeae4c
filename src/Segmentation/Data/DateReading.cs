namespace Segmentation;

/// <summary>Reads the dates of a column, in the one order of day and month that its cells or the caller tell.</summary>
internal sealed class DateReading(string source, CsvOptions options, IReadOnlyList<int> lines)
{
    /// <summary>
    /// For each text its date. Where some rows prove the day first and others the month first, and neither order clearly
    /// fits more, the mixture names one of each, with its line.
    /// </summary>
    /// <exception cref="DataException">At least half of the rows are dates that fit either order.</exception>
    public (DateTime?[] Dates, string? Mixture) Read(ColumnTexts texts)
    {
        if (ToldFormat(options, texts) is DateText told)
        {
            return (texts.Parse(told.Parse), null);
        }

        DateTime?[] dayFirst = texts.Parse(DateText.DayFirst().Parse);
        if (texts.All(code => DateText.BeginsWithYear(texts.Raw.Texts[code])))
        {
            return (dayFirst, null);
        }

        DateTime?[] monthFirst = texts.Parse(DateText.MonthFirst().Parse);
        if (options.DateOrder is DateOrder order)
        {
            return (order == DateOrder.DayFirst ? dayFirst : monthFirst, null);
        }

        int advantage = texts.RowsOf(dayFirst) - texts.RowsOf(monthFirst);
        DateTime?[] better = advantage >= 0 ? dayFirst : monthFirst;
        bool clear = advantage != 0 && texts.IsMostly(better);
        if (clear || dayFirst.SequenceEqual(monthFirst) || !texts.IsMostly([.. dayFirst.Zip(monthFirst, (day, month) => day ?? month)]))
        {
            return (better, null);
        }

        return Mixture(texts.Raw, dayFirst, monthFirst) is string mixture
            ? (better, mixture)
            : throw EitherOrder(texts.Raw, dayFirst, monthFirst);
    }

    /// <summary>
    /// The format that the caller tells, where it fits at least half of the cells, or none of them has a value; null where the
    /// column is to be read in the usual forms.
    /// </summary>
    public static DateText? ToldFormat(CsvOptions options, ColumnTexts texts) =>
        options.DateFormat is string format && DateText.Exactly(format) is DateText told
            && (texts.PresentRows == 0 || texts.IsMostly(texts.Parse(told.Parse)))
            ? told
            : null;

    private string? Mixture(RawColumn raw, DateTime?[] dayFirst, DateTime?[] monthFirst)
    {
        int day = raw.FindRow(code => dayFirst[code] is not null && monthFirst[code] is null);
        int month = raw.FindRow(code => dayFirst[code] is null && monthFirst[code] is not null);
        return day < 0 || month < 0
            ? null
            : $"'{raw.TextAt(day)}' in line {lines[day]} is day-month and '{raw.TextAt(month)}' in line {lines[month]} is month-day";
    }

    private DataException EitherOrder(RawColumn raw, DateTime?[] dayFirst, DateTime?[] monthFirst)
    {
        int row = raw.FindRow(code => dayFirst[code] != monthFirst[code]);
        return new DataException(
            source, lines[row],
            $"column '{raw.Name}' could be day-month or month-day, as in '{raw.TextAt(row)}': set DateOrder to DayFirst or MonthFirst (--date-order day or month), or DateFormat (--date-format).");
    }
}
