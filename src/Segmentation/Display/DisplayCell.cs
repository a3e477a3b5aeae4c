using System.Globalization;

namespace Segmentation;

/// <summary>A cell of a <see cref="DisplayTable"/>: a text or a number; what is unknown is a dash.</summary>
public readonly struct DisplayCell
{
    private const string Unknown = "–";
    private const int LongestText = 500;

    private readonly string? text;

    private DisplayCell(string text, bool isNumber)
    {
        this.text = text;
        IsNumber = isNumber;
    }

    /// <summary>Whether the cell is a number; a column of numbers is aligned to the right.</summary>
    internal bool IsNumber { get; }

    /// <summary>A text, on one line and without invisible characters; null or blank is unknown.</summary>
    public static DisplayCell Text(string? text) =>
        string.IsNullOrWhiteSpace(text) ? default : new(PlainText.OneLine(text, LongestText), isNumber: false);

    /// <summary>A number to about three digits, as <see cref="NumberText.Of"/> writes it; null or NaN is unknown.</summary>
    public static DisplayCell Number(double? number) =>
        number is double known && !double.IsNaN(known) ? new(NumberText.Of(known), isNumber: true) : new(Unknown, isNumber: true);

    /// <summary>A whole number with all its digits; null is unknown.</summary>
    public static DisplayCell Count(int? count) => Formatted(count, "#,0");

    /// <summary>A share, 0 to 1, as a percentage; null is unknown.</summary>
    public static DisplayCell Share(double? share) =>
        new(share is double known ? NumberText.Percent(known) : Unknown, isNumber: true);

    /// <summary>A number with a fixed number of decimals, for columns whose numbers are compared; null is unknown.</summary>
    public static DisplayCell Fixed(double? number, int decimals) =>
        Formatted(number, "#,0." + new string('0', decimals));

    /// <summary>As <see cref="Text"/>.</summary>
    public static implicit operator DisplayCell(string? text) => Text(text);

    /// <summary>As <see cref="Count"/>.</summary>
    public static implicit operator DisplayCell(int count) => Count(count);

    /// <summary>As <see cref="Number"/>.</summary>
    public static implicit operator DisplayCell(double number) => Number(number);

    /// <summary>As <see cref="Number"/>.</summary>
    public static implicit operator DisplayCell(double? number) => Number(number);

    /// <summary>The cell as it is shown, not escaped.</summary>
    public override string ToString() => text ?? Unknown;

    /// <summary>A number as it stands in the data; null is unknown.</summary>
    internal static DisplayCell Exact(string? number) => new(number ?? Unknown, isNumber: true);

    /// <summary>A probability that chance alone is behind something; null is unknown.</summary>
    internal static DisplayCell PValue(double? probability) =>
        new(probability is double known ? EvidenceText.PValue(known) : Unknown, isNumber: true);

    /// <summary>A number with decimals enough to lie on the same side of some bounds as it does; null is unknown.</summary>
    internal static DisplayCell Beside(double? number, int decimals, params IEnumerable<double> bounds) =>
        new(number is double known ? NumberText.Beside(known, decimals, bounds) : Unknown, isNumber: true);

    /// <summary>A number with its sign, in two decimals; null is unknown.</summary>
    internal static DisplayCell Signed(double? number) => Formatted(number, "+0.00;-0.00;0.00");

    private static DisplayCell Formatted<T>(T? number, string format)
        where T : struct, IFormattable =>
        new(number?.ToString(format, CultureInfo.InvariantCulture) ?? Unknown, isNumber: true);
}
