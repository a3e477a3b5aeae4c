namespace Segmentation;

/// <summary>
/// Cells that have to be dates: in the format that is told, where the first rows have it, else in the order of day and month
/// that is told or that the first rows prove.
/// </summary>
internal sealed class ScoringDates : ScoringCells
{
    private readonly CsvOptions options;
    private readonly string source;
    private readonly MissingTokenRule missing;
    private readonly DateText dayFirst = DateText.DayFirst();
    private readonly DateText monthFirst = DateText.MonthFirst();
    private readonly DateText? told;
    private readonly List<DateTime?> cells = [];

    /// <param name="column">The column's name.</param>
    /// <param name="options">How to read the file.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="first">The first cells; null where they are not needed.</param>
    /// <param name="lines">The line of each of these.</param>
    /// <exception cref="DataException">The first cells fit either order, and mean different dates.</exception>
    public ScoringDates(string column, CsvOptions options, string source, RawColumn? first, List<int> lines)
        : base(column)
    {
        this.options = options;
        this.source = source;
        missing = new MissingTokenRule(options, column);
        ColumnTexts texts = new(first ?? new RawColumn(column), missing);
        told = DateReading.ToldFormat(options, texts) is DateText format ? format
            : options.DateOrder is DateOrder order ? (order == DateOrder.DayFirst ? dayFirst : monthFirst)
            : first is null ? null : OrderOf(texts, lines);
    }

    public override string? Add(string text, int line)
    {
        DateTime? date = missing.IsMissingNumber(text) ? null : Parse(text, line);
        cells.Add(date);
        return date is not null || missing.IsMissingNumber(text) || options.StrayTexts == StrayTextHandling.TreatAsMissing
            ? null
            : $"{Column} is not a date";
    }

    public override ScoringFault Fault(string text, int line) => ScoringFault.OfDate(Column, line, text);

    public override void AddMissing() => cells.Add(null);

    public override Column Take()
    {
        DateColumn taken = new(Column, cells.ToArray());
        cells.Clear();
        return taken;
    }

    /// <summary>The order that the first rows prove; null where all of their dates mean the same in either.</summary>
    private DateText? OrderOf(ColumnTexts texts, List<int> lines)
    {
        DateTime?[] asDayFirst = texts.Parse(dayFirst.Parse);
        DateTime?[] asMonthFirst = texts.Parse(monthFirst.Parse);
        DateTime?[] read = new DateReading(source, options, lines).Read(texts).Dates;
        return asDayFirst.SequenceEqual(asMonthFirst) ? null : read.SequenceEqual(asDayFirst) ? dayFirst : monthFirst;
    }

    private DateTime? Parse(string text, int line)
    {
        if (told is not null)
        {
            return told.Parse(text);
        }

        DateTime? day = dayFirst.Parse(text);
        DateTime? month = monthFirst.Parse(text);
        return day is null || month is null || day == month
            ? day ?? month
            : throw new DataException(
                source, line, $"column '{Column}' could be day-month or month-day, as in '{text}': set DateOrder to DayFirst or MonthFirst (--date-order day or month), or DateFormat (--date-format).");
    }
}
