using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// A feature that is a number as it is: x1 is that number. What <see cref="FittedPreprocessor.Transform"/> refuses has no segment
/// here, without an error of the database, which would end the query for every row.
/// </summary>
internal sealed class SqlNumber : SqlFeature
{
    /// <summary>Compared with a REAL, a text of SQLite is a number where the whole of it spells one, and beyond all numbers elsewhere.</summary>
    private const string AllNumbersOfSqlite = "CAST(-9e999 AS REAL) AND CAST(9e999 AS REAL)";

    private const string NumbersOfPostgres = "'smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision'";

    private readonly double limit;

    /// <param name="feature">As it was fitted.</param>
    /// <param name="number">Its position, from 1.</param>
    /// <param name="limit">The largest magnitude on its scale that can be compared.</param>
    /// <param name="dialect">The database.</param>
    public SqlNumber(FittedFeature feature, int number, double limit, SqlDialect dialect)
        : base(feature, number, dialect)
    {
        this.limit = limit;
    }

    public override IEnumerable<string> Problems
    {
        get
        {
            if (Feature.FillValue is null)
            {
                yield return Problem(MissingCell, Scoring.Missing(Column));
            }

            if (Dialect != SqlDialect.Ansi)
            {
                yield return Problem(Unusable, $"{Column} is not a number");
            }
        }
    }

    /// <summary>
    /// The cell as a double. A cell of SQLite may be of any type, and a column of PostgreSQL one of texts: a text that spells a
    /// number is that number, and any other is none.
    /// </summary>
    public override string Value => Dialect == SqlDialect.Ansi
        ? Invariant($"CAST({Cell} AS DOUBLE PRECISION) AS x{Number}")
        : Invariant($"CASE WHEN {IsNumber} THEN CAST({Cell} AS {(Dialect == SqlDialect.Sqlite ? "REAL" : "DOUBLE PRECISION")}) END AS x{Number}");

    /// <summary>Whether the cell is missing, as a NULL, a NaN, a blank or a text such as NA is, or no number.</summary>
    public override string StateOfCell => Dialect switch
    {
        SqlDialect.Ansi => $"CASE WHEN {Cell} IS NULL THEN 1 ELSE 0 END AS {State}",
        _ => $"CASE WHEN {Cell} IS NULL OR UPPER(TRIM({Text})) IN ({MissingTexts}) THEN 1 WHEN {IsNumber} THEN 0 ELSE 2 END AS {State}",
    };

    public override string Scaled
    {
        get
        {
            string filled = Feature.FillValue is double fill ? $" WHEN {State} = 1 THEN {Literal(Feature.ToScaled(fill))}" : string.Empty;
            return Invariant($"CASE WHEN {State} = 0 AND {InRange} THEN {Scale()}{filled} END AS f{Number}");
        }
    }

    /// <summary>The state with what the range tells.</summary>
    public override string StateInRange
    {
        get
        {
            string missing = Feature.FillValue is null ? State : $"CASE WHEN {State} = 1 THEN 0 ELSE {State} END";
            return Invariant($"CASE WHEN {State} <> 0 THEN {missing} WHEN {InRange} THEN 0 ELSE {TooLarge} END AS {State}");
        }
    }

    private static string MissingTexts => string.Join(", ", MissingTokenRule.AmongNumbers.Prepend(string.Empty).Select(text => SqlNames.Text(text.ToUpperInvariant())));

    /// <summary>Whether it can be cast to a number; a text of PostgreSQL that cannot would end the query.</summary>
    private string IsNumber => Dialect == SqlDialect.Sqlite
        ? $"{Cell} BETWEEN {AllNumbersOfSqlite}"
        : $"CAST(pg_typeof({Cell}) AS TEXT) IN ({NumbersOfPostgres}) OR ({SpellsNumberInPostgres})";

    private string InRange
    {
        get
        {
            (double low, double high) = DoubleInterval.Around(Feature.Center, value => Math.Abs(Feature.ToScaled(value)) <= limit);
            return Invariant($"x{Number} BETWEEN {Literal(low)} AND {Literal(high)}");
        }
    }

    /// <summary>(x - Center) / Scale * Weight; what changes nothing is left out.</summary>
    private string Scale()
    {
        string scaled = Invariant($"x{Number}");
        scaled = Feature.Center == 0 ? scaled : $"({scaled} - {Literal(Feature.Center)})";
        scaled = Feature.Scale == 1 ? scaled : $"({scaled} / {Literal(Feature.Scale)})";
        scaled = Feature.Weight == 1 ? scaled : $"({scaled} * {Literal(Feature.Weight)})";

        // PostgreSQL ends a query with an error where a quotient or product of doubles is rounded to 0.
        (double low, double high) = DoubleInterval.Around(Feature.Center, value => Feature.ToScaled(value) == 0);
        return Dialect != SqlDialect.Postgres || low == high
            ? scaled
            : Invariant($"CASE WHEN x{Number} BETWEEN {Literal(low)} AND {Literal(high)} THEN 0 ELSE {scaled} END");
    }
}
