using System.Globalization;
using static System.FormattableString;

namespace Segmentation;

/// <summary>A feature that is made from a category: x1 is its level as a text, and each level has its number.</summary>
internal sealed class SqlLevels : SqlFeature
{
    private readonly bool isFirstOfColumn;

    /// <param name="feature">As it was fitted.</param>
    /// <param name="number">Its position, from 1.</param>
    /// <param name="isFirstOfColumn">Whether no feature before is made from the same column; what is wrong with it is said once.</param>
    /// <param name="dialect">The database.</param>
    public SqlLevels(FittedFeature feature, int number, bool isFirstOfColumn, SqlDialect dialect)
        : base(feature, number, dialect)
    {
        this.isFirstOfColumn = isFirstOfColumn;
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
        SqlDialect.Sqlite => Invariant($"CAST({Cell} AS TEXT) COLLATE BINARY AS x{Number}"),
        SqlDialect.Postgres => Invariant($"CAST({Cell} AS TEXT) COLLATE \"C\" AS x{Number}"),
        _ => Invariant($"{Cell} AS x{Number}"),
    };

    public override string StateOfCell
    {
        get
        {
            string text = Dialect == SqlDialect.Ansi ? Cell : $"CAST({Cell} AS TEXT)";
            return $"CASE WHEN {Cell} IS NULL OR TRIM({text}) = '' THEN {MissingCell} ELSE 0 END AS {State}";
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

    /// <summary>The levels that have a number of their own, and the number of all others; null where these have none.</summary>
    private (IEnumerable<(string Level, double Encoded)> Known, double? Others) Levels() => Feature.Encoding switch
    {
        LevelEncoding level => ([(level.Level, 1)], 0),
        OtherLevelsEncoding other => (other.Kept.Select(level => (level, 0.0)), 1),
        _ => (((OrdinalEncoding)Feature.Encoding!).Order.Select((level, i) => (level, i + 1.0)), null),
    };
}
