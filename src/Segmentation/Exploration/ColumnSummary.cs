namespace Segmentation;

/// <summary>What a column holds.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind">What its cells are.</param>
/// <param name="Count">The cells that are not missing.</param>
/// <param name="Missing">The missing cells.</param>
/// <param name="Distinct">The different values among the cells that are not missing.</param>
public abstract record ColumnSummary(string Name, ColumnKind Kind, int Count, int Missing, int Distinct);

/// <summary>A numeric column in its original unit. A statistic is null where too few cells are present for it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Count">The cells that are not missing.</param>
/// <param name="Missing">The missing cells.</param>
/// <param name="Distinct">The different values.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="StandardDeviation">Sample standard deviation, denominator n - 1; null for fewer than two cells.</param>
/// <param name="Minimum">The smallest value.</param>
/// <param name="Q1">First quartile, definition R7 (Hyndman and Fan 1996).</param>
/// <param name="Median">The median.</param>
/// <param name="Q3">Third quartile, definition R7.</param>
/// <param name="Maximum">The largest value.</param>
/// <param name="Skewness">
/// Adjusted Fisher-Pearson coefficient, as pandas and Excel compute it; null for fewer than three cells or a constant
/// column.
/// </param>
/// <param name="Outliers">Values beyond Tukey's fences: below Q1 - 1.5 IQR or above Q3 + 1.5 IQR.</param>
public sealed record NumericSummary(
    string Name,
    int Count,
    int Missing,
    int Distinct,
    double? Mean,
    double? StandardDeviation,
    double? Minimum,
    double? Q1,
    double? Median,
    double? Q3,
    double? Maximum,
    double? Skewness,
    int Outliers)
    : ColumnSummary(Name, ColumnKind.Numeric, Count, Missing, Distinct);

/// <summary>A level of a categorical column.</summary>
/// <param name="Level">The level's text.</param>
/// <param name="Count">The rows that have it.</param>
/// <param name="Share">Count divided by the cells that are not missing.</param>
public sealed record LevelCount(string Level, int Count, double Share);

/// <summary>A categorical column.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Count">The cells that are not missing.</param>
/// <param name="Missing">The missing cells.</param>
/// <param name="Distinct">The different levels.</param>
/// <param name="Levels">The levels that occur, most frequent first, ties in ordinal order.</param>
public sealed record CategoricalSummary(
    string Name, int Count, int Missing, int Distinct, IReadOnlyList<LevelCount> Levels)
    : ColumnSummary(Name, ColumnKind.Categorical, Count, Missing, Distinct);

/// <summary>A column of dates.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Count">The cells that are not missing.</param>
/// <param name="Missing">The missing cells.</param>
/// <param name="Distinct">The different dates.</param>
/// <param name="Earliest">The first date, or null when all cells are missing.</param>
/// <param name="Latest">The last date, or null when all cells are missing.</param>
public sealed record DateSummary(
    string Name, int Count, int Missing, int Distinct, DateTime? Earliest, DateTime? Latest)
    : ColumnSummary(Name, ColumnKind.Date, Count, Missing, Distinct);

/// <summary>A column of free text or of ids.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind"><see cref="ColumnKind.Text"/> or <see cref="ColumnKind.Id"/>.</param>
/// <param name="Count">The cells that are not missing.</param>
/// <param name="Missing">The missing cells.</param>
/// <param name="Distinct">The different texts.</param>
public sealed record TextSummary(string Name, ColumnKind Kind, int Count, int Missing, int Distinct)
    : ColumnSummary(Name, Kind, Count, Missing, Distinct);
