using System.Globalization;

namespace Segmentation;

/// <summary>
/// Reads dates as files spell them, whatever the machine's culture. A cell with a time zone keeps its clock time.
/// One object reads one column: it tries the form that fitted last first.
/// </summary>
internal sealed class DateText
{
    /// <summary>The forms in which a time of day follows a date.</summary>
    public static readonly string[] Times = ["", " H:mm", " H:mm:ss.FFFFFFF", " h:mm tt", " h:mm:ss tt"];

    private static readonly string[] Certain =
    [
        .. WithTimes("yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "d MMM yyyy", "d-MMM-yyyy", "MMM d, yyyy", "d MMMM yyyy", "MMMM d, yyyy"),
        "yyyy-M-d'T'H:mmK", "yyyy-M-d'T'H:mm:ss.FFFFFFFK", "yyyy-M-d H:mmK", "yyyy-M-d H:mm:ss.FFFFFFFK",
    ];

    /// <summary>How the names of the months begin.</summary>
    private const string Months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";

    private readonly string[] formats;
    private int last;

    private DateText(string[] formats) => this.formats = formats;

    /// <summary>Year first or the month in letters, and day before month where both are numbers.</summary>
    public static DateText DayFirst() => new([.. Certain, .. WithTimes("d/M/yyyy", "d-M-yyyy", "d.M.yyyy")]);

    /// <summary>Year first or the month in letters, and month before day where both are numbers.</summary>
    public static DateText MonthFirst() => new([.. Certain, .. WithTimes("M/d/yyyy", "M-d-yyyy", "M.d.yyyy")]);

    /// <summary>Year first or the month in letters.</summary>
    public static DateText YearFirst() => new(Certain);

    /// <summary>One format of the caller's.</summary>
    public static DateText Exactly(string format) => new([format]);

    /// <summary>The date, or null when the text is none.</summary>
    public DateTime? Parse(string text)
    {
        if (formats.Length > 1 && !CouldBeDate(text))
        {
            return null;
        }

        for (int i = 0; i < formats.Length; i++)
        {
            int index = (last + i) % formats.Length;
            if (DateTimeOffset.TryParseExact(
                text, formats[index], CultureInfo.InvariantCulture,
                DateTimeStyles.AllowLeadingWhite | DateTimeStyles.AllowTrailingWhite | DateTimeStyles.AssumeUniversal,
                out DateTimeOffset value))
            {
                last = index;
                return value.DateTime;
            }
        }

        return null;
    }

    /// <summary>Whether the text begins as 2024-… does: day and month cannot be mistaken for each other.</summary>
    public static bool BeginsWithYear(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        return start.Length > 4 && !start[..4].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Spares free text the whole list of formats.</summary>
    private static bool CouldBeDate(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        return trimmed.Length is >= 8 and <= 40
            && (char.IsAsciiDigit(trimmed[0]) || Months.AsSpan().Contains(trimmed[..3], StringComparison.OrdinalIgnoreCase))
            && !NumberParsing.IsWhole(trimmed);
    }

    private static IEnumerable<string> WithTimes(params string[] dates) =>
        dates.SelectMany(_ => Times, (date, time) => date + time);
}
