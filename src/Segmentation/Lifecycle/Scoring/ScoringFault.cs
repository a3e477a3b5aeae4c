namespace Segmentation;

/// <summary>The first row of a file that could not be scored, and what would help.</summary>
/// <param name="Line">The line in the file on which the row begins, from 1.</param>
/// <param name="Message">What is wrong with its first cell at fault, which it quotes, in one sentence.</param>
/// <param name="Remedy">What would help, in one sentence; null where nothing is known to.</param>
public sealed record ScoringFault(int Line, string Message, string? Remedy)
{
    /// <summary>A cell that should be a number.</summary>
    internal static ScoringFault OfNumber(string column, int line, string text) =>
        new(line, new StrayText(column, ColumnKind.Numeric, line, text).Message, ForNumber(text));

    /// <summary>A cell that should be a date.</summary>
    internal static ScoringFault OfDate(string column, int line, string text) => new(
        line, new StrayText(column, ColumnKind.Date, line, text).Message, "DateFormat (--date-format) says how dates are spelt.");

    /// <summary>Anything else that is wrong with a row, such as "Age is missing".</summary>
    internal static ScoringFault OfRow(int line, string problem, bool isMissing) => new(
        line, $"{problem}.", isMissing ? "A model that is made with --missing median fills missing cells." : null);

    private static string? ForNumber(string text)
    {
        if (NumberParsing.TryParse(text, ',', out _))
        {
            return "DecimalSeparator (--decimal comma) reads its comma as a decimal one.";
        }

        // 12.000,50: with the thousands together, its comma can be told.
        string? marks = NumberLike.MarksIn(text);
        return marks is null ? null
            : marks.Contains("'.'", StringComparison.Ordinal) && text.Contains(',', StringComparison.Ordinal)
                ? $"Remove {marks} from the numbers, and read them with --decimal comma."
                : $"Remove {marks} from the numbers.";
    }
}
