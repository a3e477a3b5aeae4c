namespace Segmentation;

/// <summary>What a column holds.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind">What its cells are.</param>
/// <param name="Count">The cells that are not missing.</param>
/// <param name="Missing">The missing cells.</param>
/// <param name="Distinct">The different values among the cells that are not missing.</param>
public abstract partial record ColumnSummary(string Name, ColumnKind Kind, int Count, int Missing, int Distinct)
{
    /// <summary>Summarises a column of any kind.</summary>
    public static ColumnSummary Of(Column column) => column switch
    {
        null => throw new ArgumentNullException(nameof(column)),
        NumericColumn numeric => NumericSummary.Of(numeric),
        CategoricalColumn categorical => CategoricalSummary.Of(categorical),
        DateColumn date => DateSummary.Of(date),
        TextColumn text => TextSummary.Of(text),
        _ => throw new ArgumentException($"A column of type {column.GetType().Name} has no summary.", nameof(column)),
    };
}

/// <summary>A numeric column in its original unit. A statistic is null where too few cells are present for it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Count">The cells that are not missing.</param>
/// <param name="Missing">The missing cells.</param>
/// <param name="Distinct">The different values.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="StandardDeviation">
/// Sample standard deviation, denominator n - 1; null for fewer than two cells, and where it is too large for a double.
/// </param>
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
public sealed partial record NumericSummary(
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
    : ColumnSummary(Name, ColumnKind.Numeric, Count, Missing, Distinct)
{
    /// <summary>Tukey's lower fence, Q1 - 1.5 IQR; null when all cells are missing.</summary>
    public double? LowerFence => Fence(Q1, -1.5);

    /// <summary>Tukey's upper fence, Q3 + 1.5 IQR; null when all cells are missing.</summary>
    public double? UpperFence => Fence(Q3, 1.5);

    /// <summary>Summarises a numeric column. The order of its rows does not change a bit of the result.</summary>
    public static NumericSummary Of(NumericColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        double[] sorted = column.PresentValues();
        if (sorted.Length == 0)
        {
            return new NumericSummary(
                column.Name, 0, column.MissingCount, 0, null, null, null, null, null, null, null, null, 0);
        }

        Array.Sort(sorted);
        Moments moments = Moments.OfSorted(sorted);
        NumericSummary summary = new(
            column.Name,
            sorted.Length,
            column.MissingCount,
            DistinctOf(sorted),
            moments.Mean,
            moments.SampleDeviation,
            sorted[0],
            Quantiles.OfSorted(sorted, 0.25),
            Quantiles.OfSorted(sorted, 0.5),
            Quantiles.OfSorted(sorted, 0.75),
            sorted[^1],
            moments.Skewness,
            Outliers: 0);
        return summary with
        {
            Outliers = sorted.Count(value => value < summary.LowerFence || value > summary.UpperFence),
        };
    }

    private static int DistinctOf(double[] sorted)
    {
        int distinct = 1;
        for (int i = 1; i < sorted.Length; i++)
        {
            distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
        }

        return distinct;
    }

    /// <summary>Kept within the doubles, so that quartiles near their limit give a finite fence.</summary>
    private double? Fence(double? quartile, double reach) =>
        quartile + (reach * (Q3 - Q1)) is double fence ? Math.Clamp(fence, double.MinValue, double.MaxValue) : null;
}

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
public sealed partial record CategoricalSummary(
    string Name, int Count, int Missing, int Distinct, IReadOnlyList<LevelCount> Levels)
    : ColumnSummary(Name, ColumnKind.Categorical, Count, Missing, Distinct)
{
    /// <summary>Summarises a categorical column.</summary>
    public static CategoricalSummary Of(CategoricalColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        int[] counts = new int[column.Levels.Count];
        foreach (int code in column.Codes)
        {
            if (code >= 0)
            {
                counts[code]++;
            }
        }

        int present = column.RowCount - column.MissingCount;
        LevelCount[] levels =
        [
            .. column.Levels
                .Select((level, code) => new LevelCount(level, counts[code], (double)counts[code] / present))
                .Where(level => level.Count > 0)
                .OrderByDescending(level => level.Count)
                .ThenBy(level => level.Level, StringComparer.Ordinal),
        ];
        return new CategoricalSummary(column.Name, present, column.MissingCount, levels.Length, levels);
    }
}

/// <summary>A column of dates.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Count">The cells that are not missing.</param>
/// <param name="Missing">The missing cells.</param>
/// <param name="Distinct">The different dates.</param>
/// <param name="Earliest">The first date, or null when all cells are missing.</param>
/// <param name="Latest">The last date, or null when all cells are missing.</param>
public sealed partial record DateSummary(
    string Name, int Count, int Missing, int Distinct, DateTime? Earliest, DateTime? Latest)
    : ColumnSummary(Name, ColumnKind.Date, Count, Missing, Distinct)
{
    /// <summary>Summarises a column of dates.</summary>
    public static DateSummary Of(DateColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        HashSet<DateTime> distinct = [];
        DateTime? earliest = null;
        DateTime? latest = null;
        foreach (DateTime? cell in column.Values)
        {
            if (cell is DateTime date)
            {
                distinct.Add(date);
                earliest = earliest < date ? earliest : date;
                latest = latest > date ? latest : date;
            }
        }

        return new DateSummary(
            column.Name, column.RowCount - column.MissingCount, column.MissingCount, distinct.Count, earliest, latest);
    }
}

/// <summary>A column of free text or of ids.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind"><see cref="ColumnKind.Text"/> or <see cref="ColumnKind.Id"/>.</param>
/// <param name="Count">The cells that are not missing.</param>
/// <param name="Missing">The missing cells.</param>
/// <param name="Distinct">The different texts.</param>
public sealed partial record TextSummary(string Name, ColumnKind Kind, int Count, int Missing, int Distinct)
    : ColumnSummary(Name, Kind, Count, Missing, Distinct)
{
    /// <summary>Summarises a column of text or of ids.</summary>
    public static TextSummary Of(TextColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        HashSet<string> distinct = new(StringComparer.Ordinal);
        foreach (string? cell in column.Values)
        {
            if (cell is not null)
            {
                distinct.Add(cell);
            }
        }

        return new TextSummary(
            column.Name, column.Kind, column.RowCount - column.MissingCount, column.MissingCount, distinct.Count);
    }
}
