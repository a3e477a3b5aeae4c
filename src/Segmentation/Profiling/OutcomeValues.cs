using System.Globalization;

namespace Segmentation;

/// <summary>A column as an outcome: two values, of which one is counted, or numbers.</summary>
/// <param name="Cells">A category of two levels, or numbers.</param>
/// <param name="Level">The level that is counted; null for numbers.</param>
internal sealed record OutcomeValues(Column Cells, string? Level)
{
    /// <summary>What says that it happened; of other pairs the rarer value is counted.</summary>
    private static readonly string[] Happened = ["yes", "y", "true", "t", "1", "ja", "j", "oui", "si", "sí", "sim"];

    private const int MostNamed = 5;
    private const int LongestName = 40;

    /// <exception cref="ArgumentException">There is no such column, or it has neither two values nor numbers.</exception>
    /// <exception cref="DataException">It would be numbers but for stray texts, or is the same in every row.</exception>
    public static OutcomeValues Of(CustomerTable table, string name)
    {
        Column column = table[name];
        if (table.LoadReport?.StrayTexts.Any(stray => stray.Column == name && stray.Expected == ColumnKind.Numeric) == true)
        {
            _ = table.Numeric(name);
        }

        if (column is not (NumericColumn or CategoricalColumn))
        {
            throw new ArgumentException(
                $"Column '{name}' cannot be the outcome (--outcome), for it is {Word(column.Kind)}; an outcome has two values, such as Yes and No, or is a number.");
        }

        string[] values = Distinct(column);
        if (values.Length < 2)
        {
            string what = values.Length == 0 ? "has no value in any row" : $"is '{PlainText.OneLine(values[0], LongestName)}' in every row that has one";
            throw new DataException($"Column '{name}' {what}, so no segment can differ in it: choose another outcome (--outcome).");
        }

        if (values.Length == 2)
        {
            CategoricalColumn category = column as CategoricalColumn
                ?? new CategoricalColumn(name, [.. Enumerable.Range(0, column.RowCount).Select(column.TextAt)]);
            return new(category, Counted(category, values));
        }

        return column is NumericColumn
            ? new(column, null)
            : throw new ArgumentException(
                $"Column '{name}' cannot be the outcome (--outcome), for it has {values.Length} values ({Listed(values)}); an outcome has two values, such as Yes and No, or is a number.");
    }

    /// <summary>The different values; of numbers the first three, which is enough to know that they are more than two.</summary>
    private static string[] Distinct(Column column) =>
    [
        .. Enumerable.Range(0, column.RowCount).Select(column.TextAt).OfType<string>().Distinct(StringComparer.Ordinal)
            .Take(column is NumericColumn ? 3 : int.MaxValue),
    ];

    private static string Counted(CategoricalColumn column, string[] values)
    {
        string[] happened = [.. values.Where(value => Happened.Contains(value.Trim().ToLower(CultureInfo.InvariantCulture)))];
        return happened.Length == 1
            ? happened[0]
            : values.OrderBy(value => column.Codes.ToArray().Count(code => code >= 0 && column.Levels[code] == value)).ThenByDescending(value => value, StringComparer.Ordinal).First();
    }

    private static string Listed(string[] values) =>
        string.Join(", ", values.Order(StringComparer.Ordinal).Take(MostNamed).Select(value => PlainText.OneLine(value, LongestName)))
        + (values.Length > MostNamed ? ", …" : string.Empty);

    private static string Word(ColumnKind kind) => kind switch
    {
        ColumnKind.Date => "a column of dates",
        ColumnKind.Id => "a column of ids",
        _ => "text",
    };
}
