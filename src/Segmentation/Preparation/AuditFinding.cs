namespace Segmentation;

/// <summary>What a preparation will do to the segments, the most serious first.</summary>
public enum AuditKind
{
    /// <summary>The rows are no customers, for the id of a customer stands in many of them.</summary>
    Transactions,

    /// <summary>A spreadsheet has shortened the ids, so that customers can no longer be told apart.</summary>
    CollapsedIds,

    /// <summary>Rows add up others and are no customers.</summary>
    TotalRows,

    /// <summary>A column of two values, or a level of a category, will likely decide the segments alone.</summary>
    DominatingColumn,

    /// <summary>One column has most of the variance that is clustered.</summary>
    MostOfTheVariance,

    /// <summary>A feature looks like an id.</summary>
    IdAmongFeatures,

    /// <summary>A number or a date at the end of a feature's column stands for "unknown" and counts as an amount.</summary>
    Placeholders,

    /// <summary>A feature has values that cannot be, such as an age of 131.</summary>
    ImpossibleValues,

    /// <summary>A feature is a date written as a number such as 20240131.</summary>
    CompactDates,

    /// <summary>A feature is a date as days or seconds since a day.</summary>
    SerialDates,

    /// <summary>A feature is a code of a category.</summary>
    Codes,

    /// <summary>A feature is a postcode.</summary>
    Postcodes,

    /// <summary>A feature is a year.</summary>
    Years,

    /// <summary>A feature is 0 nearly everywhere.</summary>
    MostlyZeros,

    /// <summary>A feature's column is missing in more than half of the rows.</summary>
    MostlyMissing,

    /// <summary>More than a fifth of the rows are left out because they lack a feature.</summary>
    ManyRowsDropped,

    /// <summary>A few rows hold much of a feature's variance.</summary>
    ExtremeOutliers,

    /// <summary>Two columns say the same thing, which counts twice.</summary>
    SameThing,

    /// <summary>A feature has a long tail that its logarithm would not have.</summary>
    SkewedAmount,

    /// <summary>Rare levels of a category share one feature.</summary>
    PooledLevels,

    /// <summary>A category that is no feature has levels of very few rows.</summary>
    RareLevels,

    /// <summary>Features hold 0 and 1 only.</summary>
    Flags,

    /// <summary>A feature holds percentages from 0 to 100.</summary>
    Percentages,

    /// <summary>Missing cells are filled.</summary>
    FilledCells,

    /// <summary>A column was left out without having been told to.</summary>
    LeftOut,
}

/// <summary>Something that a preparation will do to the segments.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Columns">The table's columns that it is about.</param>
/// <param name="Message">A sentence or two that carry their numbers and say what to do.</param>
/// <param name="Numbers">The numbers by name: shares from 0 to 1, counts, correlations, skewnesses, weights.</param>
public sealed record AuditFinding(
    AuditKind Kind, IReadOnlyList<string> Columns, string Message, IReadOnlyDictionary<string, double> Numbers)
{
    /// <summary>Whether it will likely harm the segments; what is not a warning is a note of what was done.</summary>
    public bool IsWarning => Kind < AuditKind.PooledLevels;
}
