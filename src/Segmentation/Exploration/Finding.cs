namespace Segmentation;

/// <summary>What kind of thing was noticed about a table.</summary>
public enum FindingKind
{
    /// <summary>A column has one value only.</summary>
    ConstantColumn,

    /// <summary>A column has missing cells.</summary>
    MissingValues,

    /// <summary>Rows are equal in every column, or in every column but the id.</summary>
    DuplicateRows,

    /// <summary>An id stands in more than one row.</summary>
    DuplicateIds,

    /// <summary>Two numeric columns are strongly correlated.</summary>
    StrongCorrelation,

    /// <summary>A numeric column leans far to one side.</summary>
    SkewedColumn,

    /// <summary>A numeric column has values beyond Tukey's fences.</summary>
    Outliers,

    /// <summary>A numeric column looks like an id.</summary>
    LooksLikeId,

    /// <summary>The id of a customer stands in many rows: they are order lines or months, and not customers.</summary>
    Transactions,

    /// <summary>No column of a file is known to identify a customer.</summary>
    NoId,

    /// <summary>A spreadsheet has shortened ids to numbers such as 1.23E+11, so that different ones have become equal.</summary>
    CollapsedIds,

    /// <summary>Rows add up others, as a report has below each group and at its end.</summary>
    TotalRows,

    /// <summary>A number or a date at the end of a column stands for "unknown".</summary>
    Placeholders,

    /// <summary>A column has values that cannot be, such as an age of 131.</summary>
    ImpossibleValues,

    /// <summary>A numeric column holds dates such as 20240131.</summary>
    CompactDates,

    /// <summary>A numeric column holds dates as days or seconds since a day.</summary>
    SerialDates,

    /// <summary>A numeric column holds codes of categories.</summary>
    Codes,

    /// <summary>A numeric column holds postcodes.</summary>
    Postcodes,

    /// <summary>A numeric column holds years.</summary>
    Years,

    /// <summary>A numeric column is 0 nearly everywhere.</summary>
    MostlyZeros,

    /// <summary>A category has levels of very few rows.</summary>
    RareLevels,

    /// <summary>Numeric columns hold 0 and 1 only.</summary>
    Flags,

    /// <summary>A numeric column holds percentages from 0 to 100.</summary>
    Percentages,
}

/// <summary>Something about a table that a careful analyst would want to know, with its numbers.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Columns">The columns it is about; empty when the whole table is meant.</param>
/// <param name="Message">One sentence that carries its numbers.</param>
public sealed record Finding(FindingKind Kind, IReadOnlyList<string> Columns, string Message)
{
    /// <summary>The cells, or the rows, that it is about; null where it is about none in particular.</summary>
    public int? Count { get; init; }

    /// <summary>Whether it says that rows are no customers, each once.</summary>
    public bool DoubtsCustomers => Kind is FindingKind.Transactions or FindingKind.CollapsedIds or FindingKind.TotalRows;

    /// <summary>Whether it is good to know but will harm nothing.</summary>
    public bool IsNote => Kind is FindingKind.RareLevels or FindingKind.Flags or FindingKind.Percentages;
}
