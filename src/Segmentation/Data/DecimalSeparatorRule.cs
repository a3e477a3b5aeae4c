namespace Segmentation;

/// <summary>The decimal separator of a file.</summary>
/// <param name="Sign">The point or the comma.</param>
/// <param name="IsCertain">
/// False where it is the point for want of evidence in a file whose cells are separated by semicolons: there 1.234 may
/// as well be 1234.
/// </param>
internal readonly record struct DecimalSeparator(char Sign, bool IsCertain);

/// <summary>Finds the decimal separator of a file.</summary>
internal static class DecimalSeparatorRule
{
    /// <summary>
    /// The caller's; else the comma where cells are separated by semicolons and a column of numbers has a comma that
    /// cannot group thousands; else the point.
    /// </summary>
    public static DecimalSeparator Find(CsvOptions options, char delimiter, IReadOnlyCollection<RawColumn> columns) =>
        options.DecimalSeparator is char told ? new(told, true)
        : delimiter != ';' ? new('.', true)
        : columns.Any(column => Proves(column, ',', options)) ? new(',', true)
        : new('.', columns.Any(column => Proves(column, '.', options)));

    /// <summary>The separator that has to be told before the cells can be numbers; null when none would help.</summary>
    public static char? ToBeTold(RawColumn raw, DecimalSeparator separator, Func<int, bool> isMissing) =>
        OtherWouldFit(raw, separator.Sign, isMissing) ? Other(separator.Sign)
        : !separator.IsCertain && MostlyNumbers(raw, '.', isMissing, text => text.Contains('.', StringComparison.Ordinal)) ? '.'
        : null;

    /// <summary>Whether at least half of the cells, and at least one, would be numbers with the other separator only.</summary>
    private static bool OtherWouldFit(RawColumn raw, char separator, Func<int, bool> isMissing) =>
        MostlyNumbers(raw, Other(separator), isMissing, text => !NumberParsing.TryParse(text, separator, out _));

    private static bool Proves(RawColumn raw, char separator, CsvOptions options)
    {
        MissingTokenRule missing = new(options, raw.Name);
        return MostlyNumbers(
            raw, separator, code => missing.IsMissingNumber(raw.Texts[code]),
            text => text.Contains(separator, StringComparison.Ordinal) && !NumberParsing.MayGroupThousands(text, separator));
    }

    private static char Other(char separator) => separator == ',' ? '.' : ',';

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
