using System.Text.RegularExpressions;

namespace Segmentation;

/// <summary>Finds rows that add up others, as a report has below each group and at its end: "Total North", "Summe".</summary>
internal static partial class TotalRows
{
    /// <summary>More rows than this share are no totals of others: the word is a value like any other.</summary>
    private const double MostOften = 0.2;

    private const int MostNamed = 3;

    /// <summary>The finding; null where no text says so.</summary>
    public static Finding? Of(CustomerTable table)
    {
        foreach (TextColumn column in table.Columns.OfType<TextColumn>())
        {
            int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(row => column.TextAt(row) is string text && Total().IsMatch(text))];
            if (rows.Length == 0 || rows.Length > MostOften * table.RowCount)
            {
                continue;
            }

            string named = string.Join(", ", rows.Take(MostNamed).Select(row => $"'{PlainText.OneLine(column.TextAt(row)!, 40)}' in {table.PlaceOf(row)}"));
            string more = rows.Length > MostNamed ? $" and {rows.Length - MostNamed} more" : string.Empty;
            string those = rows.Length == 1 ? "1 row looks like a total of others and no customer" : $"{rows.Length} rows look like totals of others and no customers";
            return new Finding(FindingKind.TotalRows, [column.Name], $"{those}: {named}{more}. Take {(rows.Length == 1 ? "it" : "them")} out of the file first; a total lies far from all customers and makes a segment of its own.")
            { Count = rows.Length };
        }

        return null;
    }

    [GeneratedRegex(@"^\s*((grand|sub|overall)[\s-]*)?(total|summe|gesamt|gesamtsumme|zwischensumme|teilsumme|somme|suma|totale|totaal|razem|celkem|итого|합계|合計|小計|总计|合计|小计)\b[\s:.]*(\S.{0,60})?$|^\s*Σ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Total();
}
