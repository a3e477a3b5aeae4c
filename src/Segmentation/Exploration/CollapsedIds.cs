using System.Text.RegularExpressions;
using static System.FormattableString;

namespace Segmentation;

/// <summary>Finds ids that a spreadsheet has shown, and saved, in scientific notation: 123456789012 as 1.23457E+11.</summary>
internal static partial class CollapsedIds
{
    /// <summary>The finding about the first such column; null where there is none.</summary>
    public static Finding? Of(CustomerTable table)
    {
        foreach (Column column in table.Columns.Where(MayBeIds))
        {
            HashSet<string> different = new(StringComparer.Ordinal);
            int shortened = 0;
            string? example = null;
            for (int row = 0; row < column.RowCount; row++)
            {
                if (column.TextAt(row) is string id && id.Contains('+', StringComparison.Ordinal) && Scientific().IsMatch(id))
                {
                    example ??= id;
                    shortened++;
                    different.Add(id);
                }
            }

            if (example is not null)
            {
                int present = column.RowCount - column.MissingCount;
                return new Finding(
                    FindingKind.CollapsedIds,
                    [column.Name],
                    Invariant($"{shortened:#,0} of {NumberText.Counted(present, "id")} in '{column.Name}' {(shortened == 1 ? "was" : "were")} shortened by a spreadsheet, as '{example}' was, and {different.Count:#,0} different {(different.Count == 1 ? "one is" : "ones are")} left of {(shortened == 1 ? "it" : "them")}: nobody can tell these customers apart. Export the column as text."))
                { Count = shortened };
            }
        }

        return null;
    }

    private static bool MayBeIds(Column column) => column.Kind == ColumnKind.Id
        || (column is CategoricalColumn && (IdNames.IsId(column.Name) || IdNames.IsCode(column.Name)));

    [GeneratedRegex(@"^\s*\d([.,]\d+)?[eE]\+\d{2,3}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Scientific();
}
