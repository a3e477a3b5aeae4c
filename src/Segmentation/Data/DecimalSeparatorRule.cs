namespace Segmentation;

/// <summary>Finds the decimal separator of a file.</summary>
internal static class DecimalSeparatorRule
{
    /// <summary>
    /// The caller's; else the comma where cells are separated by semicolons and a column of numbers has a comma that
    /// cannot group thousands; else the point.
    /// </summary>
    public static char Find(CsvOptions options, char delimiter, IEnumerable<RawColumn> columns) =>
        options.DecimalSeparator ?? (delimiter == ';' && columns.Any(column => ProvesComma(column, options)) ? ',' : '.');

    /// <summary>Whether at least half of the cells, and at least one, would be numbers with the other separator only.</summary>
    public static bool OtherWouldFit(RawColumn raw, char separator, Func<int, bool> isMissing) =>
        MostlyNumbers(raw, separator == ',' ? '.' : ',', isMissing, text => !NumberParsing.TryParse(text, separator, out _));

    private static bool ProvesComma(RawColumn raw, CsvOptions options)
    {
        MissingTokenRule missing = new(options, raw.Name);
        return MostlyNumbers(raw, ',', code => missing.IsMissingNumber(raw.Texts[code]), NumberParsing.HasCertainDecimalComma);
    }

    private static bool MostlyNumbers(RawColumn raw, char separator, Func<int, bool> isMissing, Func<string, bool> isProof)
    {
        int present = 0;
        int numbers = 0;
        bool proven = false;
        for (int code = 0; code < raw.Texts.Count; code++)
        {
            if (!isMissing(code))
            {
                present += raw.Counts[code];
                if (NumberParsing.TryParse(raw.Texts[code], separator, out _))
                {
                    numbers += raw.Counts[code];
                    proven |= isProof(raw.Texts[code]);
                }
            }
        }

        return proven && 2 * numbers >= present;
    }
}
