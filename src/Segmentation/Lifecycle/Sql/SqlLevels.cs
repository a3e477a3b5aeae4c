using System.Globalization;
using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// A feature that is made from a category: x1 is its level as a text, and each level has its number. Databases spell numbers and
/// booleans otherwise than C#, as 1.0 or 1.00 for 1 and true for True; there the level that is meant is found by its value.
/// </summary>
internal sealed class SqlLevels : SqlFeature
{
    /// <summary>What PostgreSQL reads as true, and as false.</summary>
    private static readonly string[][] Booleans = [["true", "t", "yes", "y", "on", "1"], ["false", "f", "no", "n", "off", "0"]];

    private readonly bool isFirstOfColumn;
    private readonly bool areNumbers;

    /// <param name="feature">As it was fitted.</param>
    /// <param name="number">Its position, from 1.</param>
    /// <param name="isFirstOfColumn">Whether no feature before is made from the same column; what is wrong with it is said once.</param>
    /// <param name="levels">All levels of the column.</param>
    /// <param name="dialect">The database.</param>
    public SqlLevels(FittedFeature feature, int number, bool isFirstOfColumn, KnownLevels levels, SqlDialect dialect)
        : base(feature, number, dialect)
    {
        this.isFirstOfColumn = isFirstOfColumn;
        areNumbers = levels.AreNumbers;
    }

    public override IEnumerable<string> Problems
    {
        get
        {
            if (isFirstOfColumn && Feature.FillValue is null)
            {
                yield return Problem(MissingCell, Scoring.Missing(Column));
            }

            if (Feature.Encoding is OrdinalEncoding ordinal)
            {
                string before = SqlNames.Text($"; '{Column}' is '");
                string after = SqlNames.Text($"', which is not in the order {string.Join(" < ", ordinal.Order)}");
                yield return Invariant($"CASE WHEN {State} = {Unusable} THEN {before} || x{Number} || {after} ELSE '' END");
            }
        }
    }

    /// <summary>SQLite compares texts as a column says; here letter by letter.</summary>
    public override string Value => Dialect switch
    {
        SqlDialect.Sqlite => Invariant($"{Level(NumbersOfSqlite)} COLLATE BINARY AS x{Number}"),
        SqlDialect.Postgres => Invariant($"{Level(NumbersOfPostgres + BooleansOfPostgres)} COLLATE \"C\" AS x{Number}"),
        _ => Invariant($"{Cell} AS x{Number}"),
    };

    /// <summary>Whether the cell is missing, as a NULL or a blank is, and a NaN among numbers.</summary>
    public override string StateOfCell
    {
        get
        {
            string text = Dialect == SqlDialect.Ansi ? Cell : Text;
            string orNaN = Dialect == SqlDialect.Postgres && areNumbers ? $" OR {Text} = 'NaN'" : string.Empty;
            return $"CASE WHEN {Cell} IS NULL OR TRIM({text}) = ''{orNaN} THEN {MissingCell} ELSE 0 END AS {State}";
        }
    }

    public override IReadOnlyList<string> Carried => Feature.Encoding is OrdinalEncoding ? [State, $"x{Position}"] : [State];

    public override string Scaled
    {
        get
        {
            (IEnumerable<(string Level, double Encoded)> known, double? others) = Levels();
            string byLevel = string.Concat(known.Select(level => $" WHEN {State} = 0 AND x{Position} = {SqlNames.Text(level.Level)} THEN {Literal(Feature.ToScaled(level.Encoded))}"));
            string filled = Feature.FillValue is double fill ? $" WHEN {State} = {MissingCell} THEN {Literal(Feature.ToScaled(fill))}" : string.Empty;
            string other = others is double encoded ? $" WHEN {State} = 0 THEN {Literal(Feature.ToScaled(encoded))}" : string.Empty;
            return $"CASE{byLevel}{filled}{other} END AS f{Position}";
        }
    }

    public override string StateInRange
    {
        get
        {
            string missing = Feature.FillValue is null ? State : $"CASE WHEN {State} = {MissingCell} THEN 0 ELSE {State} END";
            return Feature.Encoding is OrdinalEncoding ordinal
                ? $"CASE WHEN {State} <> 0 THEN {missing} WHEN x{Position} IN ({string.Join(", ", ordinal.Order.Select(SqlNames.Text))}) THEN 0 ELSE {Unusable} END AS {State}, x{Position}"
                : $"{missing} AS {State}";
        }
    }

    private string Position => Number.ToString(CultureInfo.InvariantCulture);

    private string[] Known => [.. Levels().Known.Select(known => known.Level)];

    /// <summary>Compared with a REAL, a text of SQLite is a number where the whole of it spells one, and only there.</summary>
    private string NumbersOfSqlite => areNumbers
        ? string.Concat(Known.Select(level => $" WHEN {Cell} = CAST({LiteralOf(level)} AS REAL) THEN {SqlNames.Text(level)}"))
        : string.Empty;

    private string NumbersOfPostgres => areNumbers
        ? $" WHEN {SpellsNumberInPostgres} THEN CASE CAST({Text} AS DOUBLE PRECISION){string.Concat(Known.Select(level => $" WHEN {LiteralOf(level)} THEN {SqlNames.Text(level)}"))} ELSE {Text} END"
        : string.Empty;

    /// <summary>Where the column is one of booleans, the levels that mean the same.</summary>
    private string BooleansOfPostgres
    {
        get
        {
            string meant = string.Concat(Booleans
                .Select(spellings => (Spelling: spellings[0], Level: Known.FirstOrDefault(level => spellings.Contains(level, StringComparer.OrdinalIgnoreCase))))
                .Where(value => value.Level is not null)
                .Select(value => $" WHEN '{value.Spelling}' THEN {SqlNames.Text(value.Level!)}"));
            return meant.Length == 0 ? string.Empty : $" WHEN CAST(pg_typeof({Cell}) AS TEXT) = 'boolean' THEN CASE {Text}{meant} ELSE {Text} END";
        }
    }

    /// <summary>The cell's text, or the level that it is by one of the conditions.</summary>
    private string Level(string conditions) => conditions.Length == 0 ? Text : $"CASE{conditions} ELSE {Text} END";

    private string LiteralOf(string level) => Literal(KnownLevels.Number(level)!.Value);

    /// <summary>The levels that have a number of their own, and the number of all others; null where these have none.</summary>
    private (IEnumerable<(string Level, double Encoded)> Known, double? Others) Levels() => Feature.Encoding switch
    {
        LevelEncoding level => ([(level.Level, 1)], 0),
        OtherLevelsEncoding other => (other.Kept.Select(level => (level, 0.0)), 1),
        _ => (((OrdinalEncoding)Feature.Encoding!).Order.Select((level, i) => (level, i + 1.0)), null),
    };
}
