namespace Segmentation;

/// <summary>Reads the cells of one column of a streamed file as numbers.</summary>
internal sealed class StreamedNumber(string column, CsvOptions options, char delimiter)
{
    private readonly MissingTokenRule missing = new(options, column);
    private readonly char sign = options.DecimalSeparator ?? '.';
    private readonly bool isCertain = options.DecimalSeparator is not null || delimiter != ';';

    /// <summary>The number, NaN where the cell is missing, null where it is neither.</summary>
    public double? Parse(string text)
    {
        // -0 + 0 is 0, as in a column in memory.
        if ((isCertain || text.AsSpan().IndexOfAny('.', ',') < 0) && NumberParsing.TryParse(text, sign, out double number))
        {
            return number + 0.0;
        }

        return missing.IsMissingNumber(text) || (isCertain && options.StrayTexts == StrayTextHandling.TreatAsMissing)
            ? double.NaN
            : null;
    }

    /// <summary>Whether a cell that was refused would be a number if its sign were known to be a decimal one.</summary>
    public bool MayBeNumber(string text) =>
        !isCertain && (NumberParsing.TryParse(text, '.', out _) || NumberParsing.TryParse(text, ',', out _));

    /// <summary>What is wrong with a cell that is neither a number nor missing.</summary>
    public string WhyNot(string text, int line) => MayBeNumber(text)
        ? $"column '{column}' has '{text}', whose sign may be a decimal one or group thousands; set DecimalSeparator (--decimal) to say which."
        : new StrayText(column, ColumnKind.Numeric, line, text).Message;
}
