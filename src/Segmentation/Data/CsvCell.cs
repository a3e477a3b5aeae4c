using System.Globalization;

namespace Segmentation;

/// <summary>A cell to write: a text, or a number that is written so that it reads back to the same double.</summary>
public readonly struct CsvCell
{
    private readonly string? text;
    private readonly double? number;

    private CsvCell(string? text, double? number) => (this.text, this.number) = (text, number);

    /// <summary>
    /// A text; null is an empty cell. A spreadsheet will not run it as a formula: an apostrophe comes before a text that
    /// begins with = + - @ (or their full-width forms, a tab or a line break) and is no number. That holds for names and
    /// ids too: an id such as "@x" or "+49 30 1234" is written as "'@x" and "'+49 30 1234", while "-5" and "+49301234"
    /// stay as they are.
    /// </summary>
    public static CsvCell Text(string? text) => new(text, null);

    /// <summary>A number; NaN and null are empty cells.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite: no reader agrees with another on how that is spelt.</exception>
    public static CsvCell Number(double? number) => number is double value && double.IsInfinity(value)
        ? throw new ArgumentOutOfRangeException(nameof(number), number, "A number in a CSV file is finite or missing (null or NaN).")
        : new(null, number);

    /// <summary>A text; see <see cref="Text"/>.</summary>
    public static implicit operator CsvCell(string? text) => Text(text);

    /// <summary>A number; see <see cref="Number"/>.</summary>
    public static implicit operator CsvCell(double number) => Number(number);

    /// <summary>The cell as it stands in the file, but for the quotes.</summary>
    public override string ToString() => number is double value
        ? double.IsNaN(value) ? string.Empty : value.ToString("R", CultureInfo.InvariantCulture)
        : Escape(text ?? string.Empty);

    /// <summary>
    /// Puts an apostrophe before a text that a spreadsheet would take for a formula; see <see cref="Text"/>. A text that has one
    /// stays as it is, so that a cell of a file of ours and what it was made from can be compared in this form.
    /// </summary>
    internal static string Escape(string text) =>
        !string.IsNullOrWhiteSpace(text) && "=+-@\t\r\n＝＋－＠".Contains(text[0], StringComparison.Ordinal) && !IsNumber(text) ? "'" + text : text;

    private static bool IsNumber(string text) => double.TryParse(
        text,
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
        CultureInfo.InvariantCulture,
        out double number) && double.IsFinite(number);
}
