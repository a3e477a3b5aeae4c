using static System.FormattableString;

namespace Segmentation;

/// <summary>Finds ages, years of birth and birthdays that no living customer has.</summary>
internal static class ImpossibleAges
{
    /// <summary>About one person in ten million is older.</summary>
    private const int Oldest = 110;

    /// <summary>The year of the data where no date of theirs tells it.</summary>
    private const int UsualYear = 2020;

    private const int MostNamed = 4;

    /// <summary>More than this share of impossible ages are no ages at all.</summary>
    private const double Few = 0.05;

    /// <summary>The finding about ages or years of birth; null where all can be, or the column holds neither.</summary>
    public static Finding? Of(NumericColumn column, NumberFacts facts, CustomerTable table)
    {
        bool areYears = facts.AreWholeWithin(1700, 2100) && ColumnWords.SayBirth(column.Name);
        if (!areYears && (facts is { Low.Value: >= 0, High.Value: <= Oldest } || !ColumnWords.SayAge(column.Name)))
        {
            return null;
        }

        int? told = areYears ? YearOf(table) : null;
        (double low, double high) = areYears ? ((told ?? UsualYear) - Oldest, told ?? int.MaxValue) : (0, Oldest);
        double[] impossible = [.. column.PresentValues().Where(value => value >= facts.Low.Value && value <= facts.High.Value && (value < low || value > high))];
        if (impossible.Length == 0 || impossible.Length > Few * facts.Count)
        {
            return null;
        }

        string[] texts = [.. impossible.Distinct().Order().Select(value => Invariant($"{value}"))];
        string why = !areYears ? $"an age is 0 to {Oldest} years"
            : told is int year ? $"a customer of {year}, the latest year of the file's dates, was born from {low} to {year}"
            : $"a customer of {UsualYear} was born from {low} on";
        return Found(column.Name, impossible.Length, facts.Count, texts, why, table);
    }

    /// <summary>The finding about birthdays.</summary>
    public static Finding? Of(DateColumn column, IReadOnlyList<(DateTime Date, int Count)> placeholders, CustomerTable table)
    {
        if (!ColumnWords.SayBirth(column.Name))
        {
            return null;
        }

        int? told = YearOf(table);
        (int low, int high) = ((told ?? UsualYear) - Oldest, told ?? int.MaxValue);
        HashSet<DateTime> known = [.. placeholders.Select(placeholder => placeholder.Date)];
        DateTime[] impossible = [.. column.Values.ToArray().OfType<DateTime>().Where(date => (date.Year < low || date.Year > high) && !known.Contains(date.Date))];
        return impossible.Length == 0 ? null : Found(
            column.Name, impossible.Length, column.RowCount - column.MissingCount,
            [.. impossible.Distinct().Order().Select(DateColumn.TextOf)],
            told is int year ? $"a customer of {year}, the latest year of the file's other dates, was born from {low} to {year}" : $"a customer of {UsualYear} was born from {low} on",
            table);
    }

    private static Finding Found(string name, int count, int all, string[] texts, string why, CustomerTable table) => new(
        FindingKind.ImpossibleValues,
        [name],
        Invariant($"'{name}' has {count:#,0} of {NumberText.Counted(all, "value")} that cannot be ({string.Join(", ", texts.Take(MostNamed))}{(texts.Length > MostNamed ? ", …" : string.Empty)}): {why}. Correct {(count == 1 ? "it" : "them")}, or take {(count == 1 ? "it" : "them")} as missing ({MissingText.Option(table, texts)})."))
    { Count = count };

    /// <summary>The latest year of the table's dates that are no birthdays; null where there are none.</summary>
    private static int? YearOf(CustomerTable table) => table.Columns.OfType<DateColumn>()
        .Where(column => !ColumnWords.SayBirth(column.Name))
        .Select(column => DatePlaceholders.LatestOther(column)?.Year).Max();
}
