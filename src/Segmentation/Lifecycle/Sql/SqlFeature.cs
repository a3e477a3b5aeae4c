using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// A feature in SQL: x1 is its number, s1 whether that can be used, f1 the number on the feature's scale. The number is in the
/// place of <see cref="FittedPreprocessor.Transform"/>: what is refused there has no segment here, without an error of the
/// database, which would end the query for every row.
/// </summary>
internal sealed class SqlFeature
{
    /// <summary>The state of a row whose number cannot be compared; 0 is well, 1 missing, 2 not a number.</summary>
    public const int TooLarge = 3;

    private readonly FittedFeature feature;
    private readonly int number;
    private readonly double limit;
    private readonly SqlDialect dialect;

    /// <param name="feature">As it was fitted.</param>
    /// <param name="number">Its position, from 1.</param>
    /// <param name="limit">The largest magnitude on its scale that can be compared.</param>
    /// <param name="dialect">The database.</param>
    public SqlFeature(FittedFeature feature, int number, double limit, SqlDialect dialect)
    {
        this.feature = feature;
        this.number = number;
        this.limit = limit;
        this.dialect = dialect;
    }

    /// <summary>The column that it is made from.</summary>
    public string Column => feature.Name;

    /// <summary>The name of the state, s1.</summary>
    public string State => Invariant($"s{number}");

    /// <summary>What is wrong with the feature, each a text that begins with "; " or is empty.</summary>
    public IEnumerable<string> Problems
    {
        get
        {
            if (feature.FillValue is null)
            {
                yield return Problem(1, Scoring.Missing(feature.Name));
            }

            if (dialect == SqlDialect.Sqlite)
            {
                yield return Problem(2, $"{feature.Name} is not a number");
            }
        }
    }

    /// <summary>The cell as a double. A cell of SQLite may be of any type.</summary>
    public string Number => dialect == SqlDialect.Sqlite
        ? Invariant($"CASE WHEN typeof({Cell}) IN ('integer', 'real') THEN CAST({Cell} AS REAL) END AS x{number}")
        : Invariant($"CAST({Cell} AS DOUBLE PRECISION) AS x{number}");

    /// <summary>Whether the cell is missing, as a NULL, a NaN or a blank is, or no number.</summary>
    public string StateOfCell => dialect switch
    {
        SqlDialect.Sqlite =>
            $"CASE WHEN typeof({Cell}) IN ('integer', 'real') THEN 0 WHEN {Cell} IS NULL OR TRIM({Cell}) = '' THEN 1 ELSE 2 END AS {State}",
        SqlDialect.Postgres => $"CASE WHEN {Cell} IS NULL OR CAST({Cell} AS DOUBLE PRECISION) = float8 'NaN' THEN 1 ELSE 0 END AS {State}",
        _ => $"CASE WHEN {Cell} IS NULL THEN 1 ELSE 0 END AS {State}",
    };

    /// <summary>The number on the feature's scale; NULL where there is none.</summary>
    public string Scaled
    {
        get
        {
            string filled = feature.FillValue is double fill ? $" WHEN {State} = 1 THEN {Literal(feature.ToScaled(fill))}" : string.Empty;
            return Invariant($"CASE WHEN {State} = 0 AND {InRange} THEN {Scale()}{filled} END AS f{number}");
        }
    }

    /// <summary>The state with what the range tells.</summary>
    public string StateInRange
    {
        get
        {
            string missing = feature.FillValue is null ? State : $"CASE WHEN {State} = 1 THEN 0 ELSE {State} END";
            return Invariant($"CASE WHEN {State} <> 0 THEN {missing} WHEN {InRange} THEN 0 ELSE {TooLarge} END AS {State}");
        }
    }

    private string Cell => $"c.{SqlNames.Column(feature.Name)}";

    private string InRange
    {
        get
        {
            (double low, double high) = DoubleInterval.Around(feature.Center, value => Math.Abs(feature.ToScaled(value)) <= limit);
            return Invariant($"x{number} BETWEEN {Literal(low)} AND {Literal(high)}");
        }
    }

    /// <summary>The square of the difference to a coordinate of a centroid.</summary>
    public static string Square(int number, double coordinate, SqlDialect dialect)
    {
        string difference = coordinate == 0 ? Invariant($"f{number}") : Invariant($"(f{number} - {SqlNumbers.Literal(coordinate, dialect)})");
        string square = $"{difference} * {difference}";

        // Differences to a coordinate that is not tiny are 0 or not tiny themselves: rounding takes care of that.
        if (dialect != SqlDialect.Postgres || Math.Abs(coordinate) > 1e-140)
        {
            return square;
        }

        (double low, double high) = DoubleInterval.Around(0, value => value * value == 0);
        return $"CASE WHEN {difference} BETWEEN {SqlNumbers.Literal(low, dialect)} AND {SqlNumbers.Literal(high, dialect)} THEN 0 ELSE {square} END";
    }

    private string Problem(int state, string text) => $"CASE WHEN {State} = {state} THEN {SqlNames.Text("; " + text)} ELSE '' END";

    /// <summary>(x - Center) / Scale * Weight; what changes nothing is left out.</summary>
    private string Scale()
    {
        string scaled = Invariant($"x{number}");
        scaled = feature.Center == 0 ? scaled : $"({scaled} - {Literal(feature.Center)})";
        scaled = feature.Scale == 1 ? scaled : $"({scaled} / {Literal(feature.Scale)})";
        scaled = feature.Weight == 1 ? scaled : $"({scaled} * {Literal(feature.Weight)})";

        // PostgreSQL ends a query with an error where a quotient or product of doubles is rounded to 0.
        (double low, double high) = DoubleInterval.Around(feature.Center, value => feature.ToScaled(value) == 0);
        return dialect != SqlDialect.Postgres || low == high
            ? scaled
            : Invariant($"CASE WHEN x{number} BETWEEN {Literal(low)} AND {Literal(high)} THEN 0 ELSE {scaled} END");
    }

    private string Literal(double value) => SqlNumbers.Literal(value, dialect);
}
