namespace Segmentation;

/// <summary>How a table was read from a file or a stream: what was found, and what a careful reader should know.</summary>
/// <param name="Source">The file's name, or a word for the stream.</param>
/// <param name="Encoding">The encoding as it was taken, such as "UTF-8" or "Windows-1252 (the file is not valid UTF-8)".</param>
/// <param name="Delimiter">The character between the cells.</param>
/// <param name="RowCount">The number of rows read.</param>
/// <param name="MissingTokens">For each column with missing cells, which texts were taken as missing and how often.</param>
/// <param name="Warnings">What needs attention, one sentence each.</param>
public sealed partial record LoadReport(
    string Source,
    string Encoding,
    char Delimiter,
    int RowCount,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> MissingTokens,
    IReadOnlyList<string> Warnings)
{
    /// <summary>The first texts of each column that is otherwise numbers or dates, in file order.</summary>
    public IReadOnlyList<StrayText> StrayTexts { get; init; } = [];

    /// <summary>What stands between the cells, in words: "commas", "semicolons", "tabs", "pipes", or the character in quotes.</summary>
    public string DelimiterInWords => Delimiter switch
    {
        ',' => "commas",
        ';' => "semicolons",
        '\t' => "tabs",
        '|' => "pipes",
        _ => $"'{Delimiter}'",
    };

    /// <summary>Whether somebody said which column identifies a customer, so that no other one is to be looked for.</summary>
    internal bool IdIsTold { get; init; }

    /// <summary>How long reading took, from the first byte to the typed columns.</summary>
    public TimeSpan Elapsed { get; init; }
}

/// <summary>A text that stands in a column of numbers or dates.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Expected">What the column's other cells are.</param>
/// <param name="Line">The line in the file, counted from 1.</param>
/// <param name="Value">The text.</param>
public sealed record StrayText(string Column, ColumnKind Expected, int Line, string Value)
{
    /// <summary>What the cell should be and what it is, in one sentence without the place in the file.</summary>
    public string Message => Expected == ColumnKind.Numeric
        ? $"column '{Column}' should be a number but is '{Value}'{WhyNoNumber()}."
        : $"column '{Column}' should be a date but is '{Value}'.";

    private string WhyNoNumber() =>
        NumberParsing.IsTooLarge(Value) ? ", which is beyond the largest number (1.8E+308)"
        : NumberParsing.MayGroupThousands(Value, '.') ? GroupOrDecimal("point")
        : NumberParsing.MayGroupThousands(Value, ',') ? GroupOrDecimal("comma")
        : string.Empty;

    private static string GroupOrDecimal(string sign) =>
        $", whose {sign} may be a decimal one or group thousands; DecimalSeparator (--decimal) can say which";
}
