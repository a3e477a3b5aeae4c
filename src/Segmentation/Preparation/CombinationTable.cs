using static System.FormattableString;

namespace Segmentation;

/// <summary>One combination of values of the clustered columns.</summary>
/// <param name="Values">A value for each column, as text; null where it is missing.</param>
/// <param name="Customers">How many customers have it.</param>
/// <param name="Row">The first of them, a row of the table, 0-based.</param>
public sealed record Combination(IReadOnlyList<string?> Values, int Customers, int Row);

/// <summary>
/// The combinations of values of columns that have so few that most customers share theirs with others: such columns form a
/// table, and every cluster of them is a cell of it or several.
/// </summary>
public sealed class CombinationTable
{
    /// <summary>More combinations than this are no table that anybody reads.</summary>
    private const int Most = 100;

    /// <summary>Customers that a combination has on average, at least.</summary>
    private const int LeastEach = 5;

    private CombinationTable(IReadOnlyList<string> columns, IReadOnlyList<Combination> combinations)
    {
        Columns = columns;
        Combinations = combinations;
    }

    /// <summary>The clustered columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The combinations that occur, by falling number of customers, of equally many in the order of the table.</summary>
    public IReadOnlyList<Combination> Combinations { get; }

    /// <summary>Finds the combinations.</summary>
    /// <returns>Null where there are more than 100, or fewer than 5 customers for each on average.</returns>
    /// <exception cref="ArgumentException">As for <see cref="FittedPreprocessor.Transform"/>.</exception>
    public static CombinationTable? Of(CustomerTable table, FittedPreprocessor preprocessor)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(preprocessor);
        return Of(table, preprocessor, preprocessor.Transform(table));
    }

    /// <summary>As the other, of what was prepared already.</summary>
    internal static CombinationTable? Of(CustomerTable table, FittedPreprocessor preprocessor, PreparedData prepared)
    {
        if (CountIn(prepared.Matrix) is null)
        {
            return null;
        }

        Column[] columns = [.. preprocessor.ColumnNames.Select(name => table[name])];
        return new(
            preprocessor.ColumnNames,
            [
                .. DistinctRows.Repeated(prepared.Matrix)
                    .Select(rows => new Combination([.. columns.Select(column => column.TextAt(prepared.Rows[rows[0]]))], rows.Length, prepared.Rows[rows[0]]))
                    .OrderByDescending(combination => combination.Customers),
            ]);
    }

    /// <summary>The number of different rows where they form a table; else null.</summary>
    internal static int? CountIn(FeatureMatrix matrix)
    {
        int most = Math.Min(Most, matrix.RowCount / LeastEach);
        int count = DistinctRows.CountUpTo(most + 1, matrix);
        return count > most || count < 2 ? null : count;
    }

    /// <summary>That the columns form a table, a sentence.</summary>
    internal static string Sentence(int combinations, double rows) =>
        Invariant($"These columns form a table of {combinations} combinations, {rows / combinations:#,0.#} rows each on average: every cluster is a cell of that table or several of them.");
}
