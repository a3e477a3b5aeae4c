using System.Globalization;

namespace Segmentation;

/// <summary>A cell to write: a text, or a number that is written so that it reads back to the same double.</summary>
public readonly struct CsvCell
{
    private readonly string? text;
    private readonly double? number;

    private CsvCell(string? text, double? number) => (this.text, this.number) = (text, number);

    /// <summary>A text; null is an empty cell. A spreadsheet will not run it as a formula.</summary>
    public static CsvCell Text(string? text) => new(text, null);

    /// <summary>A number; NaN and null are empty cells.</summary>
    public static CsvCell Number(double? number) => new(null, number);

    /// <summary>A text; see <see cref="Text"/>.</summary>
    public static implicit operator CsvCell(string? text) => Text(text);

    /// <summary>A number; see <see cref="Number"/>.</summary>
    public static implicit operator CsvCell(double number) => Number(number);

    /// <summary>The cell as it stands in the file, but for the quotes.</summary>
    public override string ToString() => number is double value
        ? double.IsNaN(value) ? string.Empty : value.ToString("R", CultureInfo.InvariantCulture)
        : Escape(text ?? string.Empty);

    /// <summary>
    /// Puts an apostrophe before a text that a spreadsheet would take for a formula (it begins with = + - @, their
    /// full-width forms, a tab or a line break), unless the whole text is a number such as -5.
    /// </summary>
    private static string Escape(string text) =>
        !string.IsNullOrWhiteSpace(text) && "=+-@\t\r\n＝＋－＠".Contains(text[0], StringComparison.Ordinal) && !IsNumber(text) ? "'" + text : text;

    private static bool IsNumber(string text) => double.TryParse(
        text,
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
        CultureInfo.InvariantCulture,
        out double number) && double.IsFinite(number);
}
