using System.Text.RegularExpressions;

namespace Segmentation;

/// <summary>Tells of dates such as 03/04/24: they have to be told, for nothing in them says which century they are of.</summary>
internal static partial class TwoDigitYears
{
    private static readonly string[] DayFirst = Formats("dd-MM-yy", "d-M-yy");
    private static readonly string[] MonthFirst = Formats("MM-dd-yy", "M-d-yy");
    private static readonly string[] MonthInLetters = WithTimes(["dd-MMM-yy", "d-MMM-yy", "dd MMM yy", "d MMM yy"]);

    /// <summary>Says that at least half of the present cells are such dates, with the first of them; null when they are not.</summary>
    public static string? Warning(ColumnTexts texts, IReadOnlyList<int> lines)
    {
        bool?[] alike = texts.Parse<bool>(text => Shape().IsMatch(text) ? true : null);
        if (!texts.IsMostly(alike) || Fitting(texts) is not { Length: > 0 } formats)
        {
            return null;
        }

        int row = texts.Raw.FindRow(code => alike[code] is not null);
        return $"Column '{texts.Name}' was read as text: its cells look like dates with a year of two digits, as '{texts.Raw.TextAt(row)}' in line {lines[row]}; the century is unknown: set DateFormat (--date-format), for example to {string.Join(" or ", formats)}.";
    }

    /// <summary>
    /// The formats that fit most rows, one with the day first and one with the month first where both do; none where a
    /// format fits less than half of the rows.
    /// </summary>
    private static string[] Fitting(ColumnTexts texts)
    {
        (string Format, int Rows)[] best = [Best(texts, DayFirst), Best(texts, MonthFirst), Best(texts, MonthInLetters)];
        int most = best.Max(format => format.Rows);
        return 2 * most < texts.PresentRows ? [] : [.. best.Where(format => format.Rows == most).Select(format => format.Format)];
    }

    private static (string Format, int Rows) Best(ColumnTexts texts, string[] formats) =>
        formats.Select(format => (format, texts.RowsOf(texts.Parse(DateText.Exactly(format).Parse)))).MaxBy(fit => fit.Item2);

    private static string[] Formats(params string[] dates) =>
        WithTimes([.. dates.SelectMany(date => new[] { date.Replace('-', '/'), date.Replace('-', '.'), date })]);

    private static string[] WithTimes(string[] dates) => [.. dates.SelectMany(date => DateText.Times.Select(time => date + time))];

    [GeneratedRegex(@"^\s*\d{1,2}(?:([/.-])\d{1,2}\1|[ -][A-Za-z]{3}[ -])\d{2}(?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
