using System.Globalization;
using static System.FormattableString;

namespace Segmentation;

/// <summary>Recognises numbers that are no amounts: dates, years, codes, postcodes; and yes/no flags and percentages.</summary>
internal static class NumberMeaning
{
    private const int FewestYears = 30;
    private const int FewestMonths = 20;
    public const int MostCodes = 50;

    /// <summary>Excel's numbers of days from 1927 to 2064; birthdays may be before.</summary>
    private const double FirstSerial = 10_000;
    private const double LastSerial = 60_000;
    private const double FirstBirthday = 1_000;

    /// <summary>Seconds since 1970 from 1980 to 2040.</summary>
    private const double FirstSecond = 315_532_800;
    private const double LastSecond = 2_208_988_800;

    /// <summary>What the numbers are; null where they are amounts as far as one can tell.</summary>
    public static FindingKind? Of(NumericColumn column, NumberFacts facts, int distinct)
    {
        string name = column.Name;
        return distinct < 2 ? null
            : facts.AreWholeWithin(0, 1) ? FindingKind.Flags
            : AreCompact(column, facts, distinct, out _) ? FindingKind.CompactDates
            : AreSerial(name, facts) || AreSeconds(name, facts, out _) ? FindingKind.SerialDates
            : AreYears(name, facts, distinct) ? FindingKind.Years
            : facts.AreWholeWithin(0, 1e10) && IdNames.IsPostcode(name) ? FindingKind.Postcodes
            : AreCodes(name, facts, distinct) ? FindingKind.Codes
            : ColumnWords.SayPercent(name) && facts is { Low.Value: >= 0, High.Value: > 1 and <= 100 } ? FindingKind.Percentages
            : null;
    }

    /// <summary>What to know and do about numbers that are no amounts.</summary>
    public static string Sentence(FindingKind kind, NumericColumn column, NumberFacts facts, int distinct)
    {
        string name = column.Name;
        string cells = NumberText.Counted(facts.Count, "number");
        switch (kind)
        {
            case FindingKind.CompactDates:
                AreCompact(column, facts, distinct, out string format);
                return Invariant($"The {cells} of '{name}' are dates written together, from {facts.Low.Value} to {facts.High.Value}, and no amounts: from one month to the next they jump. Read them as dates (--date-format {format}), or leave the column out (--features without it).");
            case FindingKind.SerialDates:
                bool areSeconds = AreSeconds(name, facts, out double perSecond);
                string what = areSeconds ? $"{(perSecond == 1 ? "seconds" : "milliseconds")} since 1970" : "a spreadsheet's days since 1900";
                (string from, string to) = areSeconds
                    ? (Day(DateTime.UnixEpoch.AddSeconds(facts.Low.Value / perSecond)), Day(DateTime.UnixEpoch.AddSeconds(facts.High.Value / perSecond)))
                    : (Day(DateTime.FromOADate(facts.Low.Value)), Day(DateTime.FromOADate(facts.High.Value)));
                return $"The {cells} of '{name}' look like dates as {what}: {from} to {to}. Export the column as dates such as {to}, which are compared by their age in days, or leave it out (--features without it).";
            case FindingKind.Years when ColumnWords.SayBirth(name):
                return Invariant($"The {cells} of '{name}' are years of birth, {facts.Low.Value} to {facts.High.Value}: high means young, and a logarithm or a ratio of them means nothing. Put an age in their place before segments are read by them, or leave the column out (--features without it).");
            case FindingKind.Years:
                return Invariant($"The {cells} of '{name}' are years, {facts.Low.Value} to {facts.High.Value}: a logarithm or a ratio of them means nothing. Put the years that have passed since in their place, or leave the column out (--features without it).");
            case FindingKind.Postcodes:
                return Invariant($"The {cells} of '{name}' are postcodes, {distinct:#,0} different ones: near numbers are no near places. Leave the column out (--features without it).");
            default:
                string circle = ColumnWords.SayMonth(name) ? "; December and January would be farthest apart" : string.Empty;
                return Invariant($"The {cells} of '{name}' are codes, {distinct:#,0} different ones from {facts.Low.Value} to {facts.High.Value}, whose order and distances mean nothing{circle}. Take them as categories (--encode \"{name}=onehot\"), or leave the column out (--features without it).");
        }
    }

    private static bool AreYears(string name, NumberFacts facts, int distinct) => ColumnWords.SayYear(name)
        ? facts.AreWholeWithin(1850, 2100)
        : facts.AreWholeWithin(1900, 2035) && facts.Count >= FewestYears && distinct >= FewestYears / 2;

    private static bool AreSerial(string name, NumberFacts facts) => ColumnWords.SayDate(name)
        && facts.Low.Value >= (ColumnWords.SayBirth(name) ? FirstBirthday : FirstSerial) && facts.High.Value is > FirstSerial and <= LastSerial;

    private static bool AreSeconds(string name, NumberFacts facts, out double perSecond)
    {
        perSecond = facts.High.Value > LastSecond ? 1000 : 1;
        return ColumnWords.SayDate(name) && facts.Low.Value >= perSecond * FirstSecond && facts.High.Value <= perSecond * LastSecond;
    }

    private static bool AreCodes(string name, NumberFacts facts, int distinct) =>
        distinct is > 2 and <= MostCodes && facts.Count > distinct && facts.AreWholeWithin(0, 1e6) && ColumnWords.SayCode(name)
        && (!ColumnWords.SayMonth(name) || facts.AreWholeWithin(1, 12));

    /// <summary>20240131 and the like in every cell, or 202401 in many.</summary>
    private static bool AreCompact(NumericColumn column, NumberFacts facts, int distinct, out string format)
    {
        format = facts.High.Value >= 1e7 ? "yyyyMMdd" : "yyyyMM";
        int fewest = format.Length == 8 || ColumnWords.SayDate(column.Name) ? 3 : FewestMonths;
        double scale = format.Length == 8 ? 100 : 1;
        if (facts.Count < fewest || distinct < 3 || !facts.AreWholeWithin(190001 * scale, 210012 * scale + 31))
        {
            return false;
        }

        foreach (double value in column.Values)
        {
            if (!double.IsNaN(value) && value >= facts.Low.Value && value <= facts.High.Value && !IsDay((int)value, scale == 100))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDay(int number, bool hasDays)
    {
        int month = (hasDays ? number / 100 : number) % 100;
        int year = number / (hasDays ? 10_000 : 100);
        int day = hasDays ? number % 100 : 1;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static string Day(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
