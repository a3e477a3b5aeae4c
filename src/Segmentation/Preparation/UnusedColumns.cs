using System.Text.RegularExpressions;
using static System.FormattableString;

namespace Segmentation;

/// <summary>Finds the columns by which customers are not compared, and what would take them in.</summary>
internal static partial class UnusedColumns
{
    /// <summary>A load report lists no more stray texts of a column than this.</summary>
    private const int ListedStrays = 10;

    /// <summary>What columns are called that say what became of a customer.</summary>
    private static readonly HashSet<string> OutcomeNames =
        ["churn", "churned", "attrition", "exited", "response", "responded", "converted", "conversion", "outcome", "target", "complained", "defaulted"];

    /// <summary>Nobody expects to compare customers by more values of a category than this.</summary>
    private const int MostLevels = 20;

    private const int MostExamples = 2;
    private const int LongestCell = 20;

    /// <summary>Where so large a share of the cells are numbers with something around them, the column is meant as numbers.</summary>
    private const double Mostly = 0.9;

    public static IEnumerable<UnusedColumn> Of(CustomerTable table, Preprocessor options, FittedPreprocessor fitted) =>
        from column in table.Columns
        where column != table.Id && !fitted.ColumnNames.Contains(column.Name) && !fitted.FeatureNames.Contains(column.Name)
        select Of(column, table, options, fitted);

    private static UnusedColumn Of(Column column, CustomerTable table, Preprocessor options, FittedPreprocessor fitted)
    {
        StrayText[] strays = [.. table.LoadReport?.StrayTexts.Where(stray => stray.Column == column.Name) ?? []];
        Exclusion? exclusion = fitted.Exclusions.FirstOrDefault(excluded => excluded.Column == column.Name);
        string missing = Invariant($"missing in {column.MissingCount:#,0} of {column.RowCount:#,0} rows");
        UnusedColumn As(UnusedReason reason, string detail, string? option = null) => new(column.Name, reason, detail, option);
        if (options.LeftOutColumns.Contains(column.Name))
        {
            return As(UnusedReason.Outcome, "left out on purpose");
        }

        return (exclusion?.Kind, column) switch
        {
            (ExclusionKind.Sparse, _) => As(UnusedReason.Sparse, missing, "--missing median"),
            (ExclusionKind.Id, _) => As(UnusedReason.Id, "looks like an id"),
            (ExclusionKind.Constant, _) => As(UnusedReason.Constant, column.MissingCount == column.RowCount ? "empty" : "one value"),
            _ when column.MissingCount == column.RowCount => As(UnusedReason.Constant, "empty"),
            (_, NumericColumn) => As(UnusedReason.Id, "not asked for"),
            _ when strays.Length > 0 && column is not (NumericColumn or DateColumn) => As(UnusedReason.StrayTexts, Strays(column, strays), "--stray-text missing"),
            (_, DateColumn) => As(UnusedReason.Date, "a date", $"--encode \"{column.Name}=age\""),
            _ when Decorated(column) is string example => As(UnusedReason.DecoratedNumbers, $"as '{PlainText.OneLine(example, LongestCell)}'"),
            (_, CategoricalColumn category) when Levels(category) == 2 && PlainText.Words(column.Name).Any(OutcomeNames.Contains) =>
                As(UnusedReason.LikelyOutcome, "2 values", $"--outcome \"{column.Name}\""),
            (_, CategoricalColumn category) => Levels(category) switch
            {
                1 => As(UnusedReason.Constant, "one value"),
                int levels and > MostLevels => As(UnusedReason.Text, $"{levels} values"),
                int levels => As(UnusedReason.Category, $"{levels} values", $"--encode \"{column.Name}=onehot\""),
            },
            _ => column.Kind == ColumnKind.Id ? As(UnusedReason.Id, "ids") : As(UnusedReason.Text, "text"),
        };
    }

    private static int Levels(CategoricalColumn column) => column.Codes.ToArray().Where(code => code >= 0).Distinct().Count();

    /// <summary>"3 of 500 cells: '#VALUE!' in line 7, 'n/k' in line 79 and 1 more".</summary>
    private static string Strays(Column column, StrayText[] strays)
    {
        int present = column.RowCount - column.MissingCount;
        string atLeast = strays.Length == ListedStrays ? "at least " : string.Empty;
        string examples = string.Join(", ", strays.Take(MostExamples).Select(stray =>
            Invariant($"'{PlainText.OneLine(stray.Value, LongestCell)}' in line {stray.Line}")));
        string more = strays.Length == ListedStrays ? " and others"
            : strays.Length > MostExamples ? $" and {strays.Length - MostExamples} more" : string.Empty;
        return Invariant($"{atLeast}{strays.Length} of {NumberText.Counted(present, "cell")}: {examples}{more}");
    }

    /// <summary>The first cell where most are numbers with a sign, a unit or thousands marked; else null.</summary>
    private static string? Decorated(Column column)
    {
        string? first = null;
        int count = 0;
        for (int row = 0; row < column.RowCount; row++)
        {
            if (column.TextAt(row) is string cell && DecoratedNumber().IsMatch(cell))
            {
                first ??= cell;
                count++;
            }
        }

        return count >= Mostly * (column.RowCount - column.MissingCount) ? first : null;
    }

    /// <summary>A number before a unit of one or two words, or among currency and percent signs, or with its thousands marked.</summary>
    [GeneratedRegex(
        @"^\s*(\p{Sc}\s*[+-]?\d[\d.,'’ \u00A0\u202F]*|[+-]?(\d+([.,]\d+)?|\d{1,3}([.,'’ \u00A0\u202F]\d{3})+([.,]\d+)?)\s*(%|\p{Sc}|\p{L}{1,12}\.?(\s\p{L}{1,12}\.?)?)|[+-]?\d{1,3}([.,'’ \u00A0\u202F]\d{3})+([.,]\d+)?)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex DecoratedNumber();
}
