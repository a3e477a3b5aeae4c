using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// A feature in SQL: x1 is what is read from its cell, s1 whether that can be used, f1 the number on the feature's scale.
/// </summary>
internal abstract class SqlFeature
{
    /// <summary>The state of a row whose cell is missing; 0 is well.</summary>
    public const int MissingCell = 1;

    /// <summary>The state of a row whose cell is there and has no number.</summary>
    public const int Unusable = 2;

    /// <summary>The state of a row whose number cannot be compared.</summary>
    public const int TooLarge = 3;

    /// <summary>A text that PostgreSQL casts to a double without an error, which would end the query for every row.</summary>
    private const string NumberInPostgres = "'^ *[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]{1,2})? *$'";

    /// <summary>With an exponent of two digits a number that is no longer is within the range of a double.</summary>
    private const int LongestNumber = 200;

    private protected SqlFeature(FittedFeature feature, int number, SqlDialect dialect)
    {
        Feature = feature;
        Number = number;
        Dialect = dialect;
    }

    /// <summary>The column that it is made from.</summary>
    public string Column => Feature.Column;

    /// <summary>The name of the state, s1.</summary>
    public string State => Invariant($"s{Number}");

    /// <summary>What is wrong with the feature, each a text that begins with "; " or is empty.</summary>
    public abstract IEnumerable<string> Problems { get; }

    /// <summary>What is read from the cell, AS x1.</summary>
    public abstract string Value { get; }

    /// <summary>The state of the cell, AS s1.</summary>
    public abstract string StateOfCell { get; }

    /// <summary>The number on the feature's scale, AS f1; NULL where there is none.</summary>
    public abstract string Scaled { get; }

    /// <summary>The state with what the value tells, AS s1.</summary>
    public abstract string StateInRange { get; }

    /// <summary>What the problems are told from, by name.</summary>
    public virtual IReadOnlyList<string> Carried => [State];

    /// <summary>As it was fitted.</summary>
    protected FittedFeature Feature { get; }

    /// <summary>Its position, from 1.</summary>
    protected int Number { get; }

    /// <summary>The database.</summary>
    protected SqlDialect Dialect { get; }

    /// <summary>The cell, by a name that can be nothing but a column's.</summary>
    protected string Cell => $"c.{SqlNames.Column(Column)}";

    /// <summary>The cell as a text.</summary>
    protected string Text => $"CAST({Cell} AS TEXT)";

    /// <summary>Whether the cell, as a text, spells a number for PostgreSQL.</summary>
    protected string SpellsNumberInPostgres => Invariant($"LENGTH({Text}) <= {LongestNumber} AND {Text} ~ {NumberInPostgres}");

    /// <summary>The features of a model.</summary>
    /// <exception cref="DataException">A feature cannot be computed by every database as C# does.</exception>
    public static SqlFeature[] Of(FittedPreprocessor preprocessor, SqlDialect dialect)
    {
        if (preprocessor.FillCentroids is not null)
        {
            throw new DataException("A model that fills missing cells from centroids cannot be written as a query. Use 'segment score'.");
        }

        double limit = SafeMagnitude.Of(1, preprocessor.Features.Count);
        HashSet<string> columns = new(StringComparer.Ordinal);
        return [.. preprocessor.Features.Select((feature, i) => feature.Encoding switch
        {
            null => new SqlNumber(feature, i + 1, limit, dialect),
            LevelEncoding or OtherLevelsEncoding or OrdinalEncoding => (SqlFeature)new SqlLevels(
                feature, i + 1, columns.Add(feature.Column), LevelsOf(preprocessor, feature), dialect),
            LogEncoding => throw CannotBe(feature, "a logarithm, which databases round otherwise"),
            AgeEncoding => throw CannotBe(feature, "the age of a date, which every database computes otherwise"),
            _ => throw CannotBe(feature, "of a kind that has no SQL"),
        })];
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

    /// <summary>A text where the row has a state, else an empty one.</summary>
    protected string Problem(int state, string text) => $"CASE WHEN {State} = {state} THEN {SqlNames.Text("; " + text)} ELSE '' END";

    /// <summary>A number as the database reads it.</summary>
    protected string Literal(double value) => SqlNumbers.Literal(value, Dialect);

    private static KnownLevels LevelsOf(FittedPreprocessor preprocessor, FittedFeature feature)
    {
        KnownLevels levels = KnownLevels.Of(preprocessor, feature.Column);
        return levels.AreDates ? throw CannotBe(feature, "made from dates as categories, which every database spells otherwise") : levels;
    }

    private static DataException CannotBe(FittedFeature feature, string why) =>
        new($"The feature '{feature.Name}' is {why}, so that a query would not give the same segments. Use 'segment score'.");
}
