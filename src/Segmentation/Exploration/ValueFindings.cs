using static System.FormattableString;

namespace Segmentation;

/// <summary>Numbers and dates that are something else than they seem: placeholders, impossible values, dates, codes, flags.</summary>
internal static class ValueFindings
{
    /// <summary>From this share of zeros on a number tells who has any rather than how much.</summary>
    private const double MostlyZero = 0.8;

    private const int MostNamed = 4;

    /// <summary>The findings about some columns of a table, those that harm most first.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns to look at.</param>
    /// <param name="knownFlags">Columns that need no word as flags.</param>
    public static IReadOnlyList<Finding> Of(CustomerTable table, IEnumerable<Column> columns, HashSet<string>? knownFlags = null)
    {
        List<Finding> findings = [];
        List<string> flags = [];
        foreach (Column column in columns)
        {
            if (column is DateColumn dates)
            {
                findings.AddRange(OfDates(dates, table));
            }
            else if (column is NumericColumn numbers && NumberFacts.Of(numbers) is NumberFacts facts && IdLikeness.ReasonOf(numbers) is null)
            {
                findings.AddRange(OfNumbers(numbers, facts, table, flags));
            }
        }

        flags.RemoveAll(name => knownFlags?.Contains(name) == true);
        if (flags.Count > 0)
        {
            findings.Add(Flags(flags));
        }

        return [.. findings.OrderBy(finding => finding.Kind)];
    }

    private static IEnumerable<Finding> OfNumbers(NumericColumn column, NumberFacts facts, CustomerTable table, List<string> flags)
    {
        int distinct = DistinctUpTo(column, NumberMeaning.MostCodes + 2);
        int left = distinct;
        if (NumberPlaceholders.Of(facts, distinct) is NumberEnd placeholder)
        {
            NumberFacts others = NumberFacts.Of(column, placeholder.Value)!;
            yield return Placeholder(column, placeholder, facts, others, table);
            (facts, left) = (others, distinct - 1);
        }

        if (ImpossibleAges.Of(column, facts, table) is Finding impossible)
        {
            yield return impossible;
        }

        FindingKind? meaning = NumberMeaning.Of(column, facts, left);
        if (meaning == FindingKind.Flags)
        {
            flags.Add(column.Name);
        }
        else if (meaning == FindingKind.Percentages)
        {
            yield return new Finding(FindingKind.Percentages, [column.Name], Invariant($"'{column.Name}' holds percentages, {NumberText.Of(facts.Low.Value)} to {NumberText.Of(facts.High.Value)}, and no shares of 0 to 1.")) { Count = facts.Count };
        }
        else if (meaning is FindingKind kind)
        {
            yield return new Finding(kind, [column.Name], NumberMeaning.Sentence(kind, column, facts, left)) { Count = facts.Count };
        }
        else if (facts.Zeros >= MostlyZero * facts.Count && left > 2 && facts.Low.Value == 0)
        {
            yield return new Finding(
                FindingKind.MostlyZeros,
                [column.Name],
                Invariant($"'{column.Name}' is 0 in {facts.Zeros:#,0} of {NumberText.Counted(facts.Count, "row")} ({NumberText.Percent((double)facts.Zeros / facts.Count)}): as a number it sets the few others apart by how much they have. Compare the segments by it afterwards (--features without it), or make a yes/no column of it."))
            { Count = facts.Zeros };
        }
    }

    private static Finding Placeholder(NumericColumn column, NumberEnd placeholder, NumberFacts facts, NumberFacts others, CustomerTable table)
    {
        string value = Invariant($"{placeholder.Value}");
        bool isMost = 2 * placeholder.Count > facts.Count;
        string then = isMost ? "Leave the column out, or make a yes/no column of it" : $"Take it as missing ({MissingText.Option(table, value)}{Elsewhere(table, column, placeholder.Value)}), or leave the column out";
        return new Finding(
            FindingKind.Placeholders,
            [column.Name],
            Invariant($"'{column.Name}' is {value} in {placeholder.Count:#,0} of {NumberText.Counted(facts.Count, "row")}, far from all other values ({NumberText.Of(others.Low.Value)} to {NumberText.Of(others.High.Value)}): it looks like a word for '{(isMost ? "never" : "unknown")}', and counts as an amount. {then}."))
        { Count = placeholder.Count };
    }

    /// <summary>The option is about every column: which other one has the number too, where it may be meant.</summary>
    private static string Elsewhere(CustomerTable table, NumericColumn column, double value)
    {
        NumericColumn? other = table.Columns.OfType<NumericColumn>().FirstOrDefault(other =>
            other != column && other.Values.Contains(value) && NumberFacts.Of(other) is NumberFacts facts
            && NumberPlaceholders.Of(facts, DistinctUpTo(other, NumberMeaning.MostCodes + 2))?.Value != value);
        return other is null ? string.Empty : $", which empties that number in '{other.Name}' too";
    }

    private static IEnumerable<Finding> OfDates(DateColumn column, CustomerTable table)
    {
        IReadOnlyList<(DateTime Date, int Count)> placeholders = DatePlaceholders.Of(column);
        if (placeholders.Count > 0)
        {
            int rows = placeholders.Sum(placeholder => placeholder.Count);
            string[] dates = [.. placeholders.OrderByDescending(placeholder => placeholder.Count).Take(MostNamed).Select(placeholder => DateColumn.TextOf(placeholder.Date))];
            string more = placeholders.Count > MostNamed ? Invariant($" and {placeholders.Count - MostNamed} more") : string.Empty;
            yield return new Finding(
                FindingKind.Placeholders,
                [column.Name],
                Invariant($"'{column.Name}' is {string.Join(" or ", dates)}{more} in {rows:#,0} of {NumberText.Counted(column.RowCount - column.MissingCount, "row")}, years from all other dates: it looks like a word for 'unknown' or 'never', and would count as an age. Take it as missing ({MissingText.Option(table, dates)}, as the file spells it), or leave the column out."))
            { Count = rows };
        }

        if (ImpossibleAges.Of(column, placeholders, table) is Finding impossible)
        {
            yield return impossible;
        }
    }

    private static Finding Flags(List<string> columns)
    {
        string names = Listed.Names([.. columns.Select(name => $"'{name}'")], MostNamed, "column");
        string holds = columns.Count == 1 ? "holds 0 and 1 only, as yes/no flags do" : "hold 0 and 1 only, as yes/no flags do";
        return new Finding(
            FindingKind.Flags,
            [.. columns],
            $"{names} {holds}: a flag is compared as an amount is, and draws customers to its two values. Let it count less (--weight \"{columns[0]}=0.5\"), or compare the segments by it afterwards.");
    }

    /// <summary>The different numbers of a column, counted no further than so many.</summary>
    private static int DistinctUpTo(NumericColumn column, int most)
    {
        HashSet<double> seen = [];
        foreach (double value in column.Values)
        {
            if (!double.IsNaN(value) && seen.Add(value) && seen.Count == most)
            {
                break;
            }
        }

        return seen.Count;
    }
}
